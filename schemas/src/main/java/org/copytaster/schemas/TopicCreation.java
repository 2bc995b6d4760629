package org.copytaster.schemas;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics: a step of deployment, not something that brokers do by themselves. */
public final class TopicCreation {

  private TopicCreation() {}

  /**
   * Creates the topics that are missing; settings of those that exist are left alone.
   *
   * @param admin settings of an admin client
   * @param partitions of each topic
   * @param replication copies of each partition
   * @throws IllegalStateException if the broker does not create one of them
   */
  public static void create(
      Map<String, Object> admin, Collection<Topic> topics, int partitions, short replication) {
    try (var client = Admin.create(admin)) {
      var wanted =
          topics.stream()
              .map(t -> new NewTopic(t.name(), partitions, replication).configs(t.config()))
              .toList();
      for (var created : client.createTopics(wanted).values().entrySet()) {
        await(created);
      }
    }
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
