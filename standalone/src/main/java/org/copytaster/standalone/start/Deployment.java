package org.copytaster.standalone.start;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.SchemaRegistration;
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
    try (var admin = Admin.create(kafka.admin())) {
      var wanted =
          topics().all(receiptRetention, originalRetention).stream()
              .map(t -> new NewTopic(t.name(), partitions, replication).configs(t.config()))
              .toList();
      for (var created : admin.createTopics(wanted).values().entrySet()) {
        await(created);
      }
    }
  }

  private Topics topics() {
    return new Topics(kafka.topicPrefix());
  }

  private static void await(Map.Entry<String, KafkaFuture<Void>> created) {
    try {
      created.getValue().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(
            "topic " + created.getKey() + " cannot be created: " + e.getMessage(), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
  }
}
