package org.copytaster.enrich.entity;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Weights as they are shipped: two bytes each, with two digits behind the point. */
final class Model implements Weights {

  private static final int FORMAT = 0x43544D31;
  private static final int BUFFER = 1 << 16;
  private static final int HIGHEST = Short.MAX_VALUE;
  private static final float SCALE = 100;

  private final int bits;
  private final short[] weights;
  private final float[] transitions;

  private Model(int bits, short[] weights, float[] transitions) {
    this.bits = bits;
    this.weights = weights;
    this.transitions = transitions;
  }

  /** A model that lies beside this class. */
  static Model read(String name) {
    try (var stream = Model.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no model " + name);
      }
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read model " + name, e);
    }
  }

  static Model read(InputStream stream) throws IOException {
    var in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, BUFFER), BUFFER));
    if (in.readInt() != FORMAT) {
      throw new IOException("no model of this version");
    }
    int bits = in.readInt();
    var transitions = new float[Tags.COUNT * Tags.COUNT];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = in.readFloat();
    }
    var weights = new short[Tags.COUNT << bits];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readShort();
    }
    return new Model(bits, weights, transitions);
  }

  /** Makes a model of weights. */
  static Model of(Perceptron learnt, int bits) {
    var weights = new short[Tags.COUNT << bits];
    for (int i = 0; i < weights.length; i++) {
      int rounded = Math.round(learnt.weight(i) * SCALE);
      weights[i] = (short) Math.max(-HIGHEST, Math.min(HIGHEST, rounded));
    }
    var transitions = new float[Tags.COUNT * Tags.COUNT];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = learnt.transition(i / Tags.COUNT, i % Tags.COUNT) * SCALE;
    }
    return new Model(bits, weights, transitions);
  }

  void write(OutputStream stream) throws IOException {
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(stream, BUFFER), BUFFER))) {
      out.writeInt(FORMAT);
      out.writeInt(bits);
      for (float transition : transitions) {
        out.writeFloat(transition);
      }
      for (short weight : weights) {
        out.writeShort(weight);
      }
    }
  }

  /** So many bits a feature has. */
  int bits() {
    return bits;
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
