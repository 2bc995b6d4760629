package org.copytaster.sink;

import org.copytaster.runtime.Door;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.health.DiskRoom;
import org.copytaster.runtime.trace.TraceSettings;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.store.DatabaseSettings;

/**
 * What the sink can be told.
 *
 * @param door of metrics and health
 * @param group consumer group; sinks of one group share the partitions
 * @param batch the most records that one transaction stores
 * @param disk when it is not ready for want of room
 * @param trace where traces go
 */
public record SinkSettings(
    KafkaSettings kafka,
    DatabaseSettings database,
    Door door,
    String group,
    int batch,
    DiskRoom.Limits disk,
    TraceSettings trace) {

  /** Reads {@code COPYTASTER_SINK_…}, {@code COPYTASTER_DATABASE_…} and what Kafka needs. */
  public static SinkSettings read(Settings settings) {
    return new SinkSettings(
        KafkaSettings.read(settings),
        DatabaseSettings.read(settings),
        Door.read(
            settings, Settings.PREFIX + "SINK_OPS_PORT", 8083, "port of the sink's ops server"),
        settings.text(
            Settings.PREFIX + "SINK_GROUP", "copytaster-sink", "consumer group of the sink"),
        settings.number(
            Settings.PREFIX + "SINK_BATCH",
            500,
            1,
            10_000,
            "the most records that one transaction stores"),
        DiskRoom.read(settings),
        TraceSettings.read(settings));
  }

  Topics topics() {
    return new Topics(kafka.topicPrefix());
  }

  RecordSerdes serdes() {
    return new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
  }
}
