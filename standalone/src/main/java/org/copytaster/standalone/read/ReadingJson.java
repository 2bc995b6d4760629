package org.copytaster.standalone.read;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.copytaster.enrich.tag.ArticleLanguage;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.json.RecordJson;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.Subject;
import org.copytaster.schemas.record.ZoneSpan;

/** Writes what a reader understood as JSON. */
final class ReadingJson {

  private static final RecordJson ARTICLE =
      RecordJson.of(Article.getClassSchema())
          .with(subjects().withNulls(), zones().withNulls(), life().withNulls())
          .withNulls();

  private static final RecordJson IDENTITY = ARTICLE.take("guid", "version");

  private static final RecordJson STATE =
      ARTICLE.take(
          "versionCreated", "firstCreated", "pubStatus", "signal", "urgency", "language", "life");

  private static final RecordJson COPY =
      ARTICLE.take(
          "headline",
          "slugline",
          "byline",
          "dateline",
          "creditline",
          "embargoed",
          "edNote",
          "usageTerms",
          "url",
          "subjects",
          "body",
          "zones",
          "extra",
          "repairs",
          "corrective",
          "corrects",
          "evolvedFrom",
          "substitutes",
          "substitutedBy");

  private final JsonMapper json = new JsonMapper();
  private final ArticleLanguage languages = new ArticleLanguage();

  /** One object; fields without a value are null. */
  ObjectNode of(Path file, String format, Reading reading) {
    return reading.fold(
        text -> article(head(file, format), text.draft().build(), text.numbered()),
        notText -> notText(file, format, notText),
        unreadable ->
            refused(
                file,
                format,
                unreadable.problems().stream()
                    .map(FieldProblem::sentence)
                    .collect(Collectors.joining("; ")),
                "unreadable"));
  }

  /** An object for copy in which there is no article. */
  ObjectNode refused(Path file, String format, String reason, String kind) {
    return head(file, format).put("refused", reason).put("kind", kind);
  }

  /** The names of all formats, in one line. */
  static String names(Formats formats) {
    return formats.all().stream().map(ArticleFormat::name).collect(Collectors.joining(", "));
  }

  private ObjectNode notText(Path file, String format, Reading.NotText notText) {
    var object = refused(file, format, "holds no text: it is " + notText.what(), "not-text");
    return notText.guid().isEmpty() ? object : object.put("guid", notText.guid());
  }

  private ObjectNode head(Path file, String format) {
    var object = json.createObjectNode().put("file", file.toString());
    return object.put("format", format.isEmpty() ? null : format);
  }

  private ObjectNode article(ObjectNode object, Article article, boolean numbered) {
    object.setAll(IDENTITY.tree(article));
    object.put("numbered", numbered);
    object.setAll(STATE.tree(article));
    language(object, article);
    object.setAll(COPY.tree(article));
    if (article.getEmbargoUnread()) {
      object.put("embargoed", "unread");
    }
    return object;
  }

  /** What the copy says, else what enrich will find in the text; only that has a confidence. */
  private void language(ObjectNode object, Article article) {
    if (article.getLanguage() == null) {
      languages
          .of(article)
          .ifPresent(
              found ->
                  object
                      .put("language", found.tag())
                      .put("languageConfidence", found.confidence()));
    }
  }

  private static RecordJson subjects() {
    return RecordJson.of(Subject.getClassSchema())
        .take("type", "scheme", "code", "name", "parents")
        .unlessEmpty("parents");
  }

  private static RecordJson life() {
    return RecordJson.of(Life.getClassSchema()).take("decision", "signal", "until", "because");
  }

  private static RecordJson zones() {
    return RecordJson.of(ZoneSpan.getClassSchema()).take("zone", "begin", "end");
  }
}
