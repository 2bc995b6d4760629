package org.copytaster.console.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.console.diff.ComparedSentences.Sentence;
import org.copytaster.console.diff.Edits.Edit;
import org.jspecify.annotations.Nullable;

/** Sentences that came, went, or are worded otherwise, in the order of the text. */
final class SentenceChanges {

  /** How much of their words two sentences share that are one and the same, changed. */
  private static final double ALIKE = 0.5;

  /** Up to so many pairs of sentences of one gap are weighed against each other. */
  private static final int MOST_PAIRS = 2_500;

  private final List<Sentence> before;
  private final List<Sentence> after;
  private final List<SentenceChange> changes = new ArrayList<>();
  private final Alignment alignment;

  private SentenceChanges(List<Sentence> before, List<Sentence> after) {
    this.before = before;
    this.after = after;
    this.alignment =
        Alignment.of(
            before.stream().map(Sentence::text).toList(),
            after.stream().map(Sentence::text).toList());
  }

  /**
   * A change: of a sentence that went {@code to} is null, of one that came {@code from}.
   *
   * @param edits what became of the words of a sentence that is worded otherwise; else empty
   */
  record SentenceChange(@Nullable Sentence from, @Nullable Sentence to, List<Edit> edits) {}

  static SentenceChanges between(List<Sentence> before, List<Sentence> after) {
    var changes = new SentenceChanges(before, after);
    for (var gap : changes.alignment.gaps(after.size())) {
      changes.gap(gap);
    }
    return changes;
  }

  List<SentenceChange> all() {
    return changes;
  }

  boolean isRough() {
    return alignment.isRough();
  }

  private void gap(Alignment.Gap gap) {
    var pairs = pairs(gap);
    int to = gap.afterBegin();
    for (int from = gap.begin(); from < gap.end(); from++) {
      int partner = pairs[from - gap.begin()];
      if (partner < 0) {
        changes.add(new SentenceChange(before.get(from), null, List.of()));
        continue;
      }
      for (; to < partner; to++) {
        changes.add(new SentenceChange(null, after.get(to), List.of()));
      }
      var edits = Edits.between(before.get(from).text(), after.get(partner).text());
      changes.add(new SentenceChange(before.get(from), after.get(partner), edits));
      to = partner + 1;
    }
    for (; to < gap.afterEnd(); to++) {
      changes.add(new SentenceChange(null, after.get(to), List.of()));
    }
  }

  /** Which sentence of the gap each sentence before it has become; -1 for none. */
  private int[] pairs(Alignment.Gap gap) {
    int rows = gap.end() - gap.begin();
    int columns = gap.afterEnd() - gap.afterBegin();
    var pairs = new int[rows];
    Arrays.fill(pairs, -1);
    if (rows == 0 || columns == 0) {
      return pairs;
    }
    var left = bags(before.subList(gap.begin(), gap.end()));
    var right = bags(after.subList(gap.afterBegin(), gap.afterEnd()));
    if ((long) rows * columns > MOST_PAIRS) {
      side(left, right, pairs, gap.afterBegin());
    } else {
      best(left, right, pairs, gap.afterBegin());
    }
    return pairs;
  }

  /** Of a long gap, those that stand at the same place. */
  private static void side(List<Bag> left, List<Bag> right, int[] pairs, int offset) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (left.get(i).likeness(right.get(i)) >= ALIKE) {
        pairs[i] = offset + i;
      }
    }
  }

  /** The pairs, in order, that are most alike together. */
  private static void best(List<Bag> left, List<Bag> right, int[] pairs, int offset) {
    int rows = left.size();
    int columns = right.size();
    var sums = new double[rows + 1][columns + 1];
    var likeness = new double[rows][columns];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        likeness[i][j] = left.get(i).likeness(right.get(j));
        double paired = likeness[i][j] >= ALIKE ? likeness[i][j] + sums[i + 1][j + 1] : -1;
        sums[i][j] = Math.max(paired, Math.max(sums[i + 1][j], sums[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      boolean paired = likeness[i][j] >= ALIKE && sums[i][j] == likeness[i][j] + sums[i + 1][j + 1];
      if (paired) {
        pairs[i++] = offset + j++;
      } else if (sums[i][j] == sums[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private static List<Bag> bags(List<Sentence> sentences) {
    return sentences.stream().map(sentence -> Bag.of(sentence.text())).toList();
  }

  /** The words of a sentence, each with how often it stands there. */
  private record Bag(Map<String, Integer> counts, int size) {

    static Bag of(String text) {
      var counts = new HashMap<String, Integer>();
      int size = 0;
      for (var word : Edits.words(text)) {
        if (Character.isLetterOrDigit(word.codePointAt(0))) {
          counts.merge(word, 1, Integer::sum);
          size++;
        }
      }
      return new Bag(counts, size);
    }

    /** From 0, no word in common, to 1, all. */
    double likeness(Bag other) {
      if (size == 0 || other.size == 0) {
        return size == other.size ? 1 : 0;
      }
      if (counts.size() > other.counts.size()) {
        return other.likeness(this);
      }
      int shared = 0;
      for (var each : counts.entrySet()) {
        shared += Math.min(each.getValue(), other.counts.getOrDefault(each.getKey(), 0));
      }
      return 2.0 * shared / (size + other.size);
    }
  }
}
