package org.copytaster.tagging.entity.find;

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
public final class Perceptron {

  private final float[] weights;
  private double[] sums;
  private final float[] transitions = new float[TokenTags.COUNT * TokenTags.COUNT];
  private final double[] transitionSums = new double[TokenTags.COUNT * TokenTags.COUNT];
  private double step = 1;

  /** For features of so many bits. */
  public Perceptron(int bits) {
    weights = new float[TokenTags.COUNT << bits];
    sums = new double[weights.length];
  }

  /** A sentence to learn from. */
  public static final class Example {
    private final List<int[][]> features;
    private final byte[] tags;
    private final boolean withoutMisc;

    /**
     * Makes one.
     *
     * @param features of each token, in some parts
     * @param withoutMisc whether outside may as well be MISC, since its set does not mark it: then
     *     the best of the tags that fit count as right (Tsuboi and others, Training Conditional
     *     Random Fields Using Incomplete Annotations, COLING 2008)
     */
    public Example(List<int[][]> features, byte[] tags, boolean withoutMisc) {
      this.features = features;
      this.tags = tags;
      this.withoutMisc = withoutMisc;
    }
  }

  /**
   * Goes over all examples some times.
   *
   * @param seed says in which order
   * @param wrong is told after each time how many were wrong
   */
  public void learn(List<Example> examples, int rounds, long seed, IntConsumer wrong) {
    var order = new ArrayList<>(examples);
    var random = new Random(seed);
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

  /** The best tags of a sentence. */
  public byte[] tags(List<int[][]> features) {
    return Viterbi.tags(scores(features), transitions);
  }

  private float[][] scores(List<int[][]> features) {
    var scores = new float[features.get(0).length][TokenTags.COUNT];
    for (var part : features) {
      for (int i = 0; i < scores.length; i++) {
        for (int feature : part[i]) {
          int begin = feature * TokenTags.COUNT;
          for (int tag = 0; tag < TokenTags.COUNT; tag++) {
            scores[i][tag] += weights[begin + tag];
          }
        }
      }
    }
    return scores;
  }

  private boolean learn(Example example) {
    var scores = scores(example.features);
    var tags = Viterbi.tags(scores, transitions);
    var right = example.withoutMisc ? fitting(scores, example.tags) : example.tags;
    step++;
    if (Arrays.equals(tags, right)) {
      return false;
    }
    int first = TokenTags.OUTSIDE;
    int wrongFirst = TokenTags.OUTSIDE;
    for (int i = 0; i < tags.length; i++) {
      if (right[i] != tags[i]) {
        for (var part : example.features) {
          change(part[i], right[i], tags[i]);
        }
      }
      if (right[i] != tags[i] || first != wrongFirst) {
        change(transitions, transitionSums, first * TokenTags.COUNT + right[i], 1);
        change(transitions, transitionSums, wrongFirst * TokenTags.COUNT + tags[i], -1);
      }
      first = right[i];
      wrongFirst = tags[i];
    }
    return true;
  }

  private byte[] fitting(float[][] scores, byte[] tags) {
    for (int i = 0; i < tags.length; i++) {
      for (int tag = 0; tag < TokenTags.COUNT; tag++) {
        boolean misc = tags[i] == TokenTags.OUTSIDE && TokenTags.isMisc(tag);
        scores[i][tag] = tag == tags[i] || misc ? scores[i][tag] : Viterbi.NEVER;
      }
    }
    return Viterbi.tags(scores, transitions);
  }

  private void change(int[] features, int right, int wrong) {
    for (int feature : features) {
      change(weights, sums, feature * TokenTags.COUNT + right, 1);
      change(weights, sums, feature * TokenTags.COUNT + wrong, -1);
    }
  }

  private void change(float[] values, double[] sum, int at, int by) {
    values[at] += by;
    sum[at] += by * step;
  }

  private void average() {
    for (int i = 0; i < weights.length; i++) {
      weights[i] -= (float) (sums[i] / step);
    }
    sums = new double[0];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] -= (float) (transitionSums[i] / step);
    }
  }

  /**
   * The mean of some that learnt in different orders; what only one of them learnt by chance fades
   * (Dietterich, Ensemble Methods in Machine Learning, 2000).
   */
  public static Perceptron mean(List<Perceptron> all, int bits) {
    var mean = new Perceptron(bits);
    mean.sums = new double[0];
    for (var one : all) {
      for (int i = 0; i < mean.weights.length; i++) {
        mean.weights[i] += one.weights[i] / all.size();
      }
      for (int i = 0; i < mean.transitions.length; i++) {
        mean.transitions[i] += one.transitions[i] / all.size();
      }
    }
    return mean;
  }

  float weight(int at) {
    return weights[at];
  }

  float transition(int at) {
    return transitions[at];
  }
}
