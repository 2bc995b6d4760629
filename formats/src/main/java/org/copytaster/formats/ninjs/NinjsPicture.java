package org.copytaster.formats.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copytaster.formats.copy.Draft;
import org.copytaster.schemas.record.Picture;
import org.jspecify.annotations.Nullable;

/** The picture that leads an article, among what is associated with it. */
final class NinjsPicture {

  private static final Set<String> LEADS = Set.of("featuremedia", "main", "lead");

  private NinjsPicture() {}

  /** Sets the picture, if one is said to lead. */
  static void into(Draft draft, JsonNode associations) {
    for (var field : associations.properties()) {
      if (LEADS.contains(field.getKey().toLowerCase(Locale.ROOT))) {
        set(draft, field.getValue());
      }
    }
    for (var each : associations) {
      for (var name : List.of("role", "rel", "name")) {
        if (LEADS.contains(each.path(name).asText("").toLowerCase(Locale.ROOT))) {
          set(draft, each);
        }
      }
    }
  }

  private static void set(Draft draft, JsonNode item) {
    var url = largest(item.path("renditions"));
    if (url != null && item.path("type").asText("picture").equals("picture")) {
      var caption = text(item, "description_text", "headline");
      var described = item.path("descriptions").path(0).path("value").asText(null);
      var credit = text(item, "creditline", "byline", "by", "copyrightholder");
      draft.picture(new Picture(url, described == null ? caption : described, credit));
    }
  }

  private static @Nullable String largest(JsonNode renditions) {
    String url = null;
    long widest = -1;
    for (var rendition : renditions) {
      if (rendition.path("href").isTextual() && rendition.path("width").asLong(0) > widest) {
        widest = rendition.path("width").asLong(0);
        url = rendition.path("href").asText();
      }
    }
    return url;
  }

  private static @Nullable String text(JsonNode item, String... names) {
    for (var name : names) {
      if (item.path(name).isTextual() && !item.path(name).asText().isBlank()) {
        return item.path(name).asText();
      }
    }
    return null;
  }
}
