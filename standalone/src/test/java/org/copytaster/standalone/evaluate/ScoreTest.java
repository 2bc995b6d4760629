package org.copytaster.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.copytaster.standalone.evaluate.DateScore.TimexSpan;
import org.copytaster.standalone.evaluate.EntityScore.EntitySpan;
import org.junit.jupiter.api.Test;

/** The tables were printed by independent scorers in Python from the same spans. */
class ScoreTest {

  private static TimexSpan timex(int start, int end, String type, String value) {
    return new TimexSpan(start, end, type, value);
  }

  @Test
  void datesAreScoredAsTempEvalDoes() {
    var score = new DateScore();
    score.add(
        List.of(
            timex(3, 10, "DATE", "2024-06-18"),
            timex(20, 30, "DURATION", "P2W"),
            timex(40, 44, "DATE", "1961")),
        List.of(
            timex(3, 10, "DATE", "2024-06-18"),
            timex(18, 24, "DURATION", "P2W"),
            timex(24, 32, "DATE", "P2W"),
            timex(50, 54, "DATE", "2000")));
    score.add(
        List.of(
            timex(0, 5, "TIME", "2024-06-19TMO"),
            timex(6, 12, "SET", "P1D"),
            timex(13, 15, "DATE", "PAST_REF")),
        List.of(new TimexSpan(0, 9, "date", null), timex(13, 15, "date", " PAST_REF ")));
    score.add(List.of(), List.of(timex(1, 2, "DATE", "2001")));
    assertThat(score.table())
        .containsExactly(
            "docs 3 (missing in system 0, ignored 0); gold 6, system 7",
            "strict        P  28.57 R  33.33 F1  30.77  (2/7/6)",
            "relaxed       P  57.14 R  66.67 F1  61.54  (4/7/6)",
            "type          P  28.57 R  33.33 F1  30.77  (2/7/6)",
            "value         P  42.86 R  50.00 F1  46.15  (3/7/6)",
            "type+value    P  28.57 R  33.33 F1  30.77  (2/7/6)",
            "strict_value  P  28.57 R  33.33 F1  30.77  (2/7/6)",
            "accuracy on relaxed matches: type 50.00 value 75.00");
  }

  private static EntityScore entities(Set<String> only) {
    var score = new EntityScore(only);
    score.add(
        Set.of(
            new EntitySpan(0, 5, "PER"),
            new EntitySpan(8, 14, "LOC"),
            new EntitySpan(20, 30, "ORG")),
        Set.of(
            new EntitySpan(0, 5, "PER"),
            new EntitySpan(8, 14, "ORG"),
            new EntitySpan(21, 30, "ORG")));
    score.add(
        Set.of(new EntitySpan(0, 3, "MISC"), new EntitySpan(4, 9, "PER")),
        Set.of(new EntitySpan(4, 9, "PER"), new EntitySpan(12, 19, "LOC")));
    return score;
  }

  @Test
  void entitiesAreScoredAsConllDoes() {
    assertThat(entities(Set.of()).table())
        .containsExactly(
            "units 2 (missing in system 0)",
            "micro        P  40.00 R  40.00 F1  40.00  (2/5/5)",
            "span-only    P  60.00 R  60.00 F1  60.00  (3/5/5)",
            "LOC          P   0.00 R   0.00 F1   0.00  (0/1/1)",
            "MISC         P   0.00 R   0.00 F1   0.00  (0/0/1)",
            "ORG          P   0.00 R   0.00 F1   0.00  (0/2/1)",
            "PER          P 100.00 R 100.00 F1 100.00  (2/2/2)",
            "macro F1 25.00");
  }

  @Test
  void onlyTheTypesAskedForCount() {
    assertThat(entities(Set.of("PER", "ORG")).table())
        .containsExactly(
            "units 2 (missing in system 0)",
            "micro        P  50.00 R  66.67 F1  57.14  (2/4/3)",
            "span-only    P  50.00 R  66.67 F1  57.14  (2/4/3)",
            "ORG          P   0.00 R   0.00 F1   0.00  (0/2/1)",
            "PER          P 100.00 R 100.00 F1 100.00  (2/2/2)",
            "macro F1 50.00");
  }

  @Test
  void digitsAreRoundedHalfToEvenAsInPython() {
    assertThat(Score.twoDigits(0.125)).isEqualTo("0.12");
    assertThat(Score.twoDigits(2.675)).isEqualTo("2.67");
  }

  @Test
  void tagsOfEveryDialectAreRead() {
    var tags = List.of("I-PER", "I-PER", "B-PER", "O", "S-LOC", "B-ORG", "E-ORG", "I-ORG", "LOC");
    assertThat(ConllFile.entities(tags))
        .containsExactlyInAnyOrder(
            new EntitySpan(0, 2, "PER"),
            new EntitySpan(2, 3, "PER"),
            new EntitySpan(4, 5, "LOC"),
            new EntitySpan(5, 7, "ORG"),
            new EntitySpan(7, 8, "ORG"),
            new EntitySpan(8, 9, "LOC"));
  }
}
