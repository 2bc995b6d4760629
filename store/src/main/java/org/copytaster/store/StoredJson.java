package org.copytaster.store;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serial;
import org.copytaster.schemas.json.RecordJson;
import org.copytaster.schemas.json.TagsJson;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.RecalledVersion;
import org.copytaster.schemas.record.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The JSON columns of the store. A field that is null is left out.
 *
 * <p>PostgreSQL takes JSON with a U+0000 in it, but reads no field of it any more, whichever is
 * asked for. So U+FFFD stands where one was; offsets stay.
 */
final class StoredJson {

  private static final RecordJson ARTICLE = RecordJson.of(Article.getClassSchema()).without("body");

  private static final RecordJson SUBJECT = RecordJson.of(Subject.getClassSchema());

  private static final RecordJson VERSION = RecordJson.of(RecalledVersion.getClassSchema());

  private static final ObjectMapper JSON =
      new ObjectMapper(new JsonFactoryBuilder().characterEscapes(new ReplacedNul()).build());

  private StoredJson() {}

  /** Every field of {@code article} but its body, which stands in the text. */
  static String article(Article article) {
    return ARTICLE.text(article, JSON.getFactory());
  }

  /** The list of the subjects of {@code article}. */
  static String subjects(Article article) {
    return SUBJECT.list(article.getSubjects(), JSON.getFactory());
  }

  /** The list of the versions that {@code recall} calls back. */
  static String versions(Recall recall) {
    return VERSION.list(recall.getVersions(), JSON.getFactory());
  }

  static String tags(EnrichedArticle enriched) {
    return TagsJson.TAGS.text(enriched, JSON.getFactory());
  }

  static String engines(EnrichedArticle enriched) {
    try {
      return JSON.writeValueAsString(enriched.getEngines());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always writable", e);
    }
  }

  /** Is asked for every character beyond ASCII, too; those stay as they are. */
  private static final class ReplacedNul extends CharacterEscapes {
    @Serial private static final long serialVersionUID = 1;

    private static final SerializableString REPLACEMENT = new SerializedString("\uFFFD");

    @Override
    public int[] getEscapeCodesForAscii() {
      var escapes = standardAsciiEscapesForJSON();
      escapes[0] = ESCAPE_CUSTOM;
      return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return character == 0 ? REPLACEMENT : null;
    }
  }
}
