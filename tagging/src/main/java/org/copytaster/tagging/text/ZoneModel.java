package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each feature of a line speaks for each zone, and each zone for the one that follows.
 * {@code zones.model} is a table of features and their weights, one column a zone.
 */
public final class ZoneModel {

  /** The zones in the order of the weights. */
  public static final List<Zone> ZONES = List.of(Zone.values());

  /** Row of the weights for the first line. */
  static final String BEGIN = "begin";

  /** Begin of the rows of weights for the zone that follows another. */
  static final String AFTER = "zone ";

  /** So many lines are weighed at a time; the first of a window knows all that stand before it. */
  private static final int WINDOW = 512;

  /**
   * What scores are multiplied by. Texts that were not learnt from are less certain than those that
   * were; this much less makes the confidence come true more often, and was found by leaving parts
   * of the learnt texts out.
   */
  private static final double COOLED = 0.6;

  /** The confidence of a line that is not weighed. */
  private static final double GUESSED = 0.6;

  private final Map<String, double[]> weights;
  private final double[][] transitions;
  private final double[] begin;
  private final List<double[]> guessed = new ArrayList<>();

  /** A model of these weights: of each feature one for each of {@link #ZONES}. */
  public ZoneModel(Map<String, double[]> weights) {
    this.weights = weights;
    this.begin = exponential(BEGIN);
    this.transitions = new double[ZONES.size()][];
    for (int z = 0; z < ZONES.size(); z++) {
      transitions[z] = exponential(AFTER + ZONES.get(z));
      var likely = new double[ZONES.size()];
      Arrays.fill(likely, (1 - GUESSED) / (ZONES.size() - 1));
      likely[z] = GUESSED;
      guessed.add(likely);
    }
  }

  static ZoneModel read() {
    var weights = new HashMap<String, double[]>();
    for (var row : Table.read(ZoneModel.class, "zones.model").rows()) {
      var columns = new double[ZONES.size()];
      for (int z = 0; z < columns.length; z++) {
        columns[z] = Double.parseDouble(row.get(z + 1));
      }
      weights.put(row.get(0), columns);
    }
    return new ZoneModel(weights);
  }

  private double[] exponential(String row) {
    var scores = weights.getOrDefault(row, new double[ZONES.size()]).clone();
    for (int z = 0; z < scores.length; z++) {
      scores[z] = StrictMath.exp(COOLED * scores[z]);
    }
    return scores;
  }

  /** How likely each zone is for each line; what is known is certain. */
  double[][] likely(ZoneLines lines) {
    var likely = new double[lines.size()][];
    var before = begin;
    int weighed = Math.min(lines.size(), ZoneLines.MOST_WEIGHED);
    for (int from = 0; from < weighed; from += WINDOW) {
      int to = Math.min(weighed, from + WINDOW);
      var scores = new double[to - from][];
      for (int i = from; i < to; i++) {
        scores[i - from] = scores(lines, i);
      }
      var lattice = new ZoneLattice(scores, transitions, before, from > 0);
      for (int i = from; i < to; i++) {
        likely[i] = lattice.at(i - from);
      }
      before = lattice.end();
    }
    for (int i = weighed; i < likely.length; i++) {
      likely[i] = guessed.get(ZONES.indexOf(lines.guess(i)));
    }
    return likely;
  }

  private double[] scores(ZoneLines lines, int i) {
    var known = lines.line(i).known();
    if (known != null) {
      return certain(known);
    }
    var scores = new double[ZONES.size()];
    for (var feature : lines.features(i)) {
      var row = weights.get(feature);
      if (row != null) {
        for (int z = 0; z < scores.length; z++) {
          scores[z] += COOLED * row[z];
        }
      }
    }
    return scores;
  }

  static double[] certain(Zone zone) {
    var scores = new double[ZONES.size()];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    scores[ZONES.indexOf(zone)] = 0;
    return scores;
  }
}
