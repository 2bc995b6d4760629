package org.copytaster.schemas;

import java.time.Duration;
import java.util.Map;

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
    for (var topic : topics.all(Duration.ofDays(1), Duration.ofDays(1))) {
      var schema = topic.schema();
      if (schema != null) {
        var subject = topic.name() + "-value";
        registry.id(subject, schema, true);
        registry.compatibility(subject, COMPATIBILITY);
      }
    }
  }
}
