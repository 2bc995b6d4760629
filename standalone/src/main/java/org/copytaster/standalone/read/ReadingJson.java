package org.copytaster.standalone.read;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.copytaster.enrich.ArticleLanguage;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Subject;
import org.jspecify.annotations.Nullable;

/** Writes what a reader understood as JSON. */
final class ReadingJson {

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
    object.put("guid", article.getGuid());
    object.put("version", article.getVersion());
    object.put("numbered", numbered);
    object.put("versionCreated", time(article.getVersionCreated()));
    object.put("firstCreated", time(article.getFirstCreated()));
    object.put("pubStatus", article.getPubStatus().name());
    object.put("signal", article.getSignal() == null ? null : article.getSignal().name());
    object.put("urgency", article.getUrgency());
    language(object, article);
    object.put("headline", article.getHeadline());
    object.put("slugline", article.getSlugline());
    object.put("byline", article.getByline());
    object.put("dateline", article.getDateline());
    object.put("creditline", article.getCreditline());
    object.put("embargoed", article.getEmbargoUnread() ? "unread" : time(article.getEmbargoed()));
    object.put("edNote", article.getEdNote());
    object.put("usageTerms", article.getUsageTerms());
    object.put("url", article.getUrl());
    var subjects = object.putArray("subjects");
    article.getSubjects().forEach(subject -> subject(subjects.addObject(), subject));
    object.put("body", article.getBody());
    var zones = object.putArray("zones");
    for (var zone : article.getZones()) {
      zones
          .addObject()
          .put("zone", zone.getZone().name())
          .put("begin", zone.getBegin())
          .put("end", zone.getEnd());
    }
    var extra = object.putObject("extra");
    article.getExtra().forEach(extra::put);
    var repairs = object.putArray("repairs");
    article.getRepairs().forEach(repairs::add);
    return object;
  }

  /** What the copy says, else what enrich will find in the text; only that has a confidence. */
  private void language(ObjectNode object, Article article) {
    object.put("language", article.getLanguage());
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

  private static void subject(ObjectNode object, Subject subject) {
    object.put("type", subject.getType());
    object.put("scheme", subject.getScheme());
    object.put("code", subject.getCode());
    object.put("name", subject.getName());
    if (!subject.getParents().isEmpty()) {
      var parents = object.putArray("parents");
      subject.getParents().forEach(parents::add);
    }
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
