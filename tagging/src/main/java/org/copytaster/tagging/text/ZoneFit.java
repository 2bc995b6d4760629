package org.copytaster.tagging.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits weights to examples by gradients with a step of its own for each weight (Adam). Everything
 * is summed in the order of the examples and with strict arithmetic, so that a machine does not
 * matter.
 */
public final class ZoneFit {

  private static final int ZONES = ZoneModel.ZONES.size();
  private static final double RATE = 0.05;
  private static final double KEEP = 0.9;
  private static final double KEEP_SQUARES = 0.99;
  private static final double LITTLE = 1e-8;
  private static final List<String> TRUSTED = List.of("rule=", "guess=");

  /**
   * A text.
   *
   * @param features the numbers of the features of each line; none for a line that is known
   * @param zones the number of the zone of each line
   */
  public record Example(List<int[]> features, List<Integer> zones) {}

  private final List<Example> examples;
  private final double penalty;
  private final double trust;
  private final int features;
  private final double[] weights;
  private final double[] priors;
  private final double[] mean;
  private final double[] squares;
  private int steps;

  /** A fit that has not begun. */
  public ZoneFit(List<Example> examples, double trust, double penalty) {
    this.examples = examples;
    this.penalty = penalty;
    this.trust = trust;
    int most = -1;
    for (var example : examples) {
      for (var line : example.features()) {
        for (int feature : line) {
          most = Math.max(most, feature);
        }
      }
    }
    this.features = most + 1;
    int size = (features + ZONES + 1) * ZONES;
    this.weights = new double[size];
    this.priors = new double[size];
    this.mean = new double[size];
    this.squares = new double[size];
  }

  /** Says that patterns for a whole line and guesses are trusted before a text was seen. */
  public void trust(Map<String, Integer> columns) {
    for (int z = 0; z < ZONES; z++) {
      for (var trusted : TRUSTED) {
        var column = columns.get(trusted + ZoneModel.ZONES.get(z));
        if (column != null) {
          priors[column * ZONES + z] = trust;
          weights[column * ZONES + z] = trust;
        }
      }
    }
  }

  /** Goes one step toward weights that make the labels more likely. */
  public void step() {
    var gradient = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      gradient[i] = penalty * (weights[i] - priors[i]);
    }
    var transitions = new double[ZONES][];
    for (int z = 0; z < ZONES; z++) {
      transitions[z] = exponential(features + z);
    }
    var begin = exponential(features + ZONES);
    for (var example : examples) {
      add(example, new ZoneLattice(scores(example), transitions, begin, false), gradient);
    }
    steps++;
    double first = 1 - StrictMath.pow(KEEP, steps);
    double second = 1 - StrictMath.pow(KEEP_SQUARES, steps);
    for (int i = 0; i < weights.length; i++) {
      mean[i] = KEEP * mean[i] + (1 - KEEP) * gradient[i];
      squares[i] = KEEP_SQUARES * squares[i] + (1 - KEEP_SQUARES) * gradient[i] * gradient[i];
      weights[i] -= RATE * (mean[i] / first) / (Math.sqrt(squares[i] / second) + LITTLE);
    }
  }

  private double[] exponential(int row) {
    var values = new double[ZONES];
    for (int z = 0; z < ZONES; z++) {
      values[z] = StrictMath.exp(weights[row * ZONES + z]);
    }
    return values;
  }

  private double[][] scores(Example example) {
    var scores = new double[example.zones().size()][];
    for (int i = 0; i < scores.length; i++) {
      var line = example.features().get(i);
      if (line.length == 0) {
        scores[i] = ZoneModel.certain(ZoneModel.ZONES.get(example.zones().get(i)));
        continue;
      }
      scores[i] = new double[ZONES];
      for (int feature : line) {
        for (int z = 0; z < ZONES; z++) {
          scores[i][z] += weights[feature * ZONES + z];
        }
      }
    }
    return scores;
  }

  private void add(Example example, ZoneLattice lattice, double[] gradient) {
    var zones = example.zones();
    var pairs = new double[ZONES][ZONES];
    for (int i = 0; i < zones.size(); i++) {
      var likely = lattice.at(i);
      likely[zones.get(i)] -= 1;
      for (int feature : example.features().get(i)) {
        for (int z = 0; z < ZONES; z++) {
          gradient[feature * ZONES + z] += likely[z];
        }
      }
      if (i == 0) {
        for (int z = 0; z < ZONES; z++) {
          gradient[(features + ZONES) * ZONES + z] += likely[z];
        }
      } else {
        lattice.addPairs(i - 1, pairs);
        pairs[zones.get(i - 1)][zones.get(i)] -= 1;
      }
    }
    for (int y = 0; y < ZONES; y++) {
      for (int z = 0; z < ZONES; z++) {
        gradient[(features + y) * ZONES + z] += pairs[y][z];
      }
    }
  }

  /** The rows of weights that say anything, by name and rounded as they are written. */
  public Map<String, double[]> weights(Map<String, Integer> columns, double least) {
    var rows = new HashMap<String, double[]>();
    for (var column : columns.entrySet()) {
      put(rows, column.getKey(), column.getValue(), least);
    }
    for (int z = 0; z < ZONES; z++) {
      put(rows, ZoneModel.AFTER + ZoneModel.ZONES.get(z), features + z, 0);
    }
    put(rows, ZoneModel.BEGIN, features + ZONES, 0);
    return rows;
  }

  private void put(Map<String, double[]> rows, String name, int row, double least) {
    var values = new double[ZONES];
    boolean says = false;
    for (int z = 0; z < ZONES; z++) {
      values[z] = Math.round(100 * weights[row * ZONES + z]) / 100.0;
      says |= Math.abs(values[z]) > least;
    }
    if (says) {
      rows.put(name, values);
    }
  }
}
