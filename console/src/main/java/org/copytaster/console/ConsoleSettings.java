package org.copytaster.console;

import java.nio.file.Path;
import java.util.Optional;
import org.copytaster.runtime.Door;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.health.DiskRoom;
import org.copytaster.runtime.trace.TraceSettings;
import org.copytaster.schemas.Topics;
import org.copytaster.store.DatabaseSettings;

/**
 * What the console can be told.
 *
 * @param door of the API and the page
 * @param followersPerClient most streams of {@code /v1/events} that one address may hold
 * @param groups whose lag it shows
 * @param disk of whose lack of room it tells
 * @param notices a file with a sentence a line, of what else is to be told
 * @param editors the directory of the files of those who may see and do; nobody may without
 * @param recalls who is to act on them, and how they are told
 * @param trace where traces go
 */
public record ConsoleSettings(
    KafkaSettings kafka,
    DatabaseSettings database,
    Door door,
    int followersPerClient,
    Groups groups,
    DiskRoom.Limits disk,
    Optional<Path> notices,
    Optional<Path> editors,
    RecallSettings recalls,
    TraceSettings trace) {

  /** The consumer groups of the other services, under the names of their own settings. */
  public record Groups(String enrich, String sink) {}

  /** Reads {@code COPYTASTER_CONSOLE_PORT}, the store's settings and what Kafka needs. */
  public static ConsoleSettings read(Settings settings) {
    return new ConsoleSettings(
        KafkaSettings.read(settings),
        DatabaseSettings.read(settings),
        Door.read(settings, "COPYTASTER_CONSOLE_PORT", 8080, "port of the read API and the page"),
        settings.number(
            "COPYTASTER_CONSOLE_FOLLOWERS_PER_CLIENT",
            12,
            1,
            Followers.MOST,
            "streams of /v1/events that one address may hold; more if all come through one proxy"),
        new Groups(
            settings.text(
                "COPYTASTER_ENRICH_APPLICATION",
                "copytaster-enrich",
                "application id; instances with one id share the work"),
            settings.text(
                "COPYTASTER_SINK_GROUP", "copytaster-sink", "consumer group of the sink")),
        DiskRoom.read(settings),
        settings
            .optional(
                "COPYTASTER_CONSOLE_NOTICES",
                "file of what else the page has to tell, a sentence a line")
            .map(Path::of),
        settings
            .optional(
                "COPYTASTER_CONSOLE_EDITORS",
                "directory of files, one for each editor who may see and release what is held")
            .map(Path::of),
        RecallSettings.read(settings),
        TraceSettings.read(settings));
  }

  Topics topics() {
    return new Topics(kafka.topicPrefix());
  }
}
