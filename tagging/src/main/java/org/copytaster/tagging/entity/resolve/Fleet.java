package org.copytaster.tagging.entity.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.tagging.entity.Fold;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.NameCues.Kind;

/**
 * The ships and storms of one text. The USS Gerald R. Ford is the Gerald R. Ford and, once it was
 * named, the Ford; Hurricane Lorenzo is Tropical Storm Lorenzo and Lorenzo.
 */
final class Fleet {

  private final NameCues cues;
  private final Map<String, String> byLastWord = new HashMap<>();

  Fleet(NameCues cues) {
    this.cues = cues;
  }

  /** What all names of one thing have in common; asked for in the order of the text. */
  String key(Name name) {
    var words = name.words();
    int last = words.size() - 1;
    if (last > 0 && cues.is(Kind.STORM, words.get(last - 1))) {
      return lastWord(words);
    }
    boolean prefixed = words.size() > 1 && cues.is(Kind.SHIP_PREFIX, words.get(0));
    var bare = prefixed ? words.subList(1, words.size()) : words;
    var key = Fold.key(bare);
    if (prefixed || cues.is(Kind.SHIP, name.context().before(1))) {
      byLastWord.putIfAbsent(lastWord(bare), key);
      return key;
    }
    boolean behindArticle = name.context().before(1).equalsIgnoreCase("the");
    return words.size() == 1 && behindArticle ? byLastWord.getOrDefault(lastWord(words), key) : key;
  }

  private static String lastWord(List<String> words) {
    return Fold.of(words.get(words.size() - 1));
  }
}
