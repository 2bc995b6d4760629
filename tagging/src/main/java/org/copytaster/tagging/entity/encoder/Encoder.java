package org.copytaster.tagging.entity.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.TokenTags;

/**
 * Reads sentences with a small transformer and says how likely each tag of each token is. Its
 * products are made of whole numbers, on one thread and one window at a time, so that the same text
 * has the same answer on every run. May be shared by threads. It holds memory outside of the heap
 * as long as the process lives.
 */
public final class Encoder {

  private static final String NOT_HERE = "ONNX Runtime cannot be loaded on this machine";

  private final EncoderSession session;
  private final WordPieces pieces;
  private final float temperature;

  private Encoder(EncoderSession session, WordPieces pieces, float temperature) {
    this.session = session;
    this.pieces = pieces;
    this.temperature = temperature;
  }

  /**
   * The encoder that lies beside the models of the perceptron.
   *
   * @param name without its ending
   * @throws EncoderException if there is none of this name, if it is broken, or if ONNX Runtime
   *     cannot be loaded on this machine
   */
  public static Encoder read(String name) throws EncoderException {
    try (var stream = EntityType.class.getResourceAsStream(name + ".onnx")) {
      if (stream == null) {
        throw new EncoderException("there is no encoder for the model " + name, null);
      }
      return read(stream);
    } catch (IOException e) {
      throw new EncoderException("the encoder for the model " + name + " cannot be read", e);
    }
  }

  /**
   * An encoder from a file in ONNX's format.
   *
   * @throws IOException if it cannot be read
   * @throws EncoderException if it is broken, or if ONNX Runtime cannot be loaded on this machine
   */
  static Encoder read(InputStream stream) throws IOException, EncoderException {
    var bytes = stream.readAllBytes();
    try {
      var session = EncoderSession.of(bytes);
      var vocabulary = Arrays.asList(session.told("vocabulary").split("\n", -1));
      float temperature = Float.parseFloat(session.told("temperature"));
      return new Encoder(session, new WordPieces(vocabulary), temperature);
    } catch (LinkageError | IllegalStateException e) {
      // What a class without its jar throws, and what the loader says of a library without a file.
      throw new EncoderException(NOT_HERE, e);
    } catch (NumberFormatException e) {
      throw new EncoderException(EncoderSession.BROKEN, e);
    }
  }

  /**
   * How likely each tag of each token is, by the sentences alone.
   *
   * @return for each sentence and token the natural logarithm of each tag's probability, in the
   *     order of {@link TokenTags}
   * @throws IllegalStateException if the library fails, for instance for want of memory
   */
  public List<float[][]> logProbabilities(List<String[]> sentences) {
    var all = sentences.stream().map(words -> new float[words.length][]).toArray(float[][][]::new);
    Window.pack(sentences, pieces, window -> read(window, all));
    return List.of(all);
  }

  private void read(Window window, float[][][] all) {
    var logits = session.logits(window);
    for (var place : window.places()) {
      int begin = place.at() * TokenTags.COUNT;
      all[place.sentence()][place.token()] =
          logProbabilities(Arrays.copyOfRange(logits, begin, begin + TokenTags.COUNT));
    }
  }

  private float[] logProbabilities(float[] logits) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int tag = 0; tag < logits.length; tag++) {
      logits[tag] /= temperature;
      highest = Math.max(highest, logits[tag]);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += StrictMath.exp(logit - highest);
    }
    float log = (float) StrictMath.log(sum) + highest;
    for (int tag = 0; tag < logits.length; tag++) {
      logits[tag] -= log;
    }
    return logits;
  }
}
