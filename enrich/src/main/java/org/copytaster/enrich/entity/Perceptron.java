package org.copytaster.enrich.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Learns weights from tagged sentences: the averaged structured perceptron (Collins, Discriminative
 * Training Methods for Hidden Markov Models, EMNLP 2002). The same sentences in the same order give
 * the same weights.
 */
final class Perceptron implements Weights {

  private static final long SEED = 7;

  private final float[] weights;
  private final double[] sums;
  private final float[] transitions = new float[Tags.COUNT * Tags.COUNT];
  private final double[] transitionSums = new double[Tags.COUNT * Tags.COUNT];
  private double step = 1;

  /** For features of so many bits. */
  Perceptron(int bits) {
    weights = new float[Tags.COUNT << bits];
    sums = new double[weights.length];
  }

  /** A sentence to learn from. */
  static final class Example {
    private final int[][] features;
    private final byte[] tags;

    Example(int[][] features, byte[] tags) {
      this.features = features;
      this.tags = tags;
    }
  }

  /** Goes over all examples some times; tells after each time how many were wrong. */
  void learn(List<Example> examples, int rounds, IntConsumer wrong) {
    var order = new ArrayList<>(examples);
    var random = new Random(SEED);
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      int count = 0;
      for (var example : order) {
        count += learn(example) ? 1 : 0;
      }
      wrong.accept(count);
    }
    average();
  }

  private boolean learn(Example example) {
    var tags = Viterbi.tags(example.features, this);
    step++;
    if (Arrays.equals(tags, example.tags)) {
      return false;
    }
    int first = 0;
    int wrongFirst = 0;
    for (int i = 0; i < tags.length; i++) {
      int right = example.tags[i];
      int wrong = tags[i];
      if (right != wrong) {
        for (int feature : example.features[i]) {
          change(weights, sums, feature * Tags.COUNT + right, 1);
          change(weights, sums, feature * Tags.COUNT + wrong, -1);
        }
      }
      if (right != wrong || first != wrongFirst) {
        change(transitions, transitionSums, first * Tags.COUNT + right, 1);
        change(transitions, transitionSums, wrongFirst * Tags.COUNT + wrong, -1);
      }
      first = right;
      wrongFirst = wrong;
    }
    return true;
  }

  private void change(float[] values, double[] sum, int at, int by) {
    values[at] += by;
    sum[at] += by * step;
  }

  private void average() {
    for (int i = 0; i < weights.length; i++) {
      weights[i] -= (float) (sums[i] / step);
    }
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] -= (float) (transitionSums[i] / step);
    }
  }

  float weight(int at) {
    return weights[at];
  }

  @Override
  public void add(int feature, float[] scores) {
    int base = feature * Tags.COUNT;
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      scores[tag] += weights[base + tag];
    }
  }

  @Override
  public float transition(int first, int second) {
    return transitions[first * Tags.COUNT + second];
  }
}
