package org.copytaster.formats.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells how likely a block belongs to the article: boosted regression trees (Friedman, "Greedy
 * function approximation", Annals of Statistics 29, 2001) over the measures of {@link
 * BlockFeatures}, as {@code blocks.model} lists them. It may be shared by threads.
 */
public final class BlockModel {

  private final List<Tree> trees;
  private final int measures;

  /**
   * A tree whose nodes lie in arrays; a leaf has feature -1.
   *
   * @param feature which measure a node looks at
   * @param threshold values up to it go left; in a leaf, the score
   * @param right where the node on the right is; the one on the left is the next
   */
  @SuppressWarnings("ArrayRecordComponent") // trees are never compared
  public record Tree(int[] feature, float[] threshold, int[] right) {

    /** What the tree adds for a block with these measures. */
    public float score(float[] row) {
      int node = 0;
      while (feature[node] >= 0) {
        node = row[feature[node]] <= threshold[node] ? node + 1 : right[node];
      }
      return threshold[node];
    }
  }

  /**
   * A model.
   *
   * @param measures how many measures a row has
   */
  public BlockModel(List<Tree> trees, int measures) {
    this.trees = List.copyOf(trees);
    this.measures = measures;
  }

  /** The model that comes with this version. */
  static BlockModel read() throws IOException {
    return read(
        Objects.requireNonNull(BlockModel.class.getResourceAsStream("blocks.model"), "model"));
  }

  static BlockModel read(InputStream in) throws IOException {
    var trees = new ArrayList<Tree>();
    int measures = 0;
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("measures ")) {
          measures = Integer.parseInt(line.substring("measures ".length()));
        } else if (!line.startsWith("#")) {
          trees.add(tree(line));
        }
      }
    }
    return new BlockModel(trees, measures);
  }

  /** One tree a line, one node a field: measure, threshold, right; or the score of a leaf. */
  private static Tree tree(String line) {
    var nodes = line.split(" ", -1);
    var tree = new Tree(new int[nodes.length], new float[nodes.length], new int[nodes.length]);
    for (int i = 0; i < nodes.length; i++) {
      var parts = nodes[i].split(":", -1);
      boolean leaf = parts.length == 1;
      tree.feature[i] = leaf ? -1 : Integer.parseInt(parts[0]);
      tree.threshold[i] = Float.parseFloat(parts[leaf ? 0 : 1]);
      tree.right[i] = leaf ? 0 : Integer.parseInt(parts[2]);
    }
    return tree;
  }

  /** The lines that {@link #read} reads. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("# Which blocks of a page are the article's. Written by `copytaster train pages`.");
    lines.add("measures " + measures);
    for (var tree : trees) {
      var line = new StringBuilder();
      for (int i = 0; i < tree.feature.length; i++) {
        line.append(i == 0 ? "" : " ");
        if (tree.feature[i] >= 0) {
          line.append(tree.feature[i]).append(':').append(tree.threshold[i]);
          line.append(':').append(tree.right[i]);
        } else {
          line.append(tree.threshold[i]);
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /**
   * How likely the block of this row is the article's, from 0 to 1.
   *
   * @throws IllegalStateException if the model was made for other measures
   */
  double probability(float[] row) {
    if (row.length != measures) {
      throw new IllegalStateException(
          "the model knows " + measures + " measures of a block, not " + row.length);
    }
    double sum = 0;
    for (var tree : trees) {
      sum += tree.score(row);
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
