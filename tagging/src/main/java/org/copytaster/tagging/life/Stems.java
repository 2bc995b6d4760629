package org.copytaster.tagging.life;

import java.util.HashSet;
import java.util.Set;
import org.copytaster.tagging.text.FoldedText;

/**
 * How the words begin that make a label one. A stretch without them near its beginning has no such
 * label, and the news mostly has none.
 */
final class Stems {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 12;

  /** A label has no more words before the one that makes it one. */
  private static final int WORDS = 10;

  private final Set<String> stems = new HashSet<>();

  /**
   * Adds the words of a pattern, each of whose alternatives begins with plain words.
   *
   * @throws IllegalStateException naming the alternative that does not
   */
  void add(String pattern) {
    int depth = 0;
    int begin = 0;
    for (int i = 0; i <= pattern.length(); i++) {
      char c = i < pattern.length() ? pattern.charAt(i) : '|';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        alternative(pattern.substring(begin, i));
        begin = i + 1;
      }
    }
  }

  private void alternative(String words) {
    int end = 0;
    while (end < words.length() && plain(words.charAt(end))) {
      end++;
    }
    // what may be there or not belongs to no stem
    end -= end < words.length() && (words.charAt(end) == '?' || words.charAt(end) == '*') ? 1 : 0;
    var longest = "";
    for (var word : words.substring(0, end).split("[ -]", -1)) {
      longest = word.length() > longest.length() ? word : longest;
    }
    if (longest.length() < SHORTEST) {
      throw new IllegalStateException("a label's words must begin plainly: " + words);
    }
    stems.add(cut(FoldedText.of(longest).characters()));
    stems.add(cut(FoldedText.of(spelt(longest)).characters()));
  }

  private static boolean plain(char c) {
    return Character.isLetter(c) || c == ' ' || c == '-';
  }

  private static String spelt(String word) {
    return word.replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("å", "aa")
        .replace("ø", "oe");
  }

  private static String cut(String word) {
    return word.substring(0, Math.min(LONGEST, word.length()));
  }

  /** Whether one of the first words of a stretch begins as one of these do. */
  boolean near(Segment segment) {
    var text = segment.text().characters();
    int words = 0;
    for (int i = segment.begin(); i < segment.end() && words < WORDS; i++) {
      if (Character.isLetter(text.charAt(i))) {
        int begin = i;
        while (i < segment.end() && Character.isLetter(text.charAt(i))) {
          i++;
        }
        words++;
        for (int to = begin + SHORTEST; to <= Math.min(i, begin + LONGEST); to++) {
          if (stems.contains(text.substring(begin, to))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
