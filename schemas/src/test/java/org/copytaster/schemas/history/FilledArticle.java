package org.copytaster.schemas.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;

/**
 * An article with something in every field that its schema has, today and later, down to the last
 * caption: each string is a sentence that names its field and stands nowhere else.
 */
final class FilledArticle {

  private FilledArticle() {}

  static Article withStatus(PubStatus status) {
    var schema = Article.getClassSchema();
    var bytes = new ByteArrayOutputStream();
    try {
      var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new GenericDatumWriter<GenericRecord>(schema).write(record(schema, ""), encoder);
      var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
      var data = SpecificData.getForClass(Article.class);
      var article = new SpecificDatumReader<Article>(schema, schema, data).read(null, decoder);
      return Article.newBuilder(article).setPubStatus(status).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in a field of text: {@code field}, or {@code field.of.it}. */
  static String prose(String field) {
    return "Prose of " + field + " that the minister said.";
  }

  private static GenericRecord record(Schema schema, String within) {
    var record = new GenericData.Record(schema);
    for (var field : schema.getFields()) {
      record.put(field.name(), value(field.schema(), within + field.name()));
    }
    return record;
  }

  private static Object value(Schema schema, String path) {
    return switch (schema.getType()) {
      case STRING -> prose(path);
      case INT -> 7;
      case LONG -> 1_900_000_000_000L;
      case DOUBLE -> 0.25;
      case BOOLEAN -> true;
      case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(2));
      case UNION -> value(schema.getTypes().get(1), path);
      case ARRAY -> List.of(value(schema.getElementType(), path));
      case MAP -> Map.of(prose(path + ".key"), value(schema.getValueType(), path + ".value"));
      case RECORD -> record(schema, path + ".");
      default -> throw new IllegalStateException("fill " + path + ", " + schema.getType());
    };
  }
}
