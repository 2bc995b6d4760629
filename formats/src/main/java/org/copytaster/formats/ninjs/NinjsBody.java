package org.copytaster.formats.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.json.JsonFields;
import org.copytaster.formats.markup.BrokenLines;
import org.copytaster.formats.markup.Headings;
import org.copytaster.formats.markup.Markup;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The running text of an item: the version of it that loses nothing. */
final class NinjsBody {

  /** How much longer another version must be before it is taken for the richer one. */
  private static final double RICHER = 1.2;

  /** In characters; markup of more takes its parser too long. */
  private static final int LONGEST = 4_000_000;

  private final JsonFields fields;
  private final Draft draft;
  private final Map<Kind, BodyBuilder> versions = new EnumMap<>(Kind.class);
  private boolean tooLong;

  /** How a version of the text is written, the ones that know most of its structure first. */
  private enum Kind {
    HTML,
    PLAIN,
    /** XML that may have its own headers in it; taken only where there is nothing else. */
    XML
  }

  /** A reader of the text in {@code fields}, which knows the draft's headline. */
  NinjsBody(JsonFields fields, Draft draft) {
    this.fields = fields;
    this.draft = draft;
  }

  /**
   * The text. HTML is preferred, since it knows paragraphs and captions, unless the plain text has
   * more to say.
   *
   * @param plain whether plain text is a text and not what stands in for a picture
   */
  BodyBuilder read(boolean plain) throws UnreadableCopyException {
    for (var name : fields.names()) {
      if (name.startsWith("body_") && (plain || !name.equals("body_text"))) {
        add(fields.essential(name), name.equals("body_text") ? "text/plain" : "");
      }
    }
    var bodies = fields.see("bodies");
    if (bodies.isPresent()) {
      if (!bodies.get().isArray()) {
        throw new UnreadableCopyException("bodies", "must be a list");
      }
      fields.take("bodies");
      bodies.get().forEach(this::add);
    }
    if (!plain) {
      versions.remove(Kind.PLAIN);
    }
    return best();
  }

  /** What the item says of itself, for those whose whole text it is. */
  BodyBuilder description() throws UnreadableCopyException {
    for (var name : List.of("description_html", "description_text")) {
      fields.see(name).filter(JsonNode::isTextual).ifPresent(value -> add(value.asText(), ""));
    }
    fields.see("descriptions").ifPresent(each -> each.forEach(this::add));
    return best();
  }

  /**
   * The version to take.
   *
   * @throws UnreadableCopyException if one was too long, since it may have been the one that lost
   *     nothing
   */
  private BodyBuilder best() throws UnreadableCopyException {
    if (tooLong) {
      throw new UnreadableCopyException(
          "body", "must be at most " + LONGEST + " characters of text");
    }
    var best = new BodyBuilder();
    for (var version : versions.entrySet()) {
      if (version.getKey() != Kind.XML || best.isEmpty()) {
        best = richer(best, version.getValue());
      }
    }
    return best;
  }

  private void add(JsonNode body) {
    if (body.isTextual()) {
      add(body.asText(), "");
      return;
    }
    var type = body.path("contenttype").asText("") + body.path("contentType").asText("");
    add(body.path("value").asText(""), type.toLowerCase(Locale.ROOT));
  }

  private void add(@Nullable String value, String type) {
    if (value == null || value.isBlank()) {
      return;
    }
    if (value.length() > LONGEST) {
      tooLong = true;
      return;
    }
    var kind =
        type.startsWith("text/plain") || (!type.contains("ml") && value.indexOf('<') < 0)
            ? Kind.PLAIN
            : type.contains("xml") && !type.contains("html") ? Kind.XML : Kind.HTML;
    var text =
        switch (kind) {
          case PLAIN -> plain(value);
          case HTML -> markup(Markup.html(value));
          case XML -> markup(content(Jsoup.parse(value, Parser.xmlParser())));
        };
    versions.merge(kind, text, NinjsBody::richer);
  }

  private static BodyBuilder richer(BodyBuilder before, BodyBuilder next) {
    return next.text().length() > RICHER * before.text().length() ? next : before;
  }

  private static Element content(Element root) {
    for (var name : List.of("body.content", "body")) {
      var found = root.getElementsByTag(name).first();
      if (found != null) {
        return found;
      }
    }
    return root;
  }

  /** Markup without the headline, and without TT's line of section and source under it. */
  private BodyBuilder markup(Element root) {
    var headline = draft.article().getHeadline();
    if (headline != null) {
      Headings.drop(root, headline);
    }
    for (var line : root.select("div.dat:has(~ div.bodytext)")) {
      draft.extra("dat", Markup.line(line));
      line.remove();
    }
    return Markup.paragraphs(root);
  }

  /** Plain text without the headline. Where it has no blank lines, each line is a paragraph. */
  private BodyBuilder plain(String value) {
    var lines = value.replace("\r\n", "\n").replace('\r', '\n').strip();
    var headline = draft.article().getHeadline();
    if (headline != null && lines.startsWith(headline + "\n")) {
      lines = lines.substring(headline.length()).strip();
    }
    var paragraphs = new BodyBuilder();
    if (lines.contains("\n\n")) {
      BrokenLines.into(paragraphs, lines);
    } else {
      BrokenLines.uncut(lines).forEach(paragraphs::add);
    }
    return paragraphs;
  }
}
