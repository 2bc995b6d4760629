package org.copytaster.formats.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.json.JsonFields;
import org.copytaster.schemas.record.Subject;
import org.jspecify.annotations.Nullable;

/** What an item is about: subjects, people, places and the like, which ninjs writes all alike. */
final class NinjsSubjects {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("subject", "subject"),
          Map.entry("subjects", "subject"),
          Map.entry("place", "place"),
          Map.entry("places", "place"),
          Map.entry("person", "person"),
          Map.entry("people", "person"),
          Map.entry("organisation", "organisation"),
          Map.entry("organisations", "organisation"),
          Map.entry("event", "event"),
          Map.entry("events", "event"),
          Map.entry("object", "object"),
          Map.entry("objects", "object"),
          Map.entry("genre", "genre"),
          Map.entry("genres", "genre"));

  private NinjsSubjects() {}

  static void into(Draft draft, JsonFields fields) {
    for (var name : fields.names()) {
      var type = TYPES.get(name);
      if (type != null) {
        var value = fields.take(name).orElseThrow();
        if (!value.isArray()) {
          draft.repair(name + ":type");
        }
        for (var each : value.isArray() ? value : List.of(value)) {
          draft.subject(subject(each, type));
        }
      }
    }
  }

  private static Subject subject(JsonNode node, String type) {
    if (node.isValueNode()) {
      return Subject.newBuilder().setName(node.asText(null)).setType(type).build();
    }
    var code = first(node, "code", "qcode", "literal");
    var uri = first(node, "uri");
    var scheme = first(node, "scheme");
    if (uri != null && scheme == null && code != null && uri.endsWith(code)) {
      scheme = uri.substring(0, uri.length() - code.length());
    }
    return Subject.newBuilder()
        .setScheme(scheme == null || scheme.isEmpty() ? null : scheme)
        .setCode(code == null ? uri : code)
        .setName(first(node, "name"))
        .setType(type)
        .build();
  }

  private static @Nullable String first(JsonNode node, String... names) {
    for (var name : names) {
      var value = node.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        return value.asText();
      }
    }
    return null;
  }
}
