package org.copytaster.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.Entity;
import org.copytaster.tagging.entity.encoder.EncoderException;
import org.copytaster.tagging.entity.link.Linking;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.tag.EntityReader;
import org.copytaster.tagging.entity.tag.EntityTagger;
import org.copytaster.tagging.entity.tag.ModelTagger;
import org.copytaster.tagging.text.LanguageIdentifier;
import org.copytaster.tagging.text.SpokenLanguage;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.timex.DocumentTime;
import org.copytaster.tagging.timex.PatternTimexTagger;
import org.copytaster.tagging.timex.Timex;
import org.copytaster.tagging.timex.TimexTagger;
import org.copytaster.tagging.timex.creation.CreationReader;

/**
 * Finds everything in a text: its zones, its language, its entities and its time expressions. It is
 * pure, may be shared by threads, and costs some hundred milliseconds to make.
 */
public final class Tagger {

  private static final String LINK_ENGINE = "atlas/1 known/1";

  private final ZoneLabeler labeler = ZoneLabeler.english();
  private final SpokenLanguage languages;
  private final EntityTagger entities;
  private final TimexTagger timexes;
  private final CreationReader creation;
  private final boolean inferredToo;
  private final Linking linking;

  private Tagger(
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
  public static Tagger english() {
    return english(EntityModel.NEWS);
  }

  /** The same with one of the models for entities. */
  public static Tagger english(EntityModel model) {
    return of(ModelTagger.english(model), PatternTimexTagger.english());
  }

  /**
   * The same with one of the models for entities, and with or without a second reader.
   *
   * @throws EncoderException if the reader wants an encoder and there is none to be had
   */
  public static Tagger english(EntityModel model, EntityReader reader) throws EncoderException {
    return of(ModelTagger.english(model, reader), PatternTimexTagger.english());
  }

  /** With engines of your own. */
  public static Tagger of(EntityTagger entities, TimexTagger timexes) {
    return new Tagger(SpokenLanguage.read(), entities, timexes, false, Linking.DEFAULT);
  }

  /**
   * The same engines with another policy for document creation times.
   *
   * @param allowed whether one that is only inferred from evidence, for instance from the date of a
   *     teaser, is taken where none is accepted
   */
  public Tagger withInferredCreationTime(boolean allowed) {
    return new Tagger(languages, entities, timexes, allowed, linking);
  }

  /** The same engines with other lists to link entities by, or another threshold. */
  public Tagger withLinking(Linking other) {
    return new Tagger(languages, entities.with(other), timexes, inferredToo, other);
  }

  /**
   * Tags a text.
   *
   * @param context what is known of it; {@link TagContext#NONE} if nothing is
   * @throws IllegalArgumentException if a creation time of the context cannot be read
   */
  public Tags tag(String characters, TagContext context) {
    var zones = labeler.label(characters, context.zones());
    var text = new Text(characters, zones);
    var spoken = languages.of(text, context.language());
    var tag = spoken.map(LanguageIdentifier.IdentifiedLanguage::tag).orElse("");
    var engines = new HashMap<String, String>();
    engines.put("zones", ZoneLabeler.ENGINE);
    engines.put("language", LanguageIdentifier.ENGINE);
    var ledger = creation.ledger(context.creation(), text);
    List<Entity> named = List.of();
    if (knows(entities.languages(), tag)) {
      var day = ledger.anchor(inferredToo).map(DocumentTime::date).orElse(null);
      named = entities.tag(text, day);
      engines.put("entity", entities.engine());
      engines.put("link", linkEngine());
    }
    List<Timex> times = List.of();
    if (knows(timexes.languages(), tag)) {
      times = timexes.tag(text, ledger.anchor(inferredToo).orElse(null), context.order());
      engines.put("timex", timexes.engine());
    }
    return new Tags(zones, spoken, ledger, ledger.taken(inferredToo), named, times, engines);
  }

  /** What links depend on besides the text: the rules, the threshold, the house's own lists. */
  private String linkEngine() {
    var version = LINK_ENGINE + " least-confidence/" + linking.leastConfidence();
    var authority = linking.authority();
    if (authority.entries() > 0) {
      version += " authority/" + authority.version();
    }
    var knowledge = linking.knowledge();
    return knowledge.bearers() == 0 ? version : version + " knowledge/" + knowledge.version();
  }

  private static boolean knows(Set<String> languages, String tag) {
    return languages.contains(SpokenLanguage.primary(tag));
  }
}
