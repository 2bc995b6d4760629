package org.copytaster.schemas;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Serializers for record values by class name, so that a setting can put Confluent's in the place
 * of ours.
 *
 * @param serializer class name
 * @param deserializer class name
 * @param config settings for both, under Confluent's names
 */
public record RecordSerdes(String serializer, String deserializer, Map<String, ?> config) {

  public RecordSerdes {
    config = Map.copyOf(config);
  }

  /** A value serializer, configured. */
  @SuppressWarnings("unchecked") // by contract of the setting, the class writes our records
  public <T> Serializer<T> newSerializer() {
    Serializer<T> created = create(serializer, Serializer.class);
    created.configure(config, false);
    return created;
  }

  /** A value deserializer, configured. */
  @SuppressWarnings("unchecked") // by contract of the setting, the class reads our records
  public <T> Deserializer<T> newDeserializer() {
    Deserializer<T> created = create(deserializer, Deserializer.class);
    created.configure(config, false);
    return created;
  }

  /** Both, for a topology. */
  public <T> Serde<T> newSerde() {
    return Serdes.serdeFrom(newSerializer(), newDeserializer());
  }

  private static <C> C create(String name, Class<C> type) {
    try {
      return Utils.newInstance(name, type);
    } catch (ClassNotFoundException | KafkaException e) {
      throw new IllegalArgumentException(name + " cannot be used as a " + type.getSimpleName(), e);
    }
  }
}
