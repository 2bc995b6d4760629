package org.copytaster.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.copytaster.ingest.http.BodyLimits;
import org.copytaster.runtime.Door;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.Tls;
import org.copytaster.runtime.health.DiskRoom;
import org.copytaster.runtime.trace.TraceSettings;

/**
 * How ingest is set up.
 *
 * @param door where it listens, with its TLS
 * @param body how long copy may be, and how long its way
 * @param mostUnderWay articles that may wait for the broker at the same time
 * @param drop directory whose files are taken, if any
 * @param dropQuiet how long a file there must not have changed before it is taken
 * @param sources directory of source files, if any
 * @param privateFeeds whether feeds may have private and loopback addresses
 * @param open whether anybody may push while no source has a credential, whatever the address
 * @param disk when there is no room for more copy
 * @param trace where traces go
 */
public record IngestSettings(
    KafkaSettings kafka,
    Door door,
    BodyLimits body,
    int mostUnderWay,
    Optional<Path> drop,
    Duration dropQuiet,
    Optional<Path> sources,
    boolean privateFeeds,
    boolean open,
    DiskRoom.Limits disk,
    TraceSettings trace) {

  /** Reads them; problems are noted in {@code settings}. */
  public static IngestSettings read(Settings settings) {
    return new IngestSettings(
        KafkaSettings.read(settings),
        Door.read(settings, "COPYTASTER_INGEST_PORT", 8081, "port of ingest")
            .with(Tls.read(settings, "COPYTASTER_INGEST_TLS")),
        BodyLimits.read(settings),
        settings.number(
            "COPYTASTER_INGEST_MAX_UNDER_WAY",
            48,
            1,
            60,
            "articles that may wait for the broker at the same time"),
        settings
            .optional("COPYTASTER_INGEST_DROP", "directory whose files are taken")
            .map(Path::of),
        settings.duration(
            "COPYTASTER_INGEST_DROP_QUIET", "2s", "how long a file there must not have changed"),
        settings
            .optional(
                "COPYTASTER_INGEST_SOURCES",
                "directory of source files, *.yaml; a change is taken within seconds")
            .map(Path::of),
        settings.flag(
            "COPYTASTER_INGEST_FEED_PRIVATE",
            false,
            "whether feeds may have private and loopback addresses"),
        settings.flag(
            "COPYTASTER_INGEST_OPEN",
            false,
            "whether anybody may push to an address that is not loopback while no source has a"
                + " key"),
        DiskRoom.read(settings),
        TraceSettings.read(settings));
  }

  /** Whether a push needs no credential while none is set up. */
  boolean mayBeOpen() {
    return open || door.loopback();
  }
}
