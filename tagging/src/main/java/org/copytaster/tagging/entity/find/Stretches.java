package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;
import org.copytaster.tagging.text.Token;

/**
 * Brings what the model found to one convention, that of CoNLL; the sets that it learnt from
 * disagree. Titles are no part of a name, a people and its ministry are two names, and so are a
 * town and its state.
 */
public final class Stretches {

  private static final Set<String> OF_A_NATION =
      Set.of("Ministry", "Parliament", "Senate", "Government", "Cabinet", "Embassy", "Consulate");

  private final Gazetteer gazetteer;
  private final Countries countries;
  private final NameCues cues;

  /** Brings stretches to the convention by these words; may be shared. */
  public Stretches(Gazetteer gazetteer, Countries countries, NameCues cues) {
    this.gazetteer = gazetteer;
    this.countries = countries;
    this.cues = cues;
  }

  /** The stretches of a sentence, cut and joined. */
  public List<Stretch> of(List<Token> tokens, List<Stretch> found) {
    var stretches = new ArrayList<Stretch>();
    for (var stretch : found) {
      for (var piece : apart(tokens, withoutTitles(tokens, stretch))) {
        stretches.addAll(cut(tokens, piece));
      }
      joinLegalForm(tokens, stretches);
      joinCampus(tokens, stretches);
    }
    return stretches;
  }

  /**
   * A name has no small words but particles and, if it is not a person's, of, for and the like:
   * "Kim met Putin" is two names.
   */
  private List<Stretch> apart(List<Token> tokens, Stretch stretch) {
    boolean small = tokens.get(stretch.begin()).surface().chars().noneMatch(Character::isUpperCase);
    if (stretch.type() == EntityType.MISC || small) {
      return List.of(stretch);
    }
    var pieces = new ArrayList<Stretch>();
    int begin = stretch.begin();
    for (int i = begin + 1; i < stretch.end() - 1; i++) {
      var word = tokens.get(i).surface();
      if (isSmall(word) && !hyphened(tokens, i) && !mayStandInside(stretch, word)) {
        addPiece(tokens, new Stretch(begin, i, stretch.type()), pieces);
        begin = i + 1;
      }
    }
    addPiece(tokens, new Stretch(begin, stretch.end(), stretch.type()), pieces);
    return pieces;
  }

  private static boolean isSmall(String word) {
    return word.length() > 1 && word.chars().allMatch(Character::isLowerCase);
  }

  /** The hee of Kim Kun - hee, whose hyphen stands apart. */
  private static boolean hyphened(List<Token> tokens, int at) {
    return at > 1 && tokens.get(at - 1).surface().equals("-");
  }

  /** A piece does not end in small words that joined it to what was cut off. */
  private static void addPiece(List<Token> tokens, Stretch piece, List<Stretch> pieces) {
    int end = piece.end();
    while (end > piece.begin()
        && isSmall(tokens.get(end - 1).surface())
        && !hyphened(tokens, end - 1)) {
      end--;
    }
    if (end > piece.begin()) {
      pieces.add(new Stretch(piece.begin(), end, piece.type()));
    }
  }

  private boolean mayStandInside(Stretch stretch, String word) {
    return cues.is(NameCues.Kind.PARTICLE, word)
        || (stretch.type() != EntityType.PER && cues.is(NameCues.Kind.LINK_WORD, word));
  }

  private Stretch withoutTitles(List<Token> tokens, Stretch stretch) {
    int begin = stretch.begin();
    for (int i = begin; stretch.type() == EntityType.PER && i < stretch.end() - 1; i++) {
      boolean surname = cues.is(NameCues.Kind.NAME_SUFFIX, tokens.get(i + 1).surface());
      if (!surname && cues.is(NameCues.Kind.TITLE, tokens.get(i).surface())) {
        boolean of = i + 3 < stretch.end() && tokens.get(i + 1).surface().equals("of");
        begin = of ? i + 3 : i + 1;
      }
    }
    return new Stretch(begin, stretch.end(), stretch.type());
  }

  private List<Stretch> cut(List<Token> tokens, Stretch stretch) {
    int border = stretch.begin();
    int next = border;
    var type = stretch.type();
    if (type == EntityType.ORG) {
      border = next = nationEnd(tokens, stretch);
      type = EntityType.MISC;
    } else if (type == EntityType.LOC) {
      border = townEnd(tokens, stretch);
      next = border + 1;
    }
    return border == stretch.begin()
        ? List.of(stretch)
        : List.of(
            new Stretch(stretch.begin(), border, type),
            new Stretch(next, stretch.end(), stretch.type()));
  }

  /** The end of the people in "Brazilian Foreign Ministry", or the begin of the stretch. */
  private int nationEnd(List<Token> tokens, Stretch stretch) {
    int begin = stretch.begin();
    int end = stretch.end();
    if (end < begin + 2 || !OF_A_NATION.contains(tokens.get(end - 1).surface())) {
      return begin;
    }
    var nation = gazetteer.longestAt(tokens, begin);
    boolean people = nation != null && nation.identity().type() == EntityType.MISC;
    int border = nation == null || !people ? begin : begin + nation.words().size();
    return border < end ? border : begin;
  }

  /** The end of the town in "Geneva, Switzerland", or the begin of the stretch. */
  private int townEnd(List<Token> tokens, Stretch stretch) {
    var known = gazetteer.longestAt(tokens, stretch.begin());
    if (known != null && known.words().size() == stretch.end() - stretch.begin()) {
      return stretch.begin();
    }
    for (int i = stretch.begin() + 1; i < stretch.end() - 1; i++) {
      if (tokens.get(i).surface().equals(",")) {
        return i;
      }
    }
    return stretch.begin();
  }

  /** The AG of "Deutsche Bank AG" is no name of its own. */
  private void joinLegalForm(List<Token> tokens, List<Stretch> stretches) {
    int last = stretches.size() - 1;
    if (last < 1) {
      return;
    }
    var company = stretches.get(last - 1);
    var form = stretches.get(last);
    if (company.type() == EntityType.ORG
        && company.end() == form.begin()
        && form.end() == form.begin() + 1
        && cues.is(NameCues.Kind.LEGAL_FORM, tokens.get(form.begin()).surface())) {
      stretches.remove(last);
      stretches.set(last - 1, new Stretch(company.begin(), form.end(), EntityType.ORG));
    }
  }

  /** University of California, Berkeley is one name: the state has more than one campus. */
  private void joinCampus(List<Token> tokens, List<Stretch> stretches) {
    int last = stretches.size() - 1;
    if (last < 1) {
      return;
    }
    var university = stretches.get(last - 1);
    var campus = stretches.get(last);
    boolean named =
        university.type() == EntityType.ORG
            && university.end() > university.begin() + 2
            && tokens.get(university.begin()).surface().equals("University")
            && tokens.get(university.begin() + 1).surface().equals("of");
    boolean adjacent = campus.type() == EntityType.LOC && campus.begin() == university.end() + 1;
    if (named
        && adjacent
        && tokens.get(university.end()).surface().equals(",")
        && countries.isState(words(tokens, university.begin() + 2, university.end()))
        && !countries.isState(words(tokens, campus.begin(), campus.end()))) {
      stretches.remove(last);
      stretches.set(last - 1, new Stretch(university.begin(), campus.end(), EntityType.ORG));
    }
  }

  private static String words(List<Token> tokens, int begin, int end) {
    var words = tokens.subList(begin, end).stream().map(Token::surface).toList();
    return String.join(" ", words);
  }
}
