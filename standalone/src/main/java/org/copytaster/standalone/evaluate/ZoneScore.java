package org.copytaster.standalone.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;

/**
 * Scores zones by characters, white space left out, and by lines. The zone of a line is the one
 * that most of its characters have, the first of them where two have as many.
 */
final class ZoneScore {

  private static final List<Zone> ZONES = List.of(Zone.values());

  /** Where a system says nothing, it is counted in a column of its own. */
  private static final int NONE = ZONES.size();

  private static final int WIDTH = 13;

  private final int[][] characters = new int[NONE + 1][NONE + 1];
  private final int[][] lines = new int[NONE + 1][NONE + 1];
  private int texts;

  /**
   * Adds one text.
   *
   * @param gold the zones that it has
   * @param system those that were found
   */
  void add(String text, List<ZonedSpan> gold, List<ZonedSpan> system) {
    texts++;
    int[] wanted = zones(text, gold);
    int[] found = zones(text, system);
    int[] wantedOfLine = new int[NONE + 1];
    int[] foundOfLine = new int[NONE + 1];
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == '\n') {
        lines[most(wantedOfLine)][most(foundOfLine)]++;
        wantedOfLine = new int[NONE + 1];
        foundOfLine = new int[NONE + 1];
      } else if (!Character.isWhitespace(text.charAt(at))) {
        characters[wanted[at]][found[at]]++;
        wantedOfLine[wanted[at]]++;
        foundOfLine[found[at]]++;
      }
    }
  }

  private static int[] zones(String text, List<ZonedSpan> spans) {
    int[] zones = new int[text.length()];
    Arrays.fill(zones, NONE);
    for (var span : spans) {
      Arrays.fill(zones, span.begin(), span.end(), ZONES.indexOf(span.zone()));
    }
    return zones;
  }

  private static int most(int[] counts) {
    int most = NONE;
    for (int i = NONE; i >= 0; i--) {
      if (counts[i] > 0 && counts[i] >= counts[most]) {
        most = i;
      }
    }
    return most;
  }

  /** The share of characters whose zone is right, in percent. */
  double characterAccuracy() {
    return accuracy(characters);
  }

  /** The share of lines whose zone is right, in percent. */
  double lineAccuracy() {
    return accuracy(lines);
  }

  private static double accuracy(int[][] confusion) {
    return new Score(hits(confusion), sum(confusion), sum(confusion)).f1();
  }

  private static int hits(int[][] confusion) {
    int hits = 0;
    for (int i = 0; i < NONE; i++) {
      hits += confusion[i][i];
    }
    return hits;
  }

  /** All that have a zone in the gold standard; lines without a character have none. */
  private static int sum(int[][] confusion) {
    int sum = 0;
    for (int i = 0; i < NONE; i++) {
      for (int count : confusion[i]) {
        sum += count;
      }
    }
    return sum;
  }

  /** Precision, recall and F1 of one zone by characters. */
  Score characters(Zone zone) {
    return score(characters, ZONES.indexOf(zone));
  }

  private static Score score(int[][] confusion, int zone) {
    int found = 0;
    int wanted = 0;
    for (int i = 0; i <= NONE; i++) {
      found += confusion[i][zone];
      wanted += confusion[zone][i];
    }
    return new Score(confusion[zone][zone], found, wanted);
  }

  /** The table that is printed. */
  List<String> table() {
    var table = new ArrayList<String>();
    table.add("texts " + texts);
    part(table, "characters", characters);
    part(table, "lines", lines);
    return table;
  }

  private static void part(List<String> table, String name, int[][] confusion) {
    table.add(
        String.format(
            Locale.ROOT,
            "%s: accuracy %s (%d/%d)",
            name,
            Score.twoDigits(accuracy(confusion)),
            hits(confusion),
            sum(confusion)));
    for (var zone : ZONES) {
      var score = score(confusion, ZONES.indexOf(zone));
      if (score.gold() + score.system() > 0) {
        table.add(score.row(zone.name(), WIDTH));
      }
    }
    var wrong = new ArrayList<Wrong>();
    for (int gold = 0; gold < NONE; gold++) {
      for (int found = 0; found <= NONE; found++) {
        if (gold != found && confusion[gold][found] > 0) {
          wrong.add(new Wrong(gold, found, confusion[gold][found]));
        }
      }
    }
    wrong.sort(Comparator.comparingInt(Wrong::count).reversed());
    table.add("wrong: " + String.join(", ", wrong.stream().map(Wrong::sentence).toList()));
  }

  /** A zone that was taken for another, and how often. */
  private record Wrong(int gold, int found, int count) {

    private String sentence() {
      return name(gold) + " for " + name(found) + " " + count;
    }

    private static String name(int zone) {
      return zone == NONE ? "nothing" : ZONES.get(zone).name();
    }
  }
}
