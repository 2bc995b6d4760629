package org.copytaster.schemas.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/** Records with a value in every field, whatever fields there are. */
final class FilledRecords {

  static final Instant TIME = Instant.parse("2026-03-03T09:00:00.120Z");

  private FilledRecords() {}

  static IndexedRecord of(Schema schema) {
    var record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
    for (var field : schema.getFields()) {
      record.put(field.pos(), value(field.name(), field.schema()));
    }
    return record;
  }

  private static Object value(String name, Schema schema) {
    if (schema.getLogicalType() != null) {
      return TIME.plusSeconds(name.length());
    }
    return switch (schema.getType()) {
      case STRING -> "a \"" + name + "\"\nМосква 東京 \uD83D\uDE00 é";
      case ENUM -> symbol(schema);
      case INT -> -1 - name.length();
      case LONG -> (1L << 40) + name.length();
      case DOUBLE -> name.length() / 100.0;
      case BOOLEAN -> true;
      case ARRAY ->
          List.of(value(name, schema.getElementType()), value(name, schema.getElementType()));
      case MAP -> Map.of("the key \"é\"", value(name, schema.getValueType()));
      case RECORD -> of(schema);
      case UNION ->
          value(
              name,
              schema.getTypes().stream()
                  .filter(type -> type.getType() != Schema.Type.NULL)
                  .findFirst()
                  .orElseThrow());
      default -> throw new IllegalArgumentException("no value for " + schema);
    };
  }

  private static Object symbol(Schema schema) {
    var symbols = schema.getEnumSymbols();
    return SpecificData.get().createEnum(symbols.get(symbols.size() - 1), schema);
  }
}
