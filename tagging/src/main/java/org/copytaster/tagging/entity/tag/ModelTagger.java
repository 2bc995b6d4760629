package org.copytaster.tagging.entity.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.Entity;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.encoder.Encoder;
import org.copytaster.tagging.entity.encoder.EncoderException;
import org.copytaster.tagging.entity.find.CompoundCountries;
import org.copytaster.tagging.entity.find.Countries;
import org.copytaster.tagging.entity.find.Dateline;
import org.copytaster.tagging.entity.find.DividedCountries;
import org.copytaster.tagging.entity.find.Gazetteer;
import org.copytaster.tagging.entity.find.Lexicon;
import org.copytaster.tagging.entity.find.MissedSurnames;
import org.copytaster.tagging.entity.find.ModelWeights;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.Name.Clue;
import org.copytaster.tagging.entity.find.Name.Context;
import org.copytaster.tagging.entity.find.Name.Trust;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.NameFinder;
import org.copytaster.tagging.entity.find.NameTyper;
import org.copytaster.tagging.entity.find.Passage;
import org.copytaster.tagging.entity.find.Stretches;
import org.copytaster.tagging.entity.find.TokenFeatures;
import org.copytaster.tagging.entity.find.TokenTags;
import org.copytaster.tagging.entity.find.WordClusters;
import org.copytaster.tagging.entity.form.NameForms;
import org.copytaster.tagging.entity.link.Linker;
import org.copytaster.tagging.entity.link.Linking;
import org.copytaster.tagging.entity.link.Scene;
import org.copytaster.tagging.entity.resolve.EntityResolver;
import org.copytaster.tagging.text.Sentences;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Tokens;
import org.copytaster.tagging.text.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Finds mentions by a model that was trained on tagged news, and who they are by a small gazetteer
 * and by the text itself. Bylines, credits and lists of contributors name people in forms of their
 * own and are read by rule. Its time is linear in the text.
 */
public final class ModelTagger implements EntityTagger {

  /**
   * So many tokens are tagged at a time: what a document shows of its words is looked for in one
   * chapter, and memory does not grow with a book.
   */
  private static final int CHAPTER = 50_000;

  private static final String PERCEPTRON = "entity-perceptron/4 ";
  private static final String ENCODER = "entity-encoder/1 ";

  private final Tokens tokens;
  private final Gazetteer gazetteer;
  private final NameCues cues;
  private final Countries countries;
  private final Stretches stretches;
  private final SentenceReader reader;
  private final Linker linker;
  private final String engine;

  ModelTagger(Tokens tokens, SentenceReader reader, String engine) {
    this.tokens = tokens;
    this.gazetteer = Gazetteer.read(tokens);
    this.cues = NameCues.read();
    this.countries = Countries.read();
    this.stretches = new Stretches(gazetteer, countries, cues);
    this.reader = reader;
    this.linker = Linker.read();
    this.engine = engine;
  }

  /** Another linker and all the rest shared. */
  private ModelTagger(ModelTagger other, Linker linker) {
    this.tokens = other.tokens;
    this.gazetteer = other.gazetteer;
    this.cues = other.cues;
    this.countries = other.countries;
    this.stretches = other.stretches;
    this.reader = other.reader;
    this.linker = linker;
    this.engine = other.engine;
  }

  /** A tagger for English news. */
  public static ModelTagger english() {
    return english(EntityModel.NEWS);
  }

  /** A tagger for English news, by one of the models and the perceptron alone. */
  public static ModelTagger english(EntityModel model) {
    var weights = weights(model);
    var features = features(weights);
    return new ModelTagger(
        Tokens.english(),
        sentences -> weights.tags(sentences, features.of(sentences)),
        PERCEPTRON + model.label());
  }

  /**
   * A tagger for English news, by one of the models.
   *
   * @throws EncoderException if the reader wants an encoder and there is none to be had
   */
  public static ModelTagger english(EntityModel model, EntityReader reader)
      throws EncoderException {
    if (reader == EntityReader.FAST) {
      return english(model);
    }
    var encoder = Encoder.read(model.label());
    var weights = weights(model);
    return new ModelTagger(
        Tokens.english(),
        new BothReaders(
            weights, features(weights), encoder::logProbabilities, BothReaders.Sharing.DEFAULT),
        PERCEPTRON + model.label() + " " + ENCODER + model.label());
  }

  private static ModelWeights weights(EntityModel model) {
    return ModelWeights.read(model.label() + ".model");
  }

  private static TokenFeatures features(ModelWeights weights) {
    return new TokenFeatures(Lexicon.read(), WordClusters.read(), weights.bits());
  }

  @Override
  public EntityTagger with(Linking linking) {
    return new ModelTagger(this, linker.with(linking));
  }

  @Override
  public Set<String> languages() {
    return Set.of("en");
  }

  @Override
  public String engine() {
    return engine;
  }

  /** A sentence: some tokens of a passage. */
  private record Sentence(Passage passage, int begin, int end) {

    List<Token> tokens() {
      return passage.tokens().subList(begin, end);
    }
  }

  @Override
  public List<Entity> tag(Text text) {
    return tag(text, null);
  }

  @Override
  public List<Entity> tag(Text text, @Nullable LocalDate day) {
    var characters = text.characters();
    var passages = new ArrayList<Passage>();
    var sentences = new ArrayList<Sentence>();
    var staff = new NameFinder(gazetteer, cues, characters);
    var names = new ArrayList<Name>();
    for (var paragraph : text.paragraphs()) {
      var passage = new Passage(tokens.of(characters, paragraph.span()), paragraph.zone());
      var dateline =
          paragraph.zone() == Zone.DATELINE
              ? new Dateline(gazetteer, cues, characters).names(passage.tokens())
              : List.<Name>of();
      names.addAll(dateline);
      if (NameTyper.namesStaff(paragraph.zone())) {
        staff.read(passage.tokens(), paragraph.zone());
      } else if (dateline.isEmpty()) {
        passages.add(passage);
        addSentences(passage, sentences);
      }
    }
    names.addAll(staff.names());
    for (var chapter : chapters(sentences)) {
      addTagged(characters, chapter, names);
    }
    var people = new MissedSurnames(cues, countries).with(names, passages, characters);
    var parts = new CompoundCountries(gazetteer, countries).with(people, passages, characters);
    var all = new DividedCountries(countries).with(parts, passages, characters);
    return new EntityResolver(cues, countries, linker, Scene.of(day, characters))
        .of(all, begins(sentences));
  }

  private void addTagged(String characters, List<Sentence> sentences, List<Name> names) {
    var words = sentences.stream().map(ModelTagger::words).toList();
    var tags = reader.tags(words);
    var forms = NameForms.of(sentences.stream().map(Sentence::tokens).toList(), cues, gazetteer);
    for (int i = 0; i < sentences.size(); i++) {
      var tokens = sentences.get(i).tokens();
      var found = forms.mended(tokens, TokenTags.stretches(tags.get(i)));
      for (var stretch : stretches.of(tokens, found)) {
        names.add(name(characters, sentences.get(i), stretch));
      }
    }
  }

  private static int[] begins(List<Sentence> sentences) {
    return sentences.stream()
        .filter(sentence -> sentence.passage().zone() == Zone.BODY)
        .mapToInt(sentence -> sentence.tokens().get(0).span().begin())
        .toArray();
  }

  private static void addSentences(Passage passage, List<Sentence> sentences) {
    int begin = 0;
    for (var sentence : Sentences.of(passage.tokens())) {
      sentences.add(new Sentence(passage, begin, begin + sentence.size()));
      begin += sentence.size();
    }
  }

  /** An article is one chapter; a book is cut. */
  private static List<List<Sentence>> chapters(List<Sentence> sentences) {
    var chapters = new ArrayList<List<Sentence>>();
    int begin = 0;
    int length = 0;
    for (int i = 0; i < sentences.size(); i++) {
      length += sentences.get(i).end() - sentences.get(i).begin();
      if (length >= CHAPTER || i + 1 == sentences.size()) {
        chapters.add(sentences.subList(begin, i + 1));
        begin = i + 1;
        length = 0;
      }
    }
    return chapters;
  }

  private static String[] words(Sentence sentence) {
    return sentence.tokens().stream().map(token -> plain(token.surface())).toArray(String[]::new);
  }

  /** The word with the quotation marks and dashes of a typewriter. */
  public static String plain(String word) {
    return switch (word) {
      case "“", "”", "„", "``", "''" -> "\"";
      case "–", "—", "_" -> "--";
      default -> word.replace('’', '\'').replace('‘', '\'');
    };
  }

  private Name name(String characters, Sentence sentence, TokenTags.Stretch stretch) {
    int first = sentence.begin();
    var context =
        new Context(sentence.passage().tokens(), first + stretch.begin(), first + stretch.end());
    return Name.of(characters, context, sentence.passage().zone(), clue(sentence, stretch));
  }

  /** Whether nothing but a legal form is left of a name: Siemens is known, and so is Siemens AG. */
  private boolean reaches(Sentence sentence, int begin, TokenTags.Stretch stretch) {
    var rest = sentence.tokens().subList(Math.min(begin, stretch.end()), stretch.end());
    boolean company = stretch.type() == EntityType.ORG;
    return begin == stretch.end()
        || (company
            && begin < stretch.end()
            && rest.stream().allMatch(t -> cues.is(NameCues.Kind.LEGAL_FORM, t.surface())));
  }

  /**
   * Whom the gazetteer knows by just these words as something of this type; a country is no
   * organisation.
   */
  private Clue clue(Sentence sentence, TokenTags.Stretch stretch) {
    var known = gazetteer.longestAt(sentence.tokens(), stretch.begin());
    if (known == null || !reaches(sentence, stretch.begin() + known.words().size(), stretch)) {
      return Clue.sure(stretch.type());
    }
    var identity = known.identity();
    boolean country = stretch.type() == EntityType.ORG && gazetteer.isCountry(known);
    boolean fits = identity.type() == stretch.type() || country;
    return fits ? new Clue(identity.type(), Trust.SURE, identity) : Clue.sure(stretch.type());
  }
}
