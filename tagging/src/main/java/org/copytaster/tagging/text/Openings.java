package org.copytaster.tagging.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/**
 * Says which wordings can match at a place, from the word or number there and from what follows it.
 * Most words open none at all. What an opening allows is asked of the patterns themselves, once,
 * and remembered for as many openings as there is room; behind that they are asked again, so that
 * neither time nor memory grows with what a text brings.
 */
public final class Openings {

  private static final int LONGEST_WORD = 14;
  private static final int BEHIND = 6;
  private static final int ASCII = 128;
  private static final int MOST_WORDS = 30_000;
  private static final int MOST_OPENINGS = 60_000;

  private final List<Pattern> wordings;
  private final int[] every;
  private final int[][] byFirst = new int[ASCII][];

  /** What the first two characters allow, asked once each: most words end here. */
  private final AtomicReferenceArray<int[]> byTwo = new AtomicReferenceArray<>(ASCII * ASCII);

  private final Map<String, int[]> byWord = new ConcurrentHashMap<>();
  private final Map<String, int[]> byOpening = new ConcurrentHashMap<>();

  /** The openings of these wordings, which keep their order. */
  public Openings(List<Pattern> wordings) {
    this.wordings = List.copyOf(wordings);
    this.every = new int[wordings.size()];
    for (int i = 0; i < every.length; i++) {
      every[i] = i;
    }
    for (char c = 0; c < ASCII; c++) {
      byFirst[c] = opened(Character.toString(c), every);
    }
  }

  /** The numbers of the wordings that can match at a place, in order. */
  public int[] at(String characters, int begin, int end) {
    var possible = byTwo(characters, begin, end);
    if (possible.length == 0) {
      return possible;
    }
    int word = begin + 1;
    while (word < end
        && word < begin + LONGEST_WORD
        && Character.isLetterOrDigit(characters.charAt(word))) {
      word++;
    }
    int mark = Math.min(end, word + 1);
    var some = remembered(byWord, MOST_WORDS, characters.substring(begin, mark), possible);
    if (some.length == 0 || word == end) {
      return some;
    }
    int more = Math.min(end, word + BEHIND);
    return remembered(byOpening, MOST_OPENINGS, characters.substring(begin, more), some);
  }

  private int[] byTwo(String characters, int begin, int end) {
    char first = characters.charAt(begin);
    var possible = first < ASCII ? byFirst[first] : every;
    char second = begin + 1 < end ? characters.charAt(begin + 1) : ASCII;
    if (first >= ASCII || second >= ASCII || possible.length == 0) {
      return possible;
    }
    int both = first * ASCII + second;
    var known = byTwo.get(both);
    if (known == null) {
      known = opened(characters.substring(begin, begin + 2), possible);
      byTwo.set(both, known);
    }
    return known;
  }

  private int[] remembered(Map<String, int[]> known, int most, String opening, int[] among) {
    var found = known.get(opening);
    if (found == null) {
      found = opened(opening, among);
      if (known.size() < most) {
        known.put(opening, found);
      }
    }
    return found;
  }

  private int[] opened(String opening, int[] among) {
    var some = new int[among.length];
    int count = 0;
    for (int number : among) {
      var matcher = wordings.get(number).matcher(opening);
      if (matcher.lookingAt() || matcher.hitEnd()) {
        some[count++] = number;
      }
    }
    return Arrays.copyOf(some, count);
  }
}
