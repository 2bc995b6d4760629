package org.copytaster.standalone.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores time expressions as TempEval-3 does: spans are matched one to one, exact ones first, then
 * those that overlap most; type and value count on matched spans.
 */
final class DateScore {

  /** A time expression; offsets in code points. */
  record TimexSpan(int start, int end, String type, @Nullable String value) {

    boolean sameSpan(TimexSpan other) {
      return start == other.start && end == other.end;
    }

    int overlap(TimexSpan other) {
      return Math.min(end, other.end) - Math.max(start, other.start);
    }

    boolean sameType(TimexSpan other) {
      return type.toUpperCase(Locale.ROOT).equals(other.type.toUpperCase(Locale.ROOT));
    }

    boolean sameValue(TimexSpan other) {
      return plain(value).equals(plain(other.value));
    }

    private static String plain(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  private record Pair(TimexSpan gold, TimexSpan system) {}

  private int docs;
  private int gold;
  private int system;
  private int strict;
  private int relaxed;
  private int type;
  private int value;
  private int typeAndValue;
  private int strictValue;

  void add(List<TimexSpan> goldSpans, List<TimexSpan> systemSpans) {
    docs++;
    gold += goldSpans.size();
    system += systemSpans.size();
    for (var pair : pairs(goldSpans, systemSpans)) {
      boolean exact = pair.gold().sameSpan(pair.system());
      boolean sameType = pair.gold().sameType(pair.system());
      boolean sameValue = pair.gold().sameValue(pair.system());
      relaxed++;
      strict += exact ? 1 : 0;
      type += sameType ? 1 : 0;
      value += sameValue ? 1 : 0;
      typeAndValue += sameType && sameValue ? 1 : 0;
      strictValue += exact && sameValue ? 1 : 0;
    }
  }

  private static List<Pair> pairs(List<TimexSpan> gold, List<TimexSpan> system) {
    var pairs = new ArrayList<Pair>();
    var goldUsed = new boolean[gold.size()];
    var systemUsed = new boolean[system.size()];
    var byPlace = new HashMap<Long, Deque<Integer>>();
    for (int j = 0; j < system.size(); j++) {
      byPlace.computeIfAbsent(place(system.get(j)), p -> new ArrayDeque<>()).add(j);
    }
    for (int i = 0; i < gold.size(); i++) {
      var j = byPlace.getOrDefault(place(gold.get(i)), new ArrayDeque<>()).poll();
      if (j != null) {
        goldUsed[i] = true;
        systemUsed[j] = true;
        pairs.add(new Pair(gold.get(i), system.get(j)));
      }
    }
    for (var candidate : candidates(gold, system, goldUsed, systemUsed)) {
      if (!goldUsed[candidate[3]] && !systemUsed[candidate[4]]) {
        goldUsed[candidate[3]] = true;
        systemUsed[candidate[4]] = true;
        pairs.add(new Pair(gold.get(candidate[3]), system.get(candidate[4])));
      }
    }
    return pairs;
  }

  private static long place(TimexSpan span) {
    return ((long) span.start() << 32) | span.end();
  }

  /** All overlaps of what is left: by length, then from left to right. */
  private static List<int[]> candidates(
      List<TimexSpan> gold, List<TimexSpan> system, boolean[] goldUsed, boolean[] systemUsed) {
    var candidates = new ArrayList<int[]>();
    for (int i = 0; i < gold.size(); i++) {
      for (int j = 0; !goldUsed[i] && j < system.size(); j++) {
        int overlap = gold.get(i).overlap(system.get(j));
        if (!systemUsed[j] && overlap > 0) {
          candidates.add(new int[] {-overlap, gold.get(i).start(), system.get(j).start(), i, j});
        }
      }
    }
    candidates.sort(Arrays::compare);
    return candidates;
  }

  Map<String, Score> scores() {
    var scores = new LinkedHashMap<String, Score>();
    scores.put("strict", new Score(strict, system, gold));
    scores.put("relaxed", new Score(relaxed, system, gold));
    scores.put("type", new Score(type, system, gold));
    scores.put("value", new Score(value, system, gold));
    scores.put("type+value", new Score(typeAndValue, system, gold));
    scores.put("strict_value", new Score(strictValue, system, gold));
    return scores;
  }

  /** The table that is printed. */
  List<String> table() {
    var table = new ArrayList<String>();
    table.add(
        "docs %d (missing in system 0, ignored 0); gold %d, system %d"
            .formatted(docs, gold, system));
    scores().forEach((name, score) -> table.add(score.row(name, 13)));
    table.add(
        "accuracy on relaxed matches: type %s value %s".formatted(accuracy(type), accuracy(value)));
    return table;
  }

  private String accuracy(int right) {
    return Score.twoDigits(relaxed > 0 ? (double) (100 * right) / relaxed : 0.0);
  }
}
