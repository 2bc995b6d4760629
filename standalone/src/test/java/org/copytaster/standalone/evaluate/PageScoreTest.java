package org.copytaster.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.standalone.evaluate.PageScore.PageAnswer;
import org.junit.jupiter.api.Test;

/** The expected figures were worked out by hand from the definition of the benchmark. */
class PageScoreTest {

  private final PageScore score = new PageScore();

  @Test
  void oneOfTwoShinglesIsHalfOfTheRecall() {
    score.add(said("a b c d e"), said("a b c d"));

    assertThat(score.table()).contains("text P 1.0000 R 0.5000 F1 0.6667");
  }

  @Test
  void longPagesDoNotWeighMore() {
    score.add(said("a b c d"), said("a b c d"));
    score.add(said("w ".repeat(1000)), said("x ".repeat(10)));

    assertThat(score.table()).contains("text P 0.5000 R 0.5000 F1 0.5000");
  }

  @Test
  void aPageInWhichNothingIsFoundCountsInTheRecallOnly() {
    score.add(said("a b c d"), said(""));
    score.add(said("a b c d"), said("a b c d"));

    assertThat(score.table()).contains("text P 1.0000 R 0.5000 F1 0.6667");
  }

  @Test
  void titlesAndDatesCountWhereTheGoldHasOne() {
    score.add(
        new PageAnswer("a", "Two ports sign, at last", "2024-06-19"),
        new PageAnswer("a", "two ports sign at last!", "2024-06-19T23:00-04:00"));
    score.add(new PageAnswer("a", "Another", "2024-06-19"), new PageAnswer("a", "Other", null));
    score.add(new PageAnswer("a", null, null), new PageAnswer("a", "Any", "2024-01-01"));

    assertThat(score.table()).contains("title right 0.5000 of 2", "date right 0.5000 of 2");
  }

  private static PageAnswer said(String text) {
    return new PageAnswer(text, null, null);
  }
}
