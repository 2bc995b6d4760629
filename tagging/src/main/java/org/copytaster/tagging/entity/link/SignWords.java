package org.copytaster.tagging.entity.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.NameKey;
import org.copytaster.tagging.text.Table;

/** The words that speak for one bearer of a name rather than another; as data. Immutable. */
final class SignWords {

  /** No office is called by more words. */
  private static final int LONGEST = 4;

  /** The words of an office or a trade, and its class. */
  private final Map<String, String> offices = new HashMap<>();

  private final Map<String, String> trades = new HashMap<>();
  private final Map<String, Set<String>> fields = new HashMap<>();
  private final Set<String> generic = new HashSet<>();

  private SignWords() {}

  static SignWords read() {
    var words = new SignWords();
    for (var row : Table.read(EntityType.class, "known-signs.tsv").rows()) {
      var all = Set.of(row.get(2).split("\\|", -1));
      switch (row.get(0)) {
        case "office" -> all.forEach(word -> words.offices.put(NameKey.of(word), row.get(1)));
        case "trade" -> all.forEach(word -> words.trades.put(NameKey.of(word), row.get(1)));
        case "field" -> words.fields.put(row.get(1), all);
        case "generic" -> words.generic.addAll(all);
        default -> throw new IllegalStateException("no such sign: " + row.get(0));
      }
    }
    return words;
  }

  /** The offices in some words. */
  Set<String> offices(String words) {
    return classes(offices, words);
  }

  /** The trades in some words. */
  Set<String> trades(String words) {
    return classes(trades, words);
  }

  private static Set<String> classes(Map<String, String> known, String words) {
    var key = NameKey.of(words);
    var classes = new HashSet<String>();
    for (int begin = 0; begin < key.length(); begin = next(key, begin)) {
      int end = begin;
      for (int length = 0; length < LONGEST && end < key.length(); length++) {
        int blank = key.indexOf(' ', end + 1);
        end = blank < 0 ? key.length() : blank;
        var kind = known.get(key.substring(begin, end));
        if (kind != null) {
          classes.add(kind);
        }
      }
    }
    if (classes.contains("deputy")) {
      classes.remove("president");
      classes.remove("premier");
    }
    if (classes.contains("premier")) {
      classes.remove("minister");
    }
    return classes;
  }

  private static int next(String key, int begin) {
    int blank = key.indexOf(' ', begin);
    return blank < 0 ? key.length() : blank + 1;
  }

  /** The words of a subject; empty if there is no such subject. */
  Set<String> field(String name) {
    return fields.getOrDefault(name, Set.of());
  }

  /** Whether a key has only words that hundreds of bodies share, such as "national police". */
  boolean generic(String key) {
    for (int begin = 0; begin < key.length(); begin = next(key, begin)) {
      int blank = key.indexOf(' ', begin);
      if (!generic.contains(key.substring(begin, blank < 0 ? key.length() : blank))) {
        return false;
      }
    }
    return true;
  }
}
