package org.copytaster.sink;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Subject;
import org.jspecify.annotations.Nullable;

/** The JSON columns of the store. Fields without a value are left out. */
final class StoredJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredJson() {}

  /** Every field of {@code article} but its body, which stands in the text. */
  static String article(Article article) {
    var node = object();
    node.put("guid", article.getGuid()).put("version", article.getVersion());
    time(node, "versionCreated", article.getVersionCreated());
    time(node, "firstCreated", article.getFirstCreated());
    time(node, "embargoed", article.getEmbargoed());
    if (article.getEmbargoUnread()) {
      node.put("embargoUnread", true);
    }
    node.put("pubStatus", article.getPubStatus().name());
    text(node, "signal", Objects.toString(article.getSignal(), null));
    if (article.getUrgency() != null) {
      node.put("urgency", article.getUrgency());
    }
    text(node, "language", article.getLanguage());
    text(node, "headline", article.getHeadline());
    text(node, "slugline", article.getSlugline());
    text(node, "byline", article.getByline());
    text(node, "dateline", article.getDateline());
    text(node, "creditline", article.getCreditline());
    text(node, "edNote", article.getEdNote());
    text(node, "usageTerms", article.getUsageTerms());
    text(node, "url", article.getUrl());
    node.set("subjects", subjectArray(article.getSubjects()));
    page(node, article);
    node.put("source", article.getSource());
    time(node, "receivedAt", article.getReceivedAt());
    node.put("contentHash", article.getContentHash());
    return node.toString();
  }

  /** What only an article from a page has. */
  private static void page(ObjectNode node, Article article) {
    if (!article.getPublicationDates().isEmpty()) {
      var dates = node.putArray("publicationDates");
      for (var date : article.getPublicationDates()) {
        dates
            .addObject()
            .put("value", date.getValue())
            .put("method", date.getMethod())
            .put("modified", date.getModified());
      }
    }
    var picture = article.getPicture();
    if (picture != null) {
      var shown = node.putObject("picture").put("url", picture.getUrl());
      text(shown, "caption", picture.getCaption());
      text(shown, "credit", picture.getCredit());
    }
    if (!article.getRepairs().isEmpty()) {
      article.getRepairs().forEach(node.putArray("repairs")::add);
    }
  }

  static String subjects(Iterable<Subject> subjects) {
    return subjectArray(subjects).toString();
  }

  static String engines(Map<String, String> engines) {
    return JSON.valueToTree(engines).toString();
  }

  private static ArrayNode subjectArray(Iterable<Subject> subjects) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (var subject : subjects) {
      var node = array.addObject();
      text(node, "scheme", subject.getScheme());
      text(node, "code", subject.getCode());
      text(node, "name", subject.getName());
    }
    return array;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void text(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }

  private static void time(ObjectNode node, String field, @Nullable Instant value) {
    if (value != null) {
      node.put(field, value.toString());
    }
  }
}
