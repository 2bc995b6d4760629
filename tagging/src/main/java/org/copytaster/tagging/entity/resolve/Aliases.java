package org.copytaster.tagging.entity.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.find.Name;

/**
 * Second names that copy gives a person in so many words: was born Peter Baker, née Baker, better
 * known as Ginger.
 */
final class Aliases {

  /** A second name stands next behind the last of the words that give it. */
  private static final Set<String> LAST =
      Set.of("born", "née", "né", "nee", "alias", "aka", "a.k.a.");

  private static final Set<String> BETWEEN =
      Set.of(
          ",",
          "(",
          "--",
          "–",
          "—",
          "who",
          "is",
          "was",
          "also",
          "better",
          "best",
          "then",
          "originally",
          "formerly",
          "previously",
          "professionally",
          "widely",
          "popularly",
          "commonly",
          "now");

  private static final Set<String> REAL = Set.of("real", "birth", "full", "legal");

  /** With more words between the names, something else is told. */
  private static final int LONGEST = 6;

  private Aliases() {}

  /**
   * A second name.
   *
   * @param first the name in front of it, of the same bearer
   */
  record Alias(Name name, Name first) {}

  /**
   * The second names, in the order of the text.
   *
   * @param people in the order of the text
   */
  static List<Alias> of(List<Name> people) {
    var aliases = new ArrayList<Alias>();
    for (int i = 1; i < people.size(); i++) {
      if (gives(people.get(i - 1), people.get(i))) {
        aliases.add(new Alias(people.get(i), people.get(i - 1)));
      }
    }
    return aliases;
  }

  private static boolean gives(Name first, Name second) {
    var context = second.context();
    int begin = first.context().end();
    int end = context.begin();
    boolean near = context.sameParagraph(first.context()) && end > begin && end - begin <= LONGEST;
    // Known as Anna Lund's right hand is somebody else than Anna Lund.
    boolean owns = context.after(1).equals("'s") || context.after(1).equals("’s");
    if (!near || owns) {
      return false;
    }
    int words = phrase(context, end);
    if (words == 0) {
      return false;
    }
    for (int i = begin; i < end - words; i++) {
      if (!BETWEEN.contains(context.word(i))) {
        return false;
      }
    }
    return true;
  }

  /** How many words in front of a token say that a second name follows; 0 for none. */
  private static int phrase(Name.Context context, int end) {
    var last = context.word(end - 1);
    if (LAST.contains(last)) {
      return 1;
    }
    if (last.equals("as")) {
      return context.word(end - 2).equals("known") ? 2 : 0;
    }
    boolean named =
        (last.equals("is") || last.equals("was"))
            && context.word(end - 2).equals("name")
            && REAL.contains(context.word(end - 3))
            && context.word(end - 4).equals("whose");
    return named ? 4 : 0;
  }
}
