package org.copytaster.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated records in Confluent's wire format: a zero byte, the schema's id in four bytes,
 * Avro's binary encoding. Reads Confluent's setting names, so that theirs can stand in its place.
 */
public final class AvroValueSerializer<T extends SpecificRecord> implements Serializer<T> {

  static final byte MAGIC = 0;
  static final int HEADER_BYTES = 1 + Integer.BYTES;

  private @Nullable RegistryClient registry;
  private boolean register;

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    registry = RegistryClient.of(config);
    register = Boolean.parseBoolean(String.valueOf(config.get("auto.register.schemas")));
  }

  /**
   * The bytes of {@code record}.
   *
   * @throws RegistryException if the schema is not registered
   * @throws RegistryException.UnavailableException if the registry cannot be asked
   */
  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T record) {
    if (record == null) {
      return null;
    }
    var client = Objects.requireNonNull(registry, "configure comes first");
    Schema schema = record.getSchema();
    int id = client.id(topic + "-value", schema, register);
    var bytes = new ByteArrayOutputStream(1024);
    bytes.writeBytes(ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(id).array());
    try {
      var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new SpecificDatumWriter<T>(schema, SpecificData.getForSchema(schema)).write(record, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("the record does not fit the schema of " + topic, e);
    }
    return bytes.toByteArray();
  }
}
