package org.copytaster.tagging.entity.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Lexicon;
import org.copytaster.tagging.entity.find.ModelWeights;
import org.copytaster.tagging.entity.find.TagScores;
import org.copytaster.tagging.entity.find.TokenFeatures;
import org.copytaster.tagging.entity.find.TokenTags;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;
import org.copytaster.tagging.entity.find.WordClusters;
import org.copytaster.tagging.entity.tag.BothReaders.Sharing;
import org.junit.jupiter.api.Test;

class BothReadersTest {

  private static final ModelWeights WEIGHTS = ModelWeights.read("news.model");
  private static final TokenFeatures FEATURES =
      new TokenFeatures(Lexicon.read(), WordClusters.read(), WEIGHTS.bits());

  /** The perceptron is sure of the first sentence and not of the second. */
  private static final List<String[]> SENTENCES =
      List.of(
          "He left the house at once and did not come back .".split(" ", -1),
          "Wardley Fenwick beat Norsk Tindal in the Harrow .".split(" ", -1));

  private final List<String[]> asked = new ArrayList<>();

  /** Takes each first word for an organisation, beyond doubt. */
  private List<float[][]> organisations(List<String[]> sentences) {
    asked.addAll(sentences);
    var all = new ArrayList<float[][]>();
    for (var words : sentences) {
      var likely = new float[words.length][TokenTags.COUNT];
      var tags = TokenTags.of(words.length, List.of(new Stretch(0, 1, EntityType.ORG)));
      for (int i = 0; i < words.length; i++) {
        Arrays.fill(likely[i], -1_000);
        likely[i][tags[i]] = 0;
      }
      all.add(likely);
    }
    return all;
  }

  private List<byte[]> tags(Sharing sharing) {
    return new BothReaders(WEIGHTS, FEATURES, this::organisations, sharing).tags(SENTENCES);
  }

  /** A margin between those of the two sentences. */
  private static float between() {
    var scores = WEIGHTS.scores(SENTENCES, FEATURES.of(SENTENCES));
    float sure = TagScores.margin(scores.get(0).losses());
    float unsure = TagScores.margin(scores.get(1).losses());
    assertThat(unsure).isLessThan(sure / 2);
    return (sure + unsure) / 2;
  }

  @Test
  void encoderReadsOnlyWhatThePerceptronIsNotSureOf() {
    tags(new Sharing(between(), 1, 10));

    assertThat(asked).containsExactly(SENTENCES.get(1));
  }

  @Test
  void whatTheEncoderHasNotReadStaysAsItWas() {
    var alone = WEIGHTS.tags(SENTENCES, FEATURES.of(SENTENCES));

    assertThat(tags(new Sharing(between(), 1, 10)).get(0)).isEqualTo(alone.get(0));
    assertThat(tags(new Sharing(0, 1, 10))).usingRecursiveComparison().isEqualTo(alone);
  }

  @Test
  void encoderThatIsSureWinsOverAPerceptronThatIsNot() {
    assertThat(TokenTags.stretches(tags(new Sharing(between(), 1, 10)).get(1)))
        .containsExactly(new Stretch(0, 1, EntityType.ORG));
  }

  @Test
  void perceptronThatMayOutweighEverythingDoes() {
    var alone = WEIGHTS.tags(SENTENCES, FEATURES.of(SENTENCES));

    assertThat(tags(new Sharing(1e9f, 1e6f, 1e9f))).usingRecursiveComparison().isEqualTo(alone);
  }

  @Test
  void noSentencesHaveNoTags() {
    assertThat(
            new BothReaders(WEIGHTS, FEATURES, this::organisations, Sharing.DEFAULT)
                .tags(List.of()))
        .isEmpty();
  }
}
