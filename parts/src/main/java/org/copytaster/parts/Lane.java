package org.copytaster.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.SchemaRegistration;
import org.copytaster.schemas.TopicCreation;
import org.copytaster.schemas.Topics;

/**
 * Topics, subjects and a database that nobody else uses; topics and schemas are deployed.
 *
 * @param environment what a service of this lane is set up by
 * @param databaseUrl with user and password in it
 * @param storeLog what PostgreSQL itself logs, of all lanes
 */
public record Lane(
    Map<String, String> environment, KafkaSettings kafka, String databaseUrl, Path storeLog) {

  private static final int PARTITIONS = 4;

  public Lane {
    environment = Map.copyOf(environment);
  }

  /** The lane's environment with a few more variables, in pairs. */
  public Settings settings(String... more) {
    return Settings.of(with(more));
  }

  /**
   * The same lane with its topics on other brokers, where they are made.
   *
   * @param bootstrap one or more of those brokers
   * @param copies of each partition
   */
  public Lane on(String bootstrap, int copies) {
    var moved = with("COPYTASTER_KAFKA_BOOTSTRAP_SERVERS", bootstrap);
    var lane = new Lane(moved, KafkaSettings.read(Settings.of(moved)), databaseUrl, storeLog);
    lane.createTopics((short) copies);
    return lane;
  }

  public Topics topics() {
    return new Topics(kafka.topicPrefix());
  }

  /** Makes its topics and says to the registry what is in them. */
  Lane deployed() {
    createTopics((short) 1);
    SchemaRegistration.register(topics(), kafka.serde());
    return this;
  }

  private void createTopics(short copies) {
    var all = topics().all(Duration.ofDays(7), Duration.ofDays(90));
    TopicCreation.create(kafka.admin(), all, PARTITIONS, copies);
  }

  private Map<String, String> with(String... more) {
    var all = new HashMap<>(environment);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }
}
