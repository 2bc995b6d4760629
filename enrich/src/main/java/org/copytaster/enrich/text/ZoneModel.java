package org.copytaster.enrich.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each feature of a line speaks for each zone, and each zone for the one that follows.
 * {@code zones.model} is a table of features and their weights, one column a zone.
 */
final class ZoneModel {

  static final List<Zone> ZONES = List.of(Zone.values());

  /** Row of the weights for the first line. */
  static final String BEGIN = "begin";

  /** Begin of the rows of weights for the zone that follows another. */
  static final String AFTER = "zone ";

  /** So many lines are weighed at a time; the first of a window knows all that stand before it. */
  private static final int WINDOW = 512;

  private final Map<String, double[]> weights;
  private final double[][] transitions;
  private final double[] begin;

  ZoneModel(Map<String, double[]> weights) {
    this.weights = weights;
    this.begin = exponential(BEGIN);
    this.transitions = new double[ZONES.size()][];
    for (int z = 0; z < ZONES.size(); z++) {
      transitions[z] = exponential(AFTER + ZONES.get(z));
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
      scores[z] = StrictMath.exp(scores[z]);
    }
    return scores;
  }

  /** How likely each zone is for each line; what is known is certain. */
  double[][] likely(ZoneLines lines) {
    var likely = new double[lines.size()][];
    var before = begin;
    for (int from = 0; from < lines.size(); from += WINDOW) {
      int to = Math.min(lines.size(), from + WINDOW);
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
          scores[z] += row[z];
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
