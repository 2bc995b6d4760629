package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.Fold;

/**
 * The parts of a person's name, folded.
 *
 * @param given first and middle names and initials
 * @param family the family name with its particles: van der bellen
 * @param suffix jr, iii, or nothing
 * @param familyFirst whether copy puts the family name first: Kim Jong Un
 */
public record PersonName(
    List<String> given, List<String> family, String suffix, boolean familyFirst) {

  private static final int LONGEST = 8;

  /** Arabic ones, as they are written in front of a family name. */
  private static final Set<String> ARTICLES = Set.of("al", "el", "ul", "as", "ash", "an", "ar");

  private static final String QUOTES = "()\"“”„``''‘’'";

  /** The parts of a name as it is written, word by word. */
  public static PersonName of(List<String> written, NameCues cues) {
    var words = new ArrayList<String>();
    boolean quoted = false;
    var straight = surnameFirst(written, cues) ? turned(written) : written;
    for (var word : straight.subList(0, Math.min(LONGEST, straight.size()))) {
      boolean mark = QUOTES.contains(word);
      if (!mark && !quoted && !word.equals(",")) {
        words.add(word);
      }
      quoted = mark != quoted;
    }
    while (words.size() > 1 && cues.is(NameCues.Kind.TITLE, words.get(0))) {
      words.remove(0);
    }
    var suffix = "";
    if (words.size() > 1 && cues.is(NameCues.Kind.NAME_SUFFIX, words.get(words.size() - 1))) {
      suffix = Fold.withoutStops(Fold.of(words.remove(words.size() - 1)));
    }
    if (words.isEmpty()) {
      words.addAll(written);
    }
    boolean first = familyFirst(words, cues);
    var folded = words.stream().map(Fold::of).toList();
    int border = first ? 1 : familyBegin(folded, cues);
    var front = folded.subList(0, border);
    var back = folded.subList(border, folded.size());
    return new PersonName(first ? back : front, first ? front : back, suffix, first);
  }

  /** Whether a name is written as lists do: Doe, John R. */
  public static boolean surnameFirst(List<String> written, NameCues cues) {
    return written.size() > 2
        && written.get(1).equals(",")
        && !cues.is(NameCues.Kind.NAME_SUFFIX, written.get(2));
  }

  /** The words of a name that is written so, in the order of speech: John R. Doe. */
  public static List<String> turned(List<String> written) {
    var words = new ArrayList<>(written.subList(2, written.size()));
    words.add(written.get(0));
    return words;
  }

  private static boolean familyFirst(List<String> words, NameCues cues) {
    var first = Capitals.loweredName(words.get(0));
    return words.size() > 1
        && words.size() <= 3
        && cues.is(NameCues.Kind.FAMILY, first)
        && !cues.is(NameCues.Kind.FIRST_NAME, first);
  }

  private static int familyBegin(List<String> folded, NameCues cues) {
    for (int i = 1; i < folded.size() - 1; i++) {
      if (cues.is(NameCues.Kind.PARTICLE, folded.get(i))) {
        return i;
      }
    }
    return folded.size() - 1;
  }

  /** Whether a given name stands before the surname. */
  public boolean full() {
    return !given.isEmpty();
  }

  /** All words in the order of copy. */
  List<String> words() {
    var words = new ArrayList<>(familyFirst ? family : given);
    words.addAll(familyFirst ? given : family);
    return words;
  }

  /** One key for all ways to write the whole name. */
  public String key() {
    return Fold.key(words()) + (suffix.isEmpty() ? "" : " " + suffix);
  }

  /** The same name with its two words in the other order: Orban Viktor. */
  public String turned() {
    var words = words();
    return words.size() == 2 ? Fold.key(List.of(words.get(1), words.get(0))) : "";
  }

  /** The same for the surname alone. */
  public String familyKey() {
    return Fold.key(family);
  }

  /** The last word of the family name: salman for bin salman. */
  public String familyWord() {
    return Fold.key(family.subList(family.size() - 1, family.size()));
  }

  /** The last word without an article that some write in front: assad for al-assad. */
  public String bareFamily() {
    var word = familyWord();
    int blank = word.indexOf(' ');
    return blank > 0 && ARTICLES.contains(word.substring(0, blank))
        ? word.substring(blank + 1)
        : word;
  }

  /** Given and family name without what is between; bill counts as william, ted as two names. */
  public List<String> frames(NameCues cues) {
    if (given.isEmpty()) {
      return List.of("");
    }
    var word = familyWord();
    return cues.formalGiven(given.get(0)).stream().map(formal -> formal + "|" + word).toList();
  }

  /** Initial and family name. */
  public String initialFrame() {
    return given.isEmpty() ? "" : given.get(0).charAt(0) + "|" + familyWord();
  }

  /** J. and J.K. are initials. */
  public boolean initialsOnly() {
    return !given.isEmpty() && initial(given.get(0));
  }

  private static boolean initial(String word) {
    return word.length() == 1 || word.indexOf('.') == 1;
  }

  /** Shorter forms that may stand for it, besides the family name. */
  public Set<String> shorterForms() {
    var forms = new LinkedHashSet<String>();
    var words = words();
    for (int i = 1; i < words.size(); i++) {
      forms.add(Fold.key(words.subList(i, words.size())));
      if (!initial(words.get(i)) && (i < words.size() - 1 || familyFirst)) {
        forms.add(words.get(i));
      }
      boolean second = i > 0 && i < words.size() - 1 && !familyFirst;
      if (second && !initial(words.get(i)) && !initial(words.get(0))) {
        forms.add(Fold.key(List.of(words.get(0), words.get(i))));
      }
    }
    return forms;
  }

  /** Whether two names with the same frame can be one person's. */
  public boolean fits(PersonName other) {
    if (!suffix.isEmpty() && !other.suffix.isEmpty() && !suffix.equals(other.suffix)) {
      return false;
    }
    int middles = Math.min(given.size(), other.given.size());
    for (int i = 1; i < middles; i++) {
      var mine = given.get(i);
      var others = other.given.get(i);
      boolean same =
          (initial(mine) || initial(others))
              ? mine.charAt(0) == others.charAt(0)
              : mine.equals(others);
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
