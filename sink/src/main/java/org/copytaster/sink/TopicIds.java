package org.copytaster.sink;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Asks the broker for the id of a topic, which differs from that of any earlier one of its name.
 */
final class TopicIds implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 10;

  private final Admin admin;

  TopicIds(Admin admin) {
    this.admin = admin;
  }

  /**
   * The id of {@code topic}.
   *
   * @throws KafkaException if the broker cannot tell
   */
  String of(String topic) {
    try {
      var described =
          admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Objects.requireNonNull(described.get(topic)).topicId().toString();
    } catch (ExecutionException e) {
      throw new KafkaException("the broker does not describe " + topic, e.getCause());
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
