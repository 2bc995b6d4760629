package org.copytaster.schemas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A topic as deployment creates it.
 *
 * @param name with the prefix
 * @param config topic settings under Kafka's names
 * @param schema what its values are; null where the value is bytes of any kind
 */
public record Topic(String name, Map<String, String> config, @Nullable Schema schema) {

  public Topic {
    config = Map.copyOf(config);
  }

  /** The same with more settings. */
  Topic with(Map<String, String> more) {
    var all = new HashMap<>(config);
    all.putAll(more);
    return new Topic(name, all, schema);
  }

  /** The registry's subject for values of this topic, by Confluent's topic name strategy. */
  public Optional<String> subject() {
    return schema == null ? Optional.empty() : Optional.of(name + "-value");
  }
}
