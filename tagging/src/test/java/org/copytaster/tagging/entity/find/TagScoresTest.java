package org.copytaster.tagging.entity.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.copytaster.tagging.entity.EntityType;
import org.junit.jupiter.api.Test;

class TagScoresTest {

  private static final int TAGS = TokenTags.COUNT;
  private static final float[] FREE = new float[TAGS * TAGS];

  private static float[][] random(Random random, int length) {
    var scores = new float[length][TAGS];
    for (var tags : scores) {
      for (int tag = 0; tag < TAGS; tag++) {
        tags[tag] = Math.round(random.nextGaussian() * 1000);
      }
    }
    return scores;
  }

  /** By trying all tags of three tokens. */
  @Test
  void aTagLosesWhatTheBestTagsWithItAreWorse() {
    var random = new Random(3);
    for (int round = 0; round < 20; round++) {
      var scores = random(random, 3);
      var transitions = random(random, TAGS);
      var flat = new float[TAGS * TAGS];
      for (int i = 0; i < flat.length; i++) {
        flat[i] = transitions[i / TAGS][i % TAGS];
      }
      var best = tried(scores, flat);
      var losses = new TagScores(scores, flat).losses();
      for (int i = 0; i < 3; i++) {
        for (int tag = 0; tag < TAGS; tag++) {
          if (best[i][tag] > -1e20f) {
            assertThat(losses[i][tag])
                .isCloseTo((best[i][tag] - highest(best[i])) / 100, within(0.01f));
          } else {
            assertThat(losses[i][tag]).isLessThan(-1e6f);
          }
        }
      }
    }
  }

  private static float[][] tried(float[][] scores, float[] transitions) {
    var best = new float[3][TAGS];
    for (var tags : best) {
      Arrays.fill(tags, Float.NEGATIVE_INFINITY);
    }
    for (int a = 0; a < TAGS; a++) {
      for (int b : after(a)) {
        for (int c : after(b)) {
          if (TokenTags.begins(a) && TokenTags.ends(c)) {
            float sum =
                transitions[TokenTags.OUTSIDE * TAGS + a]
                    + scores[0][a]
                    + transitions[a * TAGS + b]
                    + scores[1][b]
                    + transitions[b * TAGS + c]
                    + scores[2][c];
            best[0][a] = Math.max(best[0][a], sum);
            best[1][b] = Math.max(best[1][b], sum);
            best[2][c] = Math.max(best[2][c], sum);
          }
        }
      }
    }
    return best;
  }

  private static int[] after(int first) {
    return IntStream.range(0, TAGS)
        .filter(tag -> Arrays.stream(TokenTags.before(tag)).anyMatch(some -> some == first))
        .toArray();
  }

  private static float highest(float[] scores) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    return highest;
  }

  @Test
  void bestTagsLoseNothing() {
    var scores = new TagScores(random(new Random(5), 40), FREE);
    var losses = scores.losses();
    var best = scores.best();
    for (int i = 0; i < best.length; i++) {
      assertThat(losses[i][best[i]]).isZero();
    }
  }

  @Test
  void marginIsThatOfTheTokenThatIsLeastSure() {
    assertThat(TagScores.margin(new float[][] {{0, -3, -9}, {-0.5f, 0, -2}, {-7, -8, 0}}))
        .isEqualTo(0.5f);
  }

  @Test
  void twoTagsThatAreEquallyGoodHaveNoMargin() {
    assertThat(TagScores.margin(new float[][] {{0, 0, -9}})).isZero();
  }

  @Test
  void sentenceWithoutTokensIsSure() {
    var nothing = new TagScores(new float[0][], FREE);

    assertThat(nothing.best()).isEmpty();
    assertThat(TagScores.margin(nothing.losses())).isInfinite();
  }

  @Test
  void whatWeighsMoreDecidesBetweenTwoReadings() {
    var losses = new float[1][TAGS];
    var likely = new float[1][TAGS];
    Arrays.fill(losses[0], -50);
    Arrays.fill(likely[0], -20);
    int person = TokenTags.of(1, List.of(stretch(EntityType.PER)))[0];
    int place = TokenTags.of(1, List.of(stretch(EntityType.LOC)))[0];
    losses[0][person] = 0;
    losses[0][place] = -4;
    likely[0][place] = -0.1f;
    likely[0][person] = -2;

    assertThat(TagScores.best(losses, likely, 1, 10)).containsExactly(person);
    assertThat(TagScores.best(losses, likely, 0.25f, 10)).containsExactly(place);
    assertThat(TagScores.best(losses, likely, 1, 1)).containsExactly(place);
  }

  private static TokenTags.Stretch stretch(EntityType type) {
    return new TokenTags.Stretch(0, 1, type);
  }
}
