package org.copytaster.schemas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads Confluent's wire format into the generated class that the writer's schema names. */
public final class AvroValueDeserializer<T extends SpecificRecord> implements Deserializer<T> {

  private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
  private @Nullable RegistryClient registry;

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    registry = RegistryClient.of(config);
  }

  /**
   * The record that {@code bytes} hold.
   *
   * @throws SerializationException if the bytes are none of ours; the message says why
   * @throws RegistryException.UnavailableException if the registry cannot be asked
   */
  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length < AvroValueSerializer.HEADER_BYTES || bytes[0] != AvroValueSerializer.MAGIC) {
      throw new SerializationException("the value does not begin with a zero byte and a schema id");
    }
    int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    var reader = readers.computeIfAbsent(id, this::reader);
    try {
      int length = bytes.length - AvroValueSerializer.HEADER_BYTES;
      return reader.read(
          null,
          DecoderFactory.get()
              .binaryDecoder(bytes, AvroValueSerializer.HEADER_BYTES, length, null));
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("the value cannot be read with schema " + id, e);
    }
  }

  private DatumReader<T> reader(int id) {
    Schema writer = Objects.requireNonNull(registry, "configure comes first").schema(id);
    Class<?> type = SpecificData.get().getClass(writer);
    if (type == null) {
      throw new SerializationException("there is no class for records of " + writer.getFullName());
    }
    Schema reader = SpecificData.get().getSchema(type);
    return new SpecificDatumReader<>(writer, reader, SpecificData.getForClass(type));
  }
}
