package org.copytaster.tagging.entity.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copytaster.tagging.entity.find.TokenTags;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncoderTest {

  private static final List<String[]> SENTENCES =
      List.of(
          "Angela Merkel of Germany met officials of the World Bank in Paris .".split(" ", -1),
          "SHE FLEW HOME ON TUESDAY .".split(" ", -1),
          ("He said so . ".repeat(90) + "Then Kim Il-sung left for Seoul .").split(" ", -1));

  @SuppressWarnings("NullAway.Init")
  private Encoder encoder;

  @BeforeAll
  void readModel() throws EncoderException {
    encoder = Encoder.read("news");
  }

  @Test
  void aNameIsLikelyWhereThereIsOne() {
    var likely = encoder.logProbabilities(SENTENCES);

    assertThat(likely.get(0)[0][0]).isLessThan((float) Math.log(0.1));
    assertThat(likely.get(0)[4][0]).isGreaterThan((float) Math.log(0.9));
  }

  @Test
  void probabilitiesOfATokenAddUpToOne() {
    for (var sentence : encoder.logProbabilities(SENTENCES)) {
      for (var token : sentence) {
        double sum = 0;
        for (float log : token) {
          sum += Math.exp(log);
        }
        assertThat(sum).isBetween(0.9999, 1.0001);
        assertThat(token).hasSize(TokenTags.COUNT);
      }
    }
  }

  @Test
  void anotherEncoderSaysTheSame() throws EncoderException {
    assertThat(written(Encoder.read("news").logProbabilities(SENTENCES)))
        .isEqualTo(written(encoder.logProbabilities(SENTENCES)));
  }

  @Test
  void threadsThatShareItAllHearTheSame() throws Exception {
    var alone = written(encoder.logProbabilities(SENTENCES));
    var pool = Executors.newFixedThreadPool(4);
    try {
      var answers = new ArrayList<Future<String>>();
      for (int i = 0; i < 12; i++) {
        answers.add(pool.submit(() -> written(encoder.logProbabilities(SENTENCES))));
      }
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whatElseIsReadInAnotherWindowChangesNothing() {
    var longer = new ArrayList<>(SENTENCES);
    longer.add("Nobody else was there .".split(" ", -1));
    longer.add("a ".repeat(300).strip().split(" ", -1));

    assertThat(written(encoder.logProbabilities(longer).subList(0, 2)))
        .isEqualTo(written(encoder.logProbabilities(SENTENCES).subList(0, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\ud800",
        "\udc00x",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\ufffd",
        "\u0301\u0301",
        " ",
        "㊙",
        "\ud83d\ude00",
        "[SEP]",
        "##ing",
        "[MASK]",
        "\uffff",
        "İ",
        "ß",
        "ﬃ"
      })
  void hostileCharactersAreReadAsUnknown(String word) {
    var sentence = new String[] {"Mr.", word, word.repeat(50), "-" + word + "-", "spoke"};

    assertThat(Arrays.asList(encoder.logProbabilities(List.<String[]>of(sentence)).get(0)))
        .hasSize(5)
        .allSatisfy(token -> assertThat(token).doesNotContain(Float.NaN));
  }

  @Test
  void aWordOfAMegabyteIsReadInPart() {
    var sentence = new String[] {"a-".repeat(500_000), "x".repeat(1_000_000)};

    assertThat(encoder.logProbabilities(List.<String[]>of(sentence)).get(0)).hasDimensions(2, 17);
  }

  @Test
  void nothingIsSaidOfNothing() {
    assertThat(encoder.logProbabilities(List.of())).isEmpty();
    assertThat(encoder.logProbabilities(List.<String[]>of(new String[0])).get(0)).isEmpty();
  }

  @Test
  void modelThatIsCutOffIsBroken() throws IOException {
    var bytes = ModelFile.bytes();
    for (int length : new int[] {0, 1, 1_000, bytes.length / 2, bytes.length - 1}) {
      assertThatThrownBy(() -> Encoder.read(new ByteArrayInputStream(Arrays.copyOf(bytes, length))))
          .as("of %d bytes", length)
          .isInstanceOf(EncoderException.class)
          .hasMessage("the encoder's model is broken");
    }
  }

  @Test
  void fileOfAnotherKindIsBroken() {
    assertThatThrownBy(() -> Encoder.read(new ByteArrayInputStream(new byte[100_000])))
        .isInstanceOf(EncoderException.class)
        .hasMessage("the encoder's model is broken");
  }

  @Test
  void modelWithoutAnEncoderSaysSo() {
    assertThatThrownBy(() -> Encoder.read("open"))
        .isInstanceOf(EncoderException.class)
        .hasMessage("there is no encoder for the model open");
  }

  /** Then products of two such weights with bytes add up in 16 bits, with VNNI and without. */
  @Test
  void weightsOfProductsHaveSevenBits() throws IOException {
    var tensors = ModelFile.bytesOfTensors();
    tensors.remove("we"); // words are looked up, not multiplied

    assertThat(tensors).hasSizeGreaterThan(16);
    assertThat(tensors)
        .allSatisfy(
            (name, weights) -> {
              for (byte weight : weights) {
                assertThat((int) weight).isBetween(-63, 63);
              }
            });
  }

  private static String written(List<float[][]> likely) {
    var all = new StringBuilder();
    for (var sentence : likely) {
      all.append(Arrays.deepToString(sentence)).append('\n');
    }
    return all.toString();
  }
}
