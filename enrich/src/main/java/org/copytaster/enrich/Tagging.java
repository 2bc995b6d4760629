package org.copytaster.enrich;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.copytaster.enrich.entity.EntityTagger;
import org.copytaster.enrich.entity.GazetteerTagger;
import org.copytaster.enrich.text.LanguageGuess;
import org.copytaster.enrich.text.Text;
import org.copytaster.enrich.text.ZoneLabeler;
import org.copytaster.enrich.text.ZonedSpan;
import org.copytaster.enrich.timex.DocumentTime;
import org.copytaster.enrich.timex.PatternTimexTagger;
import org.copytaster.enrich.timex.TimexTagger;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.DocumentCreationTime;
import org.copytaster.schemas.record.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is found in a text: its zones, its language, its entities and its time
 * expressions. It is pure, may be shared by threads, and costs some milliseconds to make.
 */
public final class Tagging {

  private final ZoneLabeler labeler = ZoneLabeler.english();
  private final LanguageGuess languages = LanguageGuess.read();
  private final EntityTagger entities;
  private final TimexTagger timexes;

  Tagging(EntityTagger entities, TimexTagger timexes) {
    this.entities = entities;
    this.timexes = timexes;
  }

  /** The engines that come with this version. */
  public static Tagging english() {
    return new Tagging(GazetteerTagger.english(), PatternTimexTagger.english());
  }

  /**
   * Tags a text that came without an article.
   *
   * @param creationTime ISO 8601 date, or date and time with zone; null leaves relative time
   *     expressions without a value
   * @return an article that has a text and tags and nothing else; offsets are UTF-16
   * @throws IllegalArgumentException if the creation time cannot be read
   */
  public EnrichedArticle tag(String text, @Nullable String creationTime) {
    var creation = creationTime == null ? null : new DocumentCreationTime(creationTime, "given");
    return tag(new Composed(text, List.of()), null, creation)
        .setArticle(Article.newBuilder().build())
        .build();
  }

  /** A text whose zones are known in part. */
  record Composed(String text, List<ZonedSpan> zones) {}

  /** Tags a text; the article is for the caller to set. */
  EnrichedArticle.Builder tag(
      Composed composed, @Nullable String language, @Nullable DocumentCreationTime creation) {
    var zones = labeler.label(composed.text(), composed.zones());
    var text = new Text(composed.text(), zones);
    var spoken = language == null ? languages.of(composed.text()).orElse(null) : language;
    var engines = new HashMap<String, String>();
    engines.put("zones", ZoneLabeler.ENGINE);
    var enriched =
        EnrichedArticle.newBuilder()
            .setText(composed.text())
            .setZones(TagRecords.zones(zones))
            .setLanguage(spoken)
            .setDct(creation)
            .setEntities(new ArrayList<>())
            .setTimexes(new ArrayList<>());
    var anchor = creation == null ? null : anchor(creation.getValue());
    if (isEnglish(spoken)) {
      enriched.setEntities(TagRecords.entities(entities.tag(text)));
      enriched.setTimexes(TagRecords.timexes(timexes.tag(text, anchor)));
      engines.put("entity", entities.engine());
      engines.put("timex", timexes.engine());
    }
    return enriched.setEngines(engines);
  }

  private static boolean isEnglish(@Nullable String language) {
    return language != null && (language.equals("en") || language.matches("(?i)en[-_].*|en"));
  }

  private static DocumentTime anchor(String value) {
    try {
      return new DocumentTime(date(value), "dct " + value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" is no creation time: a date as 2024-06-19, or a date and a time with zone"
              + " as 2024-06-19T08:00:00Z",
          e);
    }
  }

  /** The day in UTC; a time without a zone is taken as UTC. */
  private static LocalDate date(String value) {
    if (value.length() <= 10) {
      return LocalDate.parse(value);
    }
    var time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime zoned
        ? zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
        : LocalDate.from(time);
  }
}
