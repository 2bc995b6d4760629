package org.copytaster.tagging.text;

/**
 * All ways to label a row of lines, weighed by their scores, as in a conditional random field of
 * the first order: how likely each zone is for each line, given all scores.
 */
final class ZoneLattice {

  private final double[][] transitions;
  private final double[][] local;
  private final double[][] forward;
  private final double[][] backward;
  private double logSum;

  /**
   * Weighs a row.
   *
   * @param scores of each zone for each line; minus infinity for one that it cannot be
   * @param transitions the exponential of the score of each zone after each other
   * @param begin how likely each zone is in front of the row, or the exponential of the scores of
   *     the first; used with the transitions if {@code goesOn}
   */
  ZoneLattice(double[][] scores, double[][] transitions, double[] begin, boolean goesOn) {
    this.transitions = transitions;
    int zones = begin.length;
    this.local = new double[scores.length][zones];
    this.forward = new double[scores.length][zones];
    this.backward = new double[scores.length][zones];
    for (int i = 0; i < scores.length; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (double score : scores[i]) {
        most = Math.max(most, score);
      }
      logSum += most;
      for (int z = 0; z < zones; z++) {
        local[i][z] = StrictMath.exp(scores[i][z] - most);
      }
    }
    forward(begin, goesOn);
    backward();
  }

  private void forward(double[] begin, boolean goesOn) {
    for (int i = 0; i < local.length; i++) {
      var before = i == 0 ? begin : forward[i - 1];
      for (int z = 0; z < begin.length; z++) {
        double sum = i == 0 && !goesOn ? begin[z] : 0;
        for (int y = 0; y < begin.length && (i > 0 || goesOn); y++) {
          sum += before[y] * transitions[y][z];
        }
        forward[i][z] = sum * local[i][z];
      }
      logSum += StrictMath.log(normalise(forward[i]));
    }
  }

  private void backward() {
    for (int i = local.length - 1; i >= 0; i--) {
      for (int z = 0; z < backward[i].length; z++) {
        double sum = i + 1 == local.length ? 1 : 0;
        for (int y = 0; y < backward[i].length && i + 1 < local.length; y++) {
          sum += transitions[z][y] * local[i + 1][y] * backward[i + 1][y];
        }
        backward[i][z] = sum;
      }
      normalise(backward[i]);
    }
  }

  private static double normalise(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    for (int i = 0; i < row.length; i++) {
      row[i] /= sum;
    }
    return sum;
  }

  /** How likely each zone is for a line; together 1. */
  double[] at(int line) {
    var likely = new double[forward[line].length];
    for (int z = 0; z < likely.length; z++) {
      likely[z] = forward[line][z] * backward[line][z];
    }
    normalise(likely);
    return likely;
  }

  /** Adds how likely each pair of zones is for a line and the next. */
  void addPairs(int line, double[][] pairs) {
    double sum = 0;
    int zones = transitions.length;
    var likely = new double[zones][zones];
    for (int y = 0; y < zones; y++) {
      for (int z = 0; z < zones; z++) {
        likely[y][z] =
            forward[line][y] * transitions[y][z] * local[line + 1][z] * backward[line + 1][z];
        sum += likely[y][z];
      }
    }
    for (int y = 0; y < zones; y++) {
      for (int z = 0; z < zones; z++) {
        pairs[y][z] += likely[y][z] / sum;
      }
    }
  }

  /** How likely each zone is for the last line, from all up to it. */
  double[] end() {
    return forward[forward.length - 1].clone();
  }

  /** The logarithm of the sum over all ways. */
  double logSum() {
    return logSum;
  }
}
