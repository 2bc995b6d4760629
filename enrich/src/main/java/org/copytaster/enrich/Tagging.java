package org.copytaster.enrich;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.copytaster.enrich.entity.EntityModel;
import org.copytaster.enrich.entity.EntityTagger;
import org.copytaster.enrich.entity.Linking;
import org.copytaster.enrich.entity.ModelTagger;
import org.copytaster.enrich.text.LanguageIdentifier;
import org.copytaster.enrich.text.Text;
import org.copytaster.enrich.text.ZoneLabeler;
import org.copytaster.enrich.text.ZonedSpan;
import org.copytaster.enrich.timex.CreationFields;
import org.copytaster.enrich.timex.CreationReader;
import org.copytaster.enrich.timex.DateOrder;
import org.copytaster.enrich.timex.PatternTimexTagger;
import org.copytaster.enrich.timex.TimexTagger;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is found in a text: its zones, its language, its entities and its time
 * expressions. It is pure, may be shared by threads, and costs some milliseconds to make.
 */
public final class Tagging {

  private static final String LINK_ENGINE = "atlas/1";

  private final ZoneLabeler labeler = ZoneLabeler.english();
  private final SpokenLanguage languages;
  private final EntityTagger entities;
  private final TimexTagger timexes;
  private final CreationReader creation;
  private final boolean inferredToo;
  private final Linking linking;

  Tagging(EntityTagger entities, TimexTagger timexes) {
    this(SpokenLanguage.read(), entities, timexes, false, Linking.DEFAULT);
  }

  private Tagging(
      SpokenLanguage languages,
      EntityTagger entities,
      TimexTagger timexes,
      boolean inferredToo,
      Linking linking) {
    this.languages = languages;
    this.entities = entities;
    this.linking = linking;
    this.timexes = timexes;
    this.creation = CreationReader.english(timexes);
    this.inferredToo = inferredToo;
  }

  /** The engines that come with this version. */
  public static Tagging english() {
    return english(EntityModel.NEWS);
  }

  /** The same with one of the models for entities. */
  public static Tagging english(EntityModel model) {
    return new Tagging(ModelTagger.english(model), PatternTimexTagger.english());
  }

  /**
   * The same engines with another policy for document creation times.
   *
   * @param allowed whether one that is only inferred from evidence, for instance from the date of a
   *     teaser, is taken where none is accepted
   */
  public Tagging withInferredCreationTime(boolean allowed) {
    return new Tagging(languages, entities, timexes, allowed, linking);
  }

  /** The same engines with other lists to link entities by, or another threshold. */
  public Tagging withLinking(Linking other) {
    return new Tagging(languages, entities.with(other), timexes, inferredToo, other);
  }

  /**
   * Tags a text that came without an article.
   *
   * @param creationTime ISO 8601 date, or date and time with zone; null takes what the head of the
   *     text says in full, and without that leaves relative time expressions without a value
   * @return an article that has a text and tags and nothing else; offsets are UTF-16
   * @throws IllegalArgumentException if the creation time cannot be read
   */
  public EnrichedArticle tag(String text, @Nullable String creationTime) {
    return tag(text, creationTime, DateOrder.UNKNOWN);
  }

  /**
   * Tags a text that came without an article, but from a source whose locale is known.
   *
   * @param creationTime as in {@link #tag(String, String)}
   * @param order in which order day and month stand in figures
   * @return as {@link #tag(String, String)}
   * @throws IllegalArgumentException if the creation time cannot be read
   */
  public EnrichedArticle tag(String text, @Nullable String creationTime, DateOrder order) {
    return tag(new Composed(text, List.of(), null, order), CreationFields.given(creationTime))
        .setArticle(Article.newBuilder().build())
        .build();
  }

  /**
   * A text and what its article says of it.
   *
   * @param zones those that are known
   * @param language BCP 47, or null where nobody said
   * @param order in which order day and month stand in figures
   */
  record Composed(String text, List<ZonedSpan> zones, @Nullable String language, DateOrder order) {}

  /**
   * Tags a text; the article is for the caller to set.
   *
   * @param fields what is known of its creation time
   */
  EnrichedArticle.Builder tag(Composed composed, CreationFields fields) {
    var zones = labeler.label(composed.text(), composed.zones());
    var text = new Text(composed.text(), zones);
    var spoken = languages.of(text, composed.language()).orElse(null);
    var engines = new HashMap<String, String>();
    engines.put("zones", ZoneLabeler.ENGINE);
    engines.put("language", LanguageIdentifier.ENGINE);
    var ledger = creation.ledger(fields, text);
    var enriched =
        EnrichedArticle.newBuilder()
            .setText(composed.text())
            .setZones(TagRecords.zones(zones))
            .setLanguage(spoken == null ? null : spoken.tag())
            .setLanguageConfidence(
                spoken == null ? null : TagRecords.confidence(spoken.confidence()))
            .setDct(ledger.taken(inferredToo).map(TagRecords::creationTime).orElse(null))
            .setDctCandidates(TagRecords.candidates(ledger.candidates()))
            .setEntities(new ArrayList<>())
            .setTimexes(new ArrayList<>());
    var tag = spoken == null ? "" : spoken.tag();
    if (knows(entities.languages(), tag)) {
      enriched.setEntities(TagRecords.entities(entities.tag(text)));
      engines.put("entity", entities.engine());
      engines.put("link", engine());
    }
    if (knows(timexes.languages(), tag)) {
      var anchor = ledger.anchor(inferredToo).orElse(null);
      enriched.setTimexes(TagRecords.timexes(timexes.tag(text, anchor, composed.order())));
      engines.put("timex", timexes.engine());
    }
    return enriched.setEngines(engines);
  }

  /** What links depend on besides the text: the rules, the threshold, the house's own lists. */
  private String engine() {
    var version = LINK_ENGINE + " least-confidence/" + linking.leastConfidence();
    var authority = linking.authority();
    return authority.entries() == 0 ? version : version + " authority/" + authority.version();
  }

  private static boolean knows(Set<String> languages, String tag) {
    return languages.contains(SpokenLanguage.primary(tag));
  }
}
