package org.copytaster.ingest.format.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.copytaster.ingest.copy.Paragraphs;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.ingest.json.JsonFields;
import org.copytaster.ingest.markup.Markup;
import org.jspecify.annotations.Nullable;

/** The running text of an item: the version of it that loses nothing. */
final class NinjsBody {

  /** How much longer plain text must be before it is taken for the richer one. */
  private static final double RICHER = 1.2;

  private final JsonFields fields;

  NinjsBody(JsonFields fields) {
    this.fields = fields;
  }

  /**
   * The text. HTML is preferred, since it knows paragraphs and captions, unless the plain text has
   * more to say.
   *
   * @param plain whether {@code body_text} is text and not what stands in for a picture
   */
  Paragraphs read(boolean plain) throws UnreadableCopy {
    var best = new Paragraphs();
    for (var name : fields.names()) {
      boolean text = name.equals("body_text");
      if (name.startsWith("body_") && (plain || !text)) {
        var value = fields.essential(name);
        best = richer(best, text ? text(value) : paragraphs(value, ""));
      }
    }
    var bodies = fields.see("bodies");
    if (bodies.isPresent()) {
      if (!bodies.get().isArray()) {
        throw new UnreadableCopy("bodies", "must be a list");
      }
      fields.take("bodies");
      for (var body : bodies.get()) {
        best = richer(best, body(body));
      }
    }
    return best;
  }

  /** What the item says of itself, for those whose whole text it is. */
  static Paragraphs description(JsonFields fields) {
    for (var name : List.of("description_html", "description_text")) {
      var value = fields.see(name).filter(JsonNode::isTextual);
      if (value.isPresent()) {
        return paragraphs(value.get().asText(), "");
      }
    }
    var best = new Paragraphs();
    for (var each : fields.see("descriptions").map(List::of).orElse(List.of())) {
      for (var description : each) {
        best = richer(best, body(description));
      }
    }
    return best;
  }

  private static Paragraphs body(JsonNode body) {
    if (body.isTextual()) {
      return paragraphs(body.asText(), "");
    }
    var type = "";
    for (var name : List.of("contenttype", "contentType")) {
      type += body.path(name).asText("").toLowerCase(Locale.ROOT);
    }
    return paragraphs(body.path("value").asText(""), type);
  }

  private static Paragraphs richer(Paragraphs before, Paragraphs next) {
    return next.text().length() > RICHER * before.text().length() ? next : before;
  }

  private static Paragraphs paragraphs(@Nullable String value, String type) {
    if (value == null) {
      return new Paragraphs();
    }
    boolean markup = type.contains("html") || type.contains("xml");
    return markup || (!type.startsWith("text/plain") && value.indexOf('<') >= 0)
        ? Markup.paragraphs(Markup.html(value))
        : text(value);
  }

  /** Plain text. Where it has no blank lines, each line is a paragraph. */
  private static Paragraphs text(@Nullable String value) {
    var paragraphs = new Paragraphs();
    if (value == null) {
      return paragraphs;
    }
    var lines = value.replace("\r\n", "\n").replace('\r', '\n').strip();
    for (var each : lines.split(lines.contains("\n\n") ? "\n\\s*\n" : "\n", -1)) {
      paragraphs.add(each);
    }
    return paragraphs;
  }
}
