package org.copytaster.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Records of one schema as JSON objects, by the schema: its names, in its order, enums by their
 * symbols, times as ISO 8601 in UTC, maps as objects. A selection from the fields is made once and
 * used from any thread; the records in a record have all their fields unless told otherwise.
 *
 * <p>A field that is null has no value and is left out. Everything else is a value, an empty text
 * or list too, unless the selection says that it is none.
 */
public final class RecordJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Schema schema;
  private final List<String> names;
  private final Set<String> unlessEmpty;
  private final LeftOut leftOut;
  private final Map<String, RecordJson> records;
  private final List<Field> fields;

  private record Field(
      SerializableString name, int position, ValueWriter writer, LeftOut leftOut) {}

  private RecordJson(
      Schema schema,
      List<String> names,
      Set<String> unlessEmpty,
      LeftOut leftOut,
      Map<String, RecordJson> records) {
    this.schema = schema;
    this.names = List.copyOf(names);
    this.unlessEmpty = Set.copyOf(unlessEmpty);
    this.leftOut = leftOut;
    this.records = Map.copyOf(records);
    this.fields = names.stream().map(this::field).toList();
  }

  /**
   * Every field.
   *
   * @throws IllegalArgumentException if {@code schema} is of no record, or has fields of a type for
   *     which no form is decided
   */
  public static RecordJson of(Schema schema) {
    return all(schema, LeftOut.NULL, Map.of());
  }

  private static RecordJson all(Schema schema, LeftOut leftOut, Map<String, RecordJson> records) {
    if (schema.getType() != Schema.Type.RECORD) {
      throw new IllegalArgumentException("a schema of type " + schema.getType() + " has no fields");
    }
    var names = schema.getFields().stream().map(Schema.Field::name).toList();
    return new RecordJson(schema, names, Set.of(), leftOut, records);
  }

  /**
   * All that this has but the fields of these names.
   *
   * @throws IllegalArgumentException if it does not have one of them
   */
  public RecordJson without(String... names) {
    var rest = new ArrayList<>(this.names);
    rest.removeAll(known(names));
    return new RecordJson(schema, rest, unlessEmpty, leftOut, records);
  }

  /**
   * The fields of these names and no others, in this order.
   *
   * @throws IllegalArgumentException if this does not have one of them
   */
  public RecordJson take(String... names) {
    return new RecordJson(schema, known(names), unlessEmpty, leftOut, records);
  }

  /**
   * An empty text, list or map in a field of these names is no value.
   *
   * @throws IllegalArgumentException if this does not have one of them
   */
  public RecordJson unlessEmpty(String... names) {
    var more = new HashSet<>(unlessEmpty);
    more.addAll(known(names));
    return new RecordJson(schema, this.names, more, leftOut, records);
  }

  /** An empty text is no value in any field, in the records in this record neither. */
  public RecordJson withoutEmptyText() {
    return new RecordJson(schema, names, unlessEmpty, LeftOut.EMPTY_TEXT, records);
  }

  /** A field that is null is written as null, in the records in this record too. */
  public RecordJson withNulls() {
    return new RecordJson(schema, names, unlessEmpty, LeftOut.NOTHING, records);
  }

  /** Records of these schemas, wherever they stand in this record, as these say. */
  public RecordJson with(RecordJson... nested) {
    var all = new HashMap<>(records);
    for (var each : nested) {
      all.put(each.schema.getFullName(), each);
    }
    return new RecordJson(schema, names, unlessEmpty, leftOut, all);
  }

  /** The names of the fields, in their order. */
  public List<String> names() {
    return names;
  }

  /** {@code record} as one JSON object in one line. */
  public String text(IndexedRecord record) {
    return text(record, MAPPER.getFactory());
  }

  /** The same, written by a generator of {@code factory}. */
  public String text(IndexedRecord record, JsonFactory factory) {
    return written(factory, json -> write(record, json));
  }

  /** {@code records} as one JSON array in one line, written by a generator of {@code factory}. */
  public String list(Iterable<? extends IndexedRecord> records, JsonFactory factory) {
    return written(
        factory,
        json -> {
          json.writeStartArray();
          for (var record : records) {
            write(record, json);
          }
          json.writeEndArray();
        });
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static String written(JsonFactory factory, Writing writing) {
    var text = new StringWriter();
    try (var json = factory.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }

  /** {@code record} as a tree of its own, which the caller may change. */
  public ObjectNode tree(IndexedRecord record) {
    try (var buffer = new TokenBuffer(MAPPER, false)) {
      write(record, buffer);
      return MAPPER.readTree(buffer.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer takes all that is written", e);
    }
  }

  /** Writes {@code record} as an object. */
  public void write(IndexedRecord record, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFields(record, json);
    json.writeEndObject();
  }

  /**
   * Writes the fields of {@code record} into the object that {@code json} is in.
   *
   * @throws IllegalArgumentException if it is a record of another schema
   */
  public void writeFields(IndexedRecord record, JsonGenerator json) throws IOException {
    if (!record.getSchema().getFullName().equals(schema.getFullName())) {
      throw new IllegalArgumentException(
          "not a record of " + schema.getName() + " but of " + record.getSchema().getName());
    }
    for (var field : fields) {
      var value = record.get(field.position());
      if (!field.leftOut().holds(value)) {
        json.writeFieldName(field.name());
        field.writer().writeOrNull(value, json);
      }
    }
  }

  private Field field(String name) {
    var field = schema.getField(name);
    return new Field(
        new SerializedString(name),
        field.pos(),
        ValueWriter.of(field.schema(), this::nested),
        unlessEmpty.contains(name) ? LeftOut.EMPTY : leftOut);
  }

  private RecordJson nested(Schema of) {
    var told = records.get(of.getFullName());
    return told == null ? all(of, leftOut, records) : told;
  }

  private List<String> known(String... names) {
    for (var name : names) {
      if (!this.names.contains(name)) {
        throw new IllegalArgumentException(schema.getName() + " has no field " + name + " here");
      }
    }
    return List.of(names);
  }
}
