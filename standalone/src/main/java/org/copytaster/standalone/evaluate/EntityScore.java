package org.copytaster.standalone.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Scores entities as CoNLL does: a hit has the exact span and the exact type. */
final class EntityScore {

  /** A mention; offsets in code points, or in tokens of a sentence. */
  record EntitySpan(int start, int end, String type) {

    EntitySpan untyped() {
      return new EntitySpan(start, end, "");
    }
  }

  private final Set<String> only;
  private final Map<String, int[]> byType = new TreeMap<>();
  private int units;
  private Score spans = new Score(0, 0, 0);

  /**
   * A score.
   *
   * @param only the types that count; all if empty
   */
  EntityScore(Set<String> only) {
    this.only = Set.copyOf(only);
  }

  /** Adds one text, or one sentence. */
  void add(Set<EntitySpan> allGold, Set<EntitySpan> allSystem) {
    units++;
    var gold = counted(allGold);
    var system = counted(allSystem);
    system.forEach(span -> counts(span)[1]++);
    gold.forEach(span -> counts(span)[2]++);
    for (var span : gold) {
      if (system.contains(span)) {
        counts(span)[0]++;
      }
    }
    var goldSpans = untyped(gold);
    var systemSpans = untyped(system);
    int hits = (int) goldSpans.stream().filter(systemSpans::contains).count();
    spans =
        new Score(
            spans.hits() + hits,
            spans.system() + systemSpans.size(),
            spans.gold() + goldSpans.size());
  }

  private Set<EntitySpan> counted(Set<EntitySpan> spans) {
    var counted = new HashSet<>(spans);
    counted.removeIf(span -> span.type().isEmpty());
    counted.removeIf(span -> !only.isEmpty() && !only.contains(span.type()));
    return counted;
  }

  private static Set<EntitySpan> untyped(Set<EntitySpan> spans) {
    var untyped = new HashSet<EntitySpan>();
    spans.forEach(span -> untyped.add(span.untyped()));
    return untyped;
  }

  private int[] counts(EntitySpan span) {
    return byType.computeIfAbsent(span.type(), type -> new int[3]);
  }

  Score micro() {
    int[] sum = new int[3];
    for (var counts : byType.values()) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += counts[i];
      }
    }
    return score(sum);
  }

  private static Score score(int[] counts) {
    return new Score(counts[0], counts[1], counts[2]);
  }

  private double macro() {
    var f1s =
        byType.values().stream()
            .map(EntityScore::score)
            .filter(score -> score.gold() > 0)
            .map(Score::f1)
            .toList();
    double sum = 0;
    for (double f1 : f1s) {
      sum += f1;
    }
    return f1s.isEmpty() ? 0.0 : sum / f1s.size();
  }

  /** The table that is printed. */
  List<String> table() {
    var table = new ArrayList<String>();
    table.add("units " + units + " (missing in system 0)");
    table.add(micro().row("micro", 12));
    table.add(spans.row("span-only", 12));
    byType.forEach((type, counts) -> table.add(score(counts).row(type, 12)));
    table.add("macro F1 " + Score.twoDigits(macro()));
    return table;
  }
}
