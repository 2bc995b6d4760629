package org.copytaster.tagging.entity.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model in ONNX Runtime, on one thread. The only class that knows that library, so that whoever
 * asks for it sees in one place whether the library is there.
 */
final class EncoderSession {

  /** What is said of a model that cannot be used. */
  static final String BROKEN = "the encoder's model is broken";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Map<String, String> told;

  private EncoderSession(OrtEnvironment environment, OrtSession session) throws OrtException {
    this.environment = environment;
    this.session = session;
    this.told = Map.copyOf(session.getMetadata().getCustomMetadata());
  }

  /**
   * Loads a model.
   *
   * @throws EncoderException if it is broken
   * @throws LinkageError if there is no library for this machine
   */
  static EncoderSession of(byte[] model) throws EncoderException {
    var environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "copytaster");
    try (var options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      options.setMemoryPatternOptimization(false);
      return new EncoderSession(environment, environment.createSession(model, options));
    } catch (OrtException e) {
      throw new EncoderException(BROKEN, e);
    }
  }

  /** What the model's file says of itself under a key, or nothing. */
  String told(String key) {
    return told.getOrDefault(key, "");
  }

  /**
   * What the model makes of a window.
   *
   * @return for each piece all tags, one piece after the other
   * @throws IllegalStateException if the library fails
   */
  float[] logits(Window window) {
    int length = window.ids().length;
    long[] shape = {1, length};
    try (var ids = OnnxTensor.createTensor(environment, longs(window.ids()), shape);
        var shapes = OnnxTensor.createTensor(environment, longs(window.shapes()), shape);
        var lengths =
            OnnxTensor.createTensor(
                environment, IntBuffer.wrap(new int[] {length}), new long[] {1});
        var result = session.run(Map.of("ids", ids, "shapes", shapes, "lengths", lengths))) {
      var logits = ((OnnxTensor) result.get(0)).getFloatBuffer();
      var all = new float[logits.remaining()];
      logits.get(all);
      return all;
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed", e);
    }
  }

  private static LongBuffer longs(int[] numbers) {
    return LongBuffer.wrap(IntStream.of(numbers).asLongStream().toArray());
  }
}
