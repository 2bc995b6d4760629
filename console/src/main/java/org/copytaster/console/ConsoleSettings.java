package org.copytaster.console;

import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.Topics;

/**
 * What the console can be told.
 *
 * @param host address that it listens on
 * @param port of the API and the page; 0 takes a free one
 * @param followersPerClient most streams of {@code /v1/events} that one address may hold
 * @param groups whose lag it shows
 */
public record ConsoleSettings(
    KafkaSettings kafka,
    DatabaseSettings database,
    String host,
    int port,
    int followersPerClient,
    Groups groups) {

  /** The consumer groups of the other services, under the names of their own settings. */
  public record Groups(String enrich, String sink) {}

  /** Reads {@code COPYTASTER_CONSOLE_PORT}, the store's settings and what Kafka needs. */
  public static ConsoleSettings read(Settings settings) {
    return new ConsoleSettings(
        KafkaSettings.read(settings),
        DatabaseSettings.read(settings),
        settings.text("COPYTASTER_BIND_ADDRESS", "127.0.0.1", "address that servers listen on"),
        settings.port("COPYTASTER_CONSOLE_PORT", 8080, "port of the read API and the page"),
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
                "COPYTASTER_SINK_GROUP", "copytaster-sink", "consumer group of the sink")));
  }

  Topics topics() {
    return new Topics(kafka.topicPrefix());
  }
}
