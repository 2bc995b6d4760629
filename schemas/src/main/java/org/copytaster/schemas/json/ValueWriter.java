package org.copytaster.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Writes the values of one schema. */
@FunctionalInterface
interface ValueWriter {

  void write(Object value, JsonGenerator json) throws IOException;

  default void writeOrNull(@Nullable Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else {
      write(value, json);
    }
  }

  /**
   * The writer of a schema.
   *
   * @param records says how the records of a schema are written
   * @throws IllegalArgumentException if our records hold no such values, so that nobody has yet
   *     decided how they look
   */
  static ValueWriter of(Schema schema, Function<Schema, RecordJson> records) {
    if (schema.getLogicalType() != null) {
      return time(schema.getLogicalType().getName());
    }
    return switch (schema.getType()) {
      case STRING, ENUM -> (value, json) -> json.writeString(value.toString());
      case INT -> (value, json) -> json.writeNumber((Integer) value);
      case LONG -> (value, json) -> json.writeNumber((Long) value);
      case FLOAT -> (value, json) -> json.writeNumber((Float) value);
      case DOUBLE -> (value, json) -> json.writeNumber((Double) value);
      case BOOLEAN -> (value, json) -> json.writeBoolean((Boolean) value);
      case ARRAY -> list(of(schema.getElementType(), records));
      case MAP -> map(of(schema.getValueType(), records));
      case RECORD -> record(records.apply(schema));
      case UNION -> of(only(schema), records);
      case BYTES, FIXED, NULL -> throw formless(schema.getType());
    };
  }

  private static ValueWriter record(RecordJson nested) {
    return (value, json) -> nested.write((IndexedRecord) value, json);
  }

  private static ValueWriter list(ValueWriter entry) {
    return (value, json) -> {
      json.writeStartArray();
      for (var each : (Collection<?>) value) {
        entry.writeOrNull(each, json);
      }
      json.writeEndArray();
    };
  }

  private static ValueWriter map(ValueWriter entry) {
    return (value, json) -> {
      json.writeStartObject();
      for (var each : ((Map<?, ?>) value).entrySet()) {
        json.writeFieldName(String.valueOf(each.getKey()));
        entry.writeOrNull(each.getValue(), json);
      }
      json.writeEndObject();
    };
  }

  /** Generated classes hold an instant where generic records hold a number. */
  private static ValueWriter time(String kind) {
    if (!kind.equals("timestamp-millis")) {
      throw formless(kind);
    }
    return (value, json) ->
        json.writeString(
            (value instanceof Long millis ? Instant.ofEpochMilli(millis) : value).toString());
  }

  /** The type beside null. */
  private static Schema only(Schema union) {
    var types =
        union.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    if (types.size() != 1) {
      throw formless("union of " + types.size() + " types");
    }
    return types.get(0);
  }

  private static IllegalArgumentException formless(Object type) {
    return new IllegalArgumentException("no form in JSON is decided for values of type " + type);
  }
}
