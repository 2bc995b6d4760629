package org.copytaster.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.enrich.entity.Name.Clue;
import org.copytaster.enrich.entity.Name.Trust;
import org.copytaster.enrich.text.Text;
import org.copytaster.enrich.text.Token;
import org.copytaster.enrich.text.Tokens;
import org.copytaster.enrich.text.Zone;

/**
 * Finds mentions by a model that was trained on tagged news, and who they are by a small gazetteer
 * and by the text itself. Bylines, credits and lists of contributors name people in forms of their
 * own and are read by rule. Its time is linear in the text.
 */
public final class ModelTagger implements EntityTagger {

  private static final Set<String> INSTITUTIONS =
      Set.of("Ministry", "Parliament", "Senate", "Government", "Cabinet", "Embassy", "Consulate");

  private final Tokens tokens;
  private final Gazetteer gazetteer;
  private final Cues cues;
  private final Model model;
  private final Features features;
  private final Linker linker;

  private ModelTagger(Tokens tokens, Model model) {
    this.tokens = tokens;
    this.gazetteer = Gazetteer.read(tokens);
    this.cues = Cues.read();
    this.model = model;
    this.features = new Features(Lexicon.read(), model.bits());
    this.linker = Linker.read();
  }

  /** Another linker and all the rest shared. */
  private ModelTagger(ModelTagger other, Linker linker) {
    this.tokens = other.tokens;
    this.gazetteer = other.gazetteer;
    this.cues = other.cues;
    this.model = other.model;
    this.features = other.features;
    this.linker = linker;
  }

  /** A tagger for English news. */
  public static ModelTagger english() {
    return new ModelTagger(Tokens.english(), Model.read("news.model"));
  }

  @Override
  public EntityTagger with(Linking linking) {
    return new ModelTagger(this, linker.with(linking));
  }

  @Override
  public String engine() {
    return "entity-perceptron/1";
  }

  /** A sentence and its zone. */
  private record Sentence(List<Token> tokens, Zone zone) {}

  @Override
  public List<Entity> tag(Text text) {
    var names = new ArrayList<Name>();
    var sentences = new ArrayList<Sentence>();
    var staff = new NameFinder(gazetteer, cues, text.characters());
    for (var paragraph : text.paragraphs()) {
      var words = tokens.of(text.characters(), paragraph.span());
      if (NameTyper.namesStaff(paragraph.zone())) {
        staff.read(words, paragraph.zone());
      } else {
        addSentences(words, paragraph.zone(), sentences);
      }
    }
    var seen = features.of(sentences.stream().map(ModelTagger::words).toList());
    for (int i = 0; i < sentences.size(); i++) {
      for (var stretch : Tags.stretches(Viterbi.tags(seen.get(i), model))) {
        for (var part : parts(sentences.get(i), stretch)) {
          names.add(name(text.characters(), sentences.get(i), part));
        }
      }
    }
    names.addAll(staff.names());
    names.sort((a, b) -> Integer.compare(a.place().begin(), b.place().begin()));
    return new Cast(cues, linker).of(names, text.characters().length());
  }

  /**
   * CoNLL has two mentions in "Brazilian Foreign Ministry"; some sets have one, and so the model.
   */
  private List<Tags.Stretch> parts(Sentence sentence, Tags.Stretch stretch) {
    int begin = stretch.begin();
    int end = stretch.end();
    var last = sentence.tokens().get(end - 1).surface();
    if (stretch.type() != EntityType.ORG || end < begin + 2 || !INSTITUTIONS.contains(last)) {
      return List.of(stretch);
    }
    var nation = gazetteer.longestAt(sentence.tokens(), begin);
    if (nation == null
        || nation.identity().type() != EntityType.MISC
        || begin + nation.words().size() >= end) {
      return List.of(stretch);
    }
    int border = begin + nation.words().size();
    return List.of(
        new Tags.Stretch(begin, border, EntityType.MISC),
        new Tags.Stretch(border, end, EntityType.ORG));
  }

  private static void addSentences(List<Token> words, Zone zone, List<Sentence> sentences) {
    int begin = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || begins(words, i)) {
        sentences.add(new Sentence(words.subList(begin, i), zone));
        begin = i;
      }
    }
  }

  /** A quotation mark at the begin of a sentence does not begin another behind it. */
  private static boolean begins(List<Token> words, int at) {
    return words.get(at).sentenceStart() && !words.get(at - 1).sentenceStart();
  }

  private static String[] words(Sentence sentence) {
    return sentence.tokens().stream().map(token -> plain(token.surface())).toArray(String[]::new);
  }

  /** The word with the quotation marks and dashes of a typewriter. */
  static String plain(String word) {
    return switch (word) {
      case "“", "”", "„", "``", "''" -> "\"";
      case "–", "—", "_" -> "--";
      default -> word.replace('’', '\'').replace('‘', '\'');
    };
  }

  private Name name(String characters, Sentence sentence, Tags.Stretch stretch) {
    var words = sentence.tokens().subList(stretch.begin(), stretch.end());
    return Name.of(characters, words, sentence.zone(), clue(sentence, stretch));
  }

  /**
   * Whom the gazetteer knows by just these words as something of this type; a country is no
   * organisation.
   */
  private Clue clue(Sentence sentence, Tags.Stretch stretch) {
    var known = gazetteer.longestAt(sentence.tokens(), stretch.begin());
    if (known == null || known.words().size() != stretch.end() - stretch.begin()) {
      return Clue.sure(stretch.type());
    }
    var identity = known.identity();
    boolean country = stretch.type() == EntityType.ORG && gazetteer.isCountry(known);
    boolean fits = identity.type() == stretch.type() || country;
    return fits ? new Clue(identity.type(), Trust.SURE, identity) : Clue.sure(stretch.type());
  }
}
