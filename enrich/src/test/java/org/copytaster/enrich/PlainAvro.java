package org.copytaster.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.copytaster.schemas.RecordSerdes;
import org.jspecify.annotations.Nullable;

/**
 * Avro without a registry, for topologies that run without a broker: class name, then the record.
 */
public final class PlainAvro {

  private PlainAvro() {}

  static RecordSerdes serdes() {
    return new RecordSerdes(Writer.class.getName(), Reader.class.getName(), Map.of());
  }

  /** Writes any generated record. */
  public static final class Writer implements Serializer<SpecificRecord> {
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord record) {
      if (record == null) {
        return null;
      }
      var bytes = new ByteArrayOutputStream();
      try (var out = new DataOutputStream(bytes)) {
        out.writeUTF(record.getClass().getName());
        var data = SpecificData.getForSchema(record.getSchema());
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new SpecificDatumWriter<>(record.getSchema(), data).write(record, encoder);
      } catch (IOException e) {
        throw new SerializationException(e);
      }
      return bytes.toByteArray();
    }
  }

  /** Reads what {@link Writer} wrote. */
  public static final class Reader implements Deserializer<SpecificRecord> {
    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
      if (bytes == null) {
        return null;
      }
      if (new String(bytes, UTF_8).startsWith("not avro")) {
        throw new SerializationException("not one of ours");
      }
      try (var in = new DataInputStream(new java.io.ByteArrayInputStream(bytes))) {
        var type = Class.forName(in.readUTF());
        var schema = SpecificData.get().getSchema(type);
        var reader =
            new SpecificDatumReader<SpecificRecord>(
                schema, schema, SpecificData.getForSchema(schema));
        return reader.read(null, DecoderFactory.get().directBinaryDecoder(in, null));
      } catch (IOException | ClassNotFoundException e) {
        throw new SerializationException(e);
      }
    }
  }
}
