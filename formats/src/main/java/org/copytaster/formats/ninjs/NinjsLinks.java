package org.copytaster.formats.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * What an item was made of and what takes whose place: ninjs's {@code evolvedfrom}, Superdesk's
 * {@code rewrite_of} and {@code rewritten_by}, and the same by plainer names.
 */
final class NinjsLinks {

  private static final List<String> EVOLVED_FROM = List.of("evolvedfrom", "rewrite_of");
  private static final List<String> SUBSTITUTES = List.of("substitutes", "replaces");
  private static final List<String> SUBSTITUTED_BY =
      List.of("substitutedby", "replacedby", "rewritten_by");
  private static final List<String> CORRECTS = List.of("corrects", "correctionof");

  private NinjsLinks() {}

  /** Takes the links out of the fields; what names no article is left there. */
  static void into(Draft draft, JsonFields fields) {
    take(fields, EVOLVED_FROM, draft::evolvedFrom);
    take(fields, SUBSTITUTES, draft::substitutes);
    take(fields, SUBSTITUTED_BY, draft::substitutedBy);
    take(fields, CORRECTS, draft::corrects);
  }

  private interface Link {
    Draft put(@Nullable String guid, @Nullable String version);
  }

  private static void take(JsonFields fields, List<String> names, Link link) {
    for (var name : names) {
      var given = fields.see(name).orElse(MissingNode.getInstance());
      var value = given.isArray() && given.size() == 1 ? given.path(0) : given;
      var guid = guid(value);
      if (guid != null) {
        fields.take(name);
        link.put(guid, value.path("version").asText(null));
      }
    }
  }

  private static @Nullable String guid(JsonNode value) {
    for (var each : List.of(value, value.path("uri"), value.path("guid"))) {
      if (each.isTextual() && !each.asText().isBlank()) {
        return each.asText();
      }
    }
    return null;
  }
}
