package org.copytaster.enrich.tag;

import java.util.HashMap;
import java.util.function.Consumer;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.tagging.TagContext;
import org.copytaster.tagging.Tagger;
import org.copytaster.tagging.Tags;
import org.copytaster.tagging.entity.encoder.EncoderException;
import org.copytaster.tagging.entity.link.Linking;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.tag.EntityReader;
import org.copytaster.tagging.text.LanguageIdentifier.IdentifiedLanguage;
import org.copytaster.tagging.timex.DateOrder;
import org.jspecify.annotations.Nullable;

/** Tags texts and writes the tags as records of the contract. */
public final class RecordTagger {

  private final Tagger tagger;

  public RecordTagger(Tagger tagger) {
    this.tagger = tagger;
  }

  /** The engines that come with this version. */
  public static RecordTagger english() {
    return english(EntityModel.NEWS);
  }

  /** The same with one of the models for entities. */
  public static RecordTagger english(EntityModel model) {
    return new RecordTagger(Tagger.english(model));
  }

  /**
   * The same with one of the models for entities, and the reader that is asked for, or else the
   * perceptron alone.
   *
   * @param without is told why the encoder cannot be had here, if it is asked for
   */
  public static RecordTagger english(
      EntityModel model, EntityReader reader, Consumer<EncoderException> without) {
    try {
      return new RecordTagger(Tagger.english(model, reader));
    } catch (EncoderException e) {
      without.accept(e);
      return english(model);
    }
  }

  /** As {@link Tagger#withInferredCreationTime}. */
  public RecordTagger withInferredCreationTime(boolean allowed) {
    return new RecordTagger(tagger.withInferredCreationTime(allowed));
  }

  /** As {@link Tagger#withLinking}. */
  public RecordTagger withLinking(Linking other) {
    return new RecordTagger(tagger.withLinking(other));
  }

  /**
   * Tags a text that came without an article.
   *
   * @param creationTime as in {@link TagContext#created}
   * @return an article that has a text and tags and nothing else; offsets are UTF-16
   * @throws IllegalArgumentException if the creation time cannot be read
   */
  public EnrichedArticle tag(String text, @Nullable String creationTime) {
    return tag(text, creationTime, DateOrder.UNKNOWN);
  }

  /**
   * Tags a text that came without an article, but from a source whose locale is known.
   *
   * @param order in which order day and month stand in figures
   * @return as {@link #tag(String, String)}
   * @throws IllegalArgumentException if the creation time cannot be read
   */
  public EnrichedArticle tag(String text, @Nullable String creationTime, DateOrder order) {
    return draft(text, TagContext.created(creationTime).with(order))
        .setArticle(Article.newBuilder().build())
        .build();
  }

  /** Tags a text; the article is for the caller to set. */
  EnrichedArticle.Builder draft(String text, TagContext context) {
    return record(text, tagger.tag(text, context));
  }

  private static EnrichedArticle.Builder record(String text, Tags tags) {
    var engines = new HashMap<String, String>();
    tags.engines().forEach(engines::put);
    return EnrichedArticle.newBuilder()
        .setText(text)
        .setZones(TagRecords.zones(tags.zones()))
        .setLanguage(tags.language().map(IdentifiedLanguage::tag).orElse(null))
        .setLanguageConfidence(
            tags.language().map(each -> TagRecords.confidence(each.confidence())).orElse(null))
        .setDct(tags.creationTime().map(TagRecords::creationTime).orElse(null))
        .setDctCandidates(TagRecords.candidates(tags.creation().candidates()))
        .setEntities(TagRecords.entities(tags.entities()))
        .setTimexes(TagRecords.timexes(tags.timexes()))
        .setEngines(engines);
  }
}
