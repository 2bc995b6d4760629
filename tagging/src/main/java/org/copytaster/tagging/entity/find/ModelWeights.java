package org.copytaster.tagging.entity.find;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.copytaster.tagging.entity.EntityType;

/**
 * Weights as they are shipped: two bytes each, with two digits behind the point. A document is read
 * twice; what a feature says to both readings lies side by side, so that it is fetched once.
 */
public final class ModelWeights {

  private static final int FORMAT = 0x43544D33;
  private static final int BUFFER = 1 << 16;
  private static final int HIGHEST = Short.MAX_VALUE;
  private static final float SCALE = 100;
  private static final int READINGS = 2;
  private static final int ROW = READINGS * TokenTags.COUNT;

  private final int bits;
  private final short[] weights;
  private final float[][] transitions;

  private ModelWeights(int bits, short[] weights, float[][] transitions) {
    this.bits = bits;
    this.weights = weights;
    this.transitions = transitions;
  }

  /** A model that lies beside this class. */
  public static ModelWeights read(String name) {
    try (var stream = EntityType.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no model " + name);
      }
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read model " + name, e);
    }
  }

  public static ModelWeights read(InputStream stream) throws IOException {
    var in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, BUFFER), BUFFER));
    if (in.readInt() != FORMAT) {
      throw new IOException("no model of this version");
    }
    int bits = in.readInt();
    var transitions = new float[READINGS][TokenTags.COUNT * TokenTags.COUNT];
    for (var some : transitions) {
      for (int i = 0; i < some.length; i++) {
        some[i] = in.readFloat();
      }
    }
    var weights = new short[ROW << bits];
    var bytes = new byte[2 * ROW];
    for (int row = 0; row < 1 << bits; row++) {
      in.readFully(bytes);
      for (int i = 0; i < ROW; i++) {
        weights[row * ROW + i] = (short) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xff));
      }
    }
    return new ModelWeights(bits, weights, transitions);
  }

  /** Makes a model of what was learnt for either reading. */
  public static ModelWeights of(Perceptron first, Perceptron second, int bits) {
    var weights = new short[ROW << bits];
    var transitions = new float[READINGS][TokenTags.COUNT * TokenTags.COUNT];
    var learnt = List.of(first, second);
    for (int reading = 0; reading < READINGS; reading++) {
      for (int i = 0; i < TokenTags.COUNT << bits; i++) {
        int rounded = Math.round(learnt.get(reading).weight(i) * SCALE);
        int at = i / TokenTags.COUNT * ROW + reading * TokenTags.COUNT + i % TokenTags.COUNT;
        weights[at] = (short) Math.max(-HIGHEST, Math.min(HIGHEST, rounded));
      }
      for (int i = 0; i < transitions[reading].length; i++) {
        transitions[reading][i] = learnt.get(reading).transition(i) * SCALE;
      }
    }
    return new ModelWeights(bits, weights, transitions);
  }

  /** Writes the weights, packed. */
  public void write(OutputStream stream) throws IOException {
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(stream, BUFFER), BUFFER))) {
      out.writeInt(FORMAT);
      out.writeInt(bits);
      for (var some : transitions) {
        for (float transition : some) {
          out.writeFloat(transition);
        }
      }
      for (short weight : weights) {
        out.writeShort(weight);
      }
    }
  }

  /** So many bits a feature has. */
  public int bits() {
    return bits;
  }

  /**
   * The tags of each sentence of a document, after two readings.
   *
   * @param sentences the words of the sentences
   * @param seen their features
   */
  public List<byte[]> tags(List<String[]> sentences, List<int[][]> seen) {
    return scores(sentences, seen).stream().map(TagScores::best).toList();
  }

  /**
   * What speaks for the tags of each sentence of a document, after two readings.
   *
   * @param sentences the words of the sentences
   * @param seen their features
   */
  public List<TagScores> scores(List<String[]> sentences, List<int[][]> seen) {
    var firstTags = new ArrayList<byte[]>();
    var second = new ArrayList<float[][]>();
    for (var features : seen) {
      var scores = scores(features);
      firstTags.add(Viterbi.tags(scores, transitions[0]));
      for (int i = 0; i < scores.length; i++) {
        System.arraycopy(scores[i], TokenTags.COUNT, scores[i], 0, TokenTags.COUNT);
      }
      second.add(scores);
    }
    var more = SecondReading.of(sentences, firstTags, bits);
    var all = new ArrayList<TagScores>();
    for (int i = 0; i < more.size(); i++) {
      addSecond(more.get(i), second.get(i));
      all.add(new TagScores(second.get(i), transitions[1]));
    }
    return all;
  }

  /** What all features of each token say to both readings. */
  private float[][] scores(int[][] features) {
    var scores = new float[features.length][ROW];
    for (int i = 0; i < features.length; i++) {
      var row = scores[i];
      for (int feature : features[i]) {
        int begin = feature * ROW;
        for (int k = 0; k < ROW; k++) {
          row[k] += weights[begin + k];
        }
      }
    }
    return scores;
  }

  private void addSecond(int[][] features, float[][] scores) {
    for (int i = 0; i < features.length; i++) {
      for (int feature : features[i]) {
        int begin = feature * ROW + TokenTags.COUNT;
        for (int tag = 0; tag < TokenTags.COUNT; tag++) {
          scores[i][tag] += weights[begin + tag];
        }
      }
    }
  }
}
