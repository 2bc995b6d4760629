package org.copytaster.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.enrich.entity.Name.Clue;
import org.copytaster.enrich.entity.Name.Trust;
import org.copytaster.enrich.text.Sentences;
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

  /**
   * How many tokens explain each other at most. All features of so many are held at once, some
   * hundred bytes a token.
   */
  private static final int CHAPTER = 50_000;

  private final Tokens tokens;
  private final Gazetteer gazetteer;
  private final Cues cues;
  private final Model model;
  private final Features features;

  private ModelTagger(Tokens tokens, Model model) {
    this.tokens = tokens;
    this.gazetteer = Gazetteer.read(tokens);
    this.cues = Cues.read();
    this.model = model;
    this.features = new Features(Lexicon.read(), model.bits());
  }

  /** A tagger for English news. */
  public static ModelTagger english() {
    return new ModelTagger(Tokens.english(), Model.read("news.model"));
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
        for (var sentence : Sentences.of(words)) {
          sentences.add(new Sentence(sentence, paragraph.zone()));
        }
      }
    }
    for (var chapter : chapters(sentences)) {
      addNames(text.characters(), chapter, names);
    }
    names.addAll(staff.names());
    names.sort((a, b) -> Integer.compare(a.place().begin(), b.place().begin()));
    return new Cast(cues).of(names, text.characters().length());
  }

  /** An article is one chapter; a book is cut. */
  private static List<List<Sentence>> chapters(List<Sentence> sentences) {
    var chapters = new ArrayList<List<Sentence>>();
    int begin = 0;
    int length = 0;
    for (int i = 0; i < sentences.size(); i++) {
      length += sentences.get(i).tokens().size();
      if (length >= CHAPTER || i + 1 == sentences.size()) {
        chapters.add(sentences.subList(begin, i + 1));
        begin = i + 1;
        length = 0;
      }
    }
    return chapters;
  }

  private void addNames(String characters, List<Sentence> chapter, List<Name> names) {
    var seen = features.of(chapter.stream().map(ModelTagger::words).toList());
    for (int i = 0; i < chapter.size(); i++) {
      for (var stretch : Tags.stretches(Viterbi.tags(seen.get(i), model))) {
        for (var part : parts(chapter.get(i), stretch)) {
          names.add(name(characters, chapter.get(i), part));
        }
      }
    }
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
