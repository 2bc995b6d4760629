package org.copytaster.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, taken by a reader one after another, so that what no one took can be
 * kept. Names are compared without case: ninjs wrote them small up to 2.x and has humps since 3.0.
 */
public final class JsonFields {

  private final Map<String, Field> fields = new LinkedHashMap<>();

  private record Field(String name, JsonNode value) {}

  private JsonFields() {}

  /** The fields of {@code node} that are not null; none if it is no object. */
  public static JsonFields of(JsonNode node) {
    var fields = new JsonFields();
    for (var field : node.properties()) {
      if (!field.getValue().isNull()) {
        fields.fields.putIfAbsent(
            field.getKey().toLowerCase(Locale.ROOT), new Field(field.getKey(), field.getValue()));
      }
    }
    return fields;
  }

  /** Whether there is a field of this name, in small letters, that was not taken. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The names of what was not taken, in small letters. */
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  /** Takes the first of these fields that there is; names in small letters. */
  public Optional<JsonNode> take(String... names) {
    for (var name : names) {
      var field = fields.remove(name);
      if (field != null) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /** The value of a field, left for others. */
  public Optional<JsonNode> see(String name) {
    return Optional.ofNullable(fields.get(name)).map(Field::value);
  }

  /**
   * Takes a text. A number is as good; a list of texts is one text, by commas; anything else goes
   * to {@code extra} and is flagged.
   */
  public @Nullable String text(Draft draft, String... names) {
    for (var name : names) {
      var field = fields.remove(name);
      if (field == null) {
        continue;
      }
      var text = plain(field.value());
      boolean number = field.value().isNumber() && !name.equals("urgency");
      if (text == null || number || field.value().isBoolean()) {
        draft.repair(field.name() + ":type");
      }
      if (text == null) {
        draft.extra(field.name(), field.value().toString());
      } else if (!text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  /**
   * Takes a text without which there is no article.
   *
   * @throws UnreadableCopyException if it is there and no text
   */
  public @Nullable String essential(String name) throws UnreadableCopyException {
    var field = fields.remove(name);
    if (field == null) {
      return null;
    }
    if (field.value().isContainerNode()) {
      throw new UnreadableCopyException(field.name(), "must be a text");
    }
    return field.value().asText();
  }

  /** Puts everything that was not taken into {@code extra}, structures as JSON. */
  public void rest(Draft draft) {
    fields.values().forEach(field -> draft.extra(field.name(), string(field.value())));
  }

  /** Everything as JSON again, for those who hand an object on under other names. */
  public static ObjectNode renamed(JsonNode object, Map<String, String> names) {
    var copy = ((ObjectNode) object).objectNode();
    for (var field : object.properties()) {
      var name = names.getOrDefault(field.getKey(), field.getKey());
      if (!copy.has(name)) {
        copy.set(name, field.getValue());
      }
    }
    return copy;
  }

  private static String string(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.isEmpty() ? "" : value.toString();
  }

  private static @Nullable String plain(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    var texts = new ArrayList<String>();
    for (var each : value) {
      if (value.isObject() || !each.isValueNode()) {
        return null;
      }
      texts.add(each.asText());
    }
    return value.isObject() ? null : String.join(", ", texts);
  }
}
