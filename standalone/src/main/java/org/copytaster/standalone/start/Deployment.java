package org.copytaster.standalone.start;

import java.time.Duration;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.SchemaRegistration;
import org.copytaster.schemas.TopicCreation;
import org.copytaster.schemas.Topics;

/**
 * What a deployment does once before services start: create topics, register schemas. Safe to
 * repeat.
 *
 * @param partitions of each topic; more of them let more instances share the work
 * @param replication copies of each partition
 * @param receiptRetention how long a receipt can be asked for
 * @param originalRetention how long copy as received can be read again
 */
public record Deployment(
    KafkaSettings kafka,
    int partitions,
    short replication,
    Duration receiptRetention,
    Duration originalRetention) {

  /** Reads its settings. */
  public static Deployment read(Settings settings) {
    return new Deployment(
        KafkaSettings.read(settings),
        settings.number("COPYTASTER_PARTITIONS", 6, 1, 1_000, "partitions of each topic"),
        (short) settings.number("COPYTASTER_REPLICATION", 1, 1, 9, "copies of each partition"),
        settings.duration(
            "COPYTASTER_RECEIPT_RETENTION", "7d", "how long a receipt can be asked for"),
        settings.duration(
            "COPYTASTER_ORIGINAL_RETENTION", "90d", "how long copy as received can be read again"));
  }

  /** Creates the topics that are missing and registers all schemas. */
  public void run() {
    createTopics();
    registerSchemas();
  }

  /** Registers all schemas. */
  public void registerSchemas() {
    SchemaRegistration.register(topics(), kafka.serde());
  }

  /** Creates the topics that are missing; settings of those that exist are left alone. */
  public void createTopics() {
    TopicCreation.create(
        kafka.admin(), topics().all(receiptRetention, originalRetention), partitions, replication);
  }

  private Topics topics() {
    return new Topics(kafka.topicPrefix());
  }
}
