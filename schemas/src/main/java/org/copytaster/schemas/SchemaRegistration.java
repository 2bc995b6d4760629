package org.copytaster.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Registers the schemas of all topics: a step of deployment, not something that producers do. */
public final class SchemaRegistration {

  /** Old readers read new records and new readers old ones, over all versions. */
  public static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private SchemaRegistration() {}

  /**
   * Sets the compatibility of each topic's subject and registers its schema; safe to repeat.
   *
   * @param config the registry under Confluent's names
   * @throws RegistryException if a schema is refused, for instance as incompatible
   */
  public static void register(Topics topics, Map<String, ?> config) {
    var registry = RegistryClient.of(config);
    registry.compatibility(COMPATIBILITY);
    // Subjects of one schema one after the other: the registry keeps its content once.
    topics.all(Duration.ofDays(1), Duration.ofDays(1)).stream()
        .filter(topic -> topic.schema() != null)
        .collect(Collectors.groupingBy(Topic::schema))
        .values()
        .parallelStream()
        .forEach(same -> same.forEach(topic -> register(topic, registry)));
  }

  private static void register(Topic topic, RegistryClient registry) {
    var subject = topic.subject().orElseThrow();
    registry.id(subject, Objects.requireNonNull(topic.schema()), true);
    registry.compatibility(subject, COMPATIBILITY);
  }
}
