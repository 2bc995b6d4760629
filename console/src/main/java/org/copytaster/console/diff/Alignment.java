package org.copytaster.console.diff;

import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which entries of one list are which of another, in order. What stands in one list only matches
 * nothing and is left out beforehand, which changes no result and makes two texts that have little
 * in common cheap. Lists that still are too long for the exact way are held together by what stands
 * in each of them once.
 */
final class Alignment {

  /** How many comparisons the exact way may come to. */
  private static final long MOST = 9_000_000;

  private final int[] matches;
  private final boolean rough;

  private Alignment(int[] matches, boolean rough) {
    this.matches = matches;
    this.rough = rough;
  }

  static Alignment of(List<String> before, List<String> after) {
    var matches = new int[before.size()];
    Arrays.fill(matches, -1);
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      matches[head] = head;
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
      matches[before.size() - tail] = after.size() - tail;
    }
    var left = shared(before, head, before.size() - tail, counts(after, head, after.size() - tail));
    var right =
        shared(after, head, after.size() - tail, counts(before, head, before.size() - tail));
    boolean rough = (long) left.size() * right.size() > MOST;
    if (rough) {
      anchors(before, after, left, right, matches);
    } else {
      exactly(before, after, left, right, matches);
    }
    return new Alignment(matches, rough);
  }

  /** The entry of the second list that entry {@code i} of the first is; -1 for none. */
  int match(int i) {
    return matches[i];
  }

  /** Whether the lists were too long for the exact way. */
  boolean isRough() {
    return rough;
  }

  /** Stretches of both lists between two matches; one of the two may be empty, never both. */
  List<Gap> gaps(int afterSize) {
    var gaps = new ArrayList<Gap>();
    int from = 0;
    int to = 0;
    for (int i = 0; i <= matches.length; i++) {
      int j = i < matches.length ? matches[i] : afterSize;
      if (j < 0) {
        continue;
      }
      if (i > from || j > to) {
        gaps.add(new Gap(from, i, to, j));
      }
      from = i + 1;
      to = j + 1;
    }
    return gaps;
  }

  /** Half-open, in the first list and in the second. */
  record Gap(int begin, int end, int afterBegin, int afterEnd) {}

  private static Map<String, Integer> counts(List<String> list, int begin, int end) {
    var counts = new HashMap<String, Integer>();
    for (int i = begin; i < end; i++) {
      counts.merge(list.get(i), 1, Integer::sum);
    }
    return counts;
  }

  private static List<Integer> shared(
      List<String> list, int begin, int end, Map<String, Integer> others) {
    var shared = new ArrayList<Integer>();
    for (int i = begin; i < end; i++) {
      if (others.containsKey(list.get(i))) {
        shared.add(i);
      }
    }
    return shared;
  }

  private static void exactly(
      List<String> before,
      List<String> after,
      List<Integer> left,
      List<Integer> right,
      int[] matches) {
    var changes =
        new MeyersDiffWithLinearSpace<String>()
            .computeDiff(
                left.stream().map(before::get).toList(),
                right.stream().map(after::get).toList(),
                new Silent());
    var taken = new boolean[left.size()];
    var given = new boolean[right.size()];
    for (var change : changes) {
      Arrays.fill(taken, change.startOriginal, change.endOriginal, true);
      Arrays.fill(given, change.startRevised, change.endRevised, true);
    }
    int j = 0;
    for (int i = 0; i < left.size(); i++) {
      if (!taken[i]) {
        while (given[j]) {
          j++;
        }
        matches[left.get(i)] = right.get(j++);
      }
    }
  }

  /** The longest row, in order in both lists, of what stands in each of them once. */
  private static void anchors(
      List<String> before,
      List<String> after,
      List<Integer> left,
      List<Integer> right,
      int[] matches) {
    var targets = new HashMap<String, Integer>();
    right.forEach(j -> targets.merge(after.get(j), j, (a, b) -> -1));
    var counts = new HashMap<String, Integer>();
    left.forEach(i -> counts.merge(before.get(i), 1, Integer::sum));
    var anchors = new ArrayList<Anchor>();
    for (int i : left) {
      int target = targets.getOrDefault(before.get(i), -1);
      if (target >= 0 && counts.getOrDefault(before.get(i), 0) == 1) {
        anchors.add(new Anchor(i, target));
      }
    }
    for (var anchor : longestRow(anchors)) {
      matches[anchor.from()] = anchor.to();
    }
  }

  private record Anchor(int from, int to) {}

  /** By patience sorting: the last anchor of the best row of each length is kept. */
  private static List<Anchor> longestRow(List<Anchor> anchors) {
    var ends = new ArrayList<Integer>();
    var previous = new int[anchors.size()];
    for (int k = 0; k < anchors.size(); k++) {
      int low = 0;
      int high = ends.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (anchors.get(ends.get(middle)).to() < anchors.get(k).to()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[k] = low == 0 ? -1 : ends.get(low - 1);
      if (low == ends.size()) {
        ends.add(k);
      } else {
        ends.set(low, k);
      }
    }
    var row = new ArrayList<Anchor>();
    for (int k = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); k >= 0; k = previous[k]) {
      row.add(anchors.get(k));
    }
    return row;
  }

  /** The library wants somebody to tell how far it is. */
  private static final class Silent implements DiffAlgorithmListener {
    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int value, int max) {}

    @Override
    public void diffEnd() {}
  }
}
