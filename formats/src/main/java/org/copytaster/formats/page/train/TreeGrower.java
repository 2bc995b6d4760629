package org.copytaster.formats.page.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import org.copytaster.formats.page.BlockModel;
import org.jspecify.annotations.Nullable;

/**
 * Grows one regression tree on the gradients of a loss, the leaf with the greatest gain first, over
 * binned measures (Ke and others, "LightGBM", NIPS 2017).
 */
final class TreeGrower {

  /** Few leaves: with some hundred pages, deep trees learn the pages. */
  private static final int LEAVES = 8;

  private static final int FEWEST_ROWS = 40;
  private static final double RIDGE = 8;

  /** The share of the measures that a tree may look at, so that trees differ. */
  private static final double MEASURES = 0.5;

  private final Bins bins;
  private final double[] gradient;
  private final double[] curvature;

  TreeGrower(Bins bins, double[] gradient, double[] curvature) {
    this.bins = bins;
    this.gradient = gradient;
    this.curvature = curvature;
  }

  /** A node that may be split. */
  private static final class Node {
    private final int[] rows;
    private final double sum;
    private final double weight;
    private @Nullable Split split;
    private @Nullable Node left;
    private @Nullable Node right;

    private Node(int[] rows, double sum, double weight) {
      this.rows = rows;
      this.sum = sum;
      this.weight = weight;
    }

    private double value() {
      return -sum / (weight + RIDGE);
    }
  }

  private record Split(int measure, int bin, double gain) {}

  /** Grows a tree on some of the rows. */
  BlockModel.Tree grow(int[] rows, double rate, Random random) {
    var measures = new ArrayList<Integer>();
    for (int measure = 0; measure < bins.measures(); measure++) {
      if (bins.count(measure) > 1 && random.nextDouble() < MEASURES) {
        measures.add(measure);
      }
    }
    var root = node(rows, measures);
    var open = new PriorityQueue<Node>(Comparator.comparingDouble(TreeGrower::negativeGain));
    open.add(root);
    for (int leaves = 1; leaves < LEAVES && !open.isEmpty(); leaves++) {
      var next = open.remove();
      if (next.split == null) {
        break;
      }
      split(next, next.split, measures);
      open.add(Objects.requireNonNull(next.left));
      open.add(Objects.requireNonNull(next.right));
    }
    return flat(root, rate);
  }

  private static double negativeGain(Node node) {
    return node.split == null ? 0 : -node.split.gain();
  }

  private Node node(int[] rows, List<Integer> measures) {
    double sum = 0;
    double weight = 0;
    for (int row : rows) {
      sum += gradient[row];
      weight += curvature[row];
    }
    var node = new Node(rows, sum, weight);
    if (rows.length >= 2 * FEWEST_ROWS) {
      for (int measure : measures) {
        best(node, measure);
      }
    }
    return node;
  }

  private void best(Node node, int measure) {
    byte[] binOf = bins.of(measure);
    double[] sums = new double[Bins.MOST];
    double[] weights = new double[Bins.MOST];
    int[] counts = new int[Bins.MOST];
    for (int row : node.rows) {
      int bin = binOf[row];
      sums[bin] += gradient[row];
      weights[bin] += curvature[row];
      counts[bin]++;
    }
    double whole = gain(node.sum, node.weight);
    double sum = 0;
    double weight = 0;
    int count = 0;
    for (int bin = 0; bin + 1 < bins.count(measure); bin++) {
      sum += sums[bin];
      weight += weights[bin];
      count += counts[bin];
      if (count < FEWEST_ROWS || node.rows.length - count < FEWEST_ROWS) {
        continue;
      }
      double gain = gain(sum, weight) + gain(node.sum - sum, node.weight - weight) - whole;
      if (gain > 1e-6 && (node.split == null || gain > node.split.gain())) {
        node.split = new Split(measure, bin, gain);
      }
    }
  }

  private static double gain(double sum, double weight) {
    return sum * sum / (weight + RIDGE);
  }

  private void split(Node node, Split split, List<Integer> measures) {
    byte[] binOf = bins.of(split.measure());
    int[] left = new int[node.rows.length];
    int[] right = new int[node.rows.length];
    int l = 0;
    int r = 0;
    for (int row : node.rows) {
      if (binOf[row] <= split.bin()) {
        left[l++] = row;
      } else {
        right[r++] = row;
      }
    }
    node.left = node(Arrays.copyOf(left, l), measures);
    node.right = node(Arrays.copyOf(right, r), measures);
  }

  private BlockModel.Tree flat(Node root, double rate) {
    var nodes = new ArrayList<Node>();
    list(root, nodes);
    int n = nodes.size();
    var tree = new BlockModel.Tree(new int[n], new float[n], new int[n]);
    for (int i = 0; i < n; i++) {
      var node = nodes.get(i);
      if (node.left == null || node.split == null) {
        tree.feature()[i] = -1;
        tree.threshold()[i] = (float) (rate * node.value());
      } else {
        tree.feature()[i] = node.split.measure();
        tree.threshold()[i] = bins.edge(node.split.measure(), node.split.bin());
        tree.right()[i] = nodes.indexOf(node.right);
      }
    }
    return tree;
  }

  /** A node, then all on its left, then all on its right. */
  private static void list(Node node, List<Node> into) {
    into.add(node);
    if (node.left != null && node.right != null) {
      list(node.left, into);
      list(node.right, into);
    }
  }
}
