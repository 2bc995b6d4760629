package org.copytaster.tagging.entity.find;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.text.Table;

/**
 * Lists of names as evidence and not as verdicts: which of them know the words at a place, and
 * whether a name of the list begins there, goes on or ends.
 */
public final class Lexicon {

  private static final int LONGEST = 6;

  /** How many lists there can be: a mark has a bit for each at each of four places. */
  private static final int KINDS = 8;

  private final Map<String, Integer> byName = new HashMap<>();

  private Lexicon() {}

  /** The lists beside this class. */
  public static Lexicon read() {
    var lexicon = new Lexicon();
    lexicon.addAll("first-names.tsv", 0);
    lexicon.addAll("places.tsv", 3);
    lexicon.addAll("countries.tsv", 4);
    lexicon.addAll("nationals.tsv", 5);
    lexicon.addAll("organisations.tsv", 6);
    for (var code : Locale.getISOCountries()) {
      lexicon.add(Gazetteer.nameOf(code), 4);
    }
    for (var row : Table.read(EntityType.class, "cues.tsv").rows()) {
      switch (row.get(0)) {
        case "family" -> lexicon.add(row.get(1), 1);
        case "title" -> lexicon.add(row.get(1), 2);
        case "org-end" -> lexicon.add(row.get(1), 7);
        default -> {}
      }
    }
    return lexicon;
  }

  private void addAll(String table, int kind) {
    Table.read(EntityType.class, table).rows().forEach(row -> add(row.get(0), kind));
  }

  private void add(String name, int kind) {
    byName.merge(name.toLowerCase(Locale.ROOT), 1 << kind, (a, b) -> a | b);
  }

  /**
   * Marks for each word, with some places more at either end. A mark says list and place in the
   * name: begin, inside, end or the whole of it.
   */
  int[] marks(String[] words, String[] low, int margin) {
    var marks = new int[words.length + 2 * margin];
    for (int i = 0; i < words.length; i++) {
      if (Character.isUpperCase(words[i].charAt(0))) {
        mark(low, i, marks, margin);
      }
    }
    return marks;
  }

  private void mark(String[] low, int at, int[] marks, int margin) {
    var name = new StringBuilder();
    for (int length = 1; length <= LONGEST && at + length <= low.length; length++) {
      name.append(length == 1 ? "" : " ").append(low[at + length - 1]);
      int kinds = byName.getOrDefault(name.toString(), 0);
      for (int i = 0; kinds != 0 && i < length; i++) {
        marks[at + i + margin] |= kinds << (KINDS * place(i, length));
      }
    }
  }

  private static int place(int i, int length) {
    if (length == 1) {
      return 3;
    }
    return i == 0 ? 0 : i == length - 1 ? 2 : 1;
  }
}
