package org.copytaster.tagging.entity.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.copytaster.tagging.entity.find.ModelWeights;
import org.copytaster.tagging.entity.find.TagScores;
import org.copytaster.tagging.entity.find.TokenFeatures;

/**
 * Reads with the perceptron, and where that is not sure, with the encoder, too. What decides is the
 * sum of what both say: logarithms of the encoder's probabilities, and what the perceptron's best
 * tags lose by each other tag. Values were chosen on development sets; docs/accuracy.md has them.
 */
final class BothReaders implements SentenceReader {

  private final ModelWeights perceptron;
  private final TokenFeatures features;
  private final Function<List<String[]>, List<float[][]>> encoder;
  private final Sharing sharing;

  /**
   * How the two share the work.
   *
   * @param unsure the encoder reads a sentence of which a token has a margin below
   * @param weight what a loss of 1 of the perceptron counts beside the encoder's logarithms
   * @param most the highest loss that counts
   */
  record Sharing(float unsure, float weight, float most) {

    /** The values for the encoders that come with this version. */
    static final Sharing DEFAULT = new Sharing(100, 0.03f, 80);
  }

  /**
   * Makes a reader of two.
   *
   * @param encoder from sentences to the logarithms of probabilities of tags
   */
  BothReaders(
      ModelWeights perceptron,
      TokenFeatures features,
      Function<List<String[]>, List<float[][]>> encoder,
      Sharing sharing) {
    this.perceptron = perceptron;
    this.features = features;
    this.encoder = encoder;
    this.sharing = sharing;
  }

  @Override
  public List<byte[]> tags(List<String[]> sentences) {
    var scores = perceptron.scores(sentences, features.of(sentences));
    var tags = new ArrayList<byte[]>();
    var unsure = new ArrayList<String[]>();
    var places = new ArrayList<Integer>();
    var losses = new ArrayList<float[][]>();
    for (int i = 0; i < sentences.size(); i++) {
      tags.add(scores.get(i).best());
      var lost = scores.get(i).losses();
      if (TagScores.margin(lost) < sharing.unsure()) {
        unsure.add(sentences.get(i));
        places.add(i);
        losses.add(lost);
      }
    }
    var likely = encoder.apply(unsure);
    for (int i = 0; i < unsure.size(); i++) {
      var best = TagScores.best(losses.get(i), likely.get(i), sharing.weight(), sharing.most());
      tags.set(places.get(i), best);
    }
    return tags;
  }
}
