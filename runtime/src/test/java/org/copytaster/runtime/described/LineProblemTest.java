package org.copytaster.runtime.described;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineProblemTest {

  @Test
  void aSentenceIsOneLineOfVisibleCharacters() {
    var problem = new LineProblem(2, "na\nme", "is \u202e not good\u00a0\ud83d\ude00");

    assertThat(problem.sentence("a.yaml"))
        .isEqualTo("a.yaml, line 2: na\\u000ame is \\u202e not good\\u00a0\ud83d\ude00");
  }

  @Test
  void whatIsLongIsCutBetweenCharacters() {
    var problem = new LineProblem(0, "\ud83d\ude00".repeat(1_000), "x".repeat(1_000_000));

    assertThat(problem.field()).isEqualTo("\ud83d\ude00".repeat(19) + "…");
    assertThat(problem.reason()).isEqualTo("x".repeat(299) + "…");
    assertThat(new LineProblem(0, "\u0000".repeat(100), "").field()).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void whatFitsIsLeftWhole() {
    assertThat(new LineProblem(0, "x".repeat(40), "y".repeat(300)).sentence("f"))
        .isEqualTo("f: " + "x".repeat(40) + " " + "y".repeat(300));
  }
}
