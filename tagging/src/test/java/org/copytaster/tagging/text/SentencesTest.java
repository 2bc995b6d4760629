package org.copytaster.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static final Tokens TOKENS = Tokens.english();

  private static List<String> sentences(String text) {
    return Sentences.of(TOKENS.of(text, new Span(0, text.length()))).stream()
        .map(tokens -> tokens.stream().map(Token::surface).collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void fullStopEndsSentence() {
    assertThat(sentences("Dr. Visser came. She left."))
        .containsExactly("Dr. Visser came .", "She left .");
  }

  @Test
  void quotationMarkBelongsToTheSentenceBehindIt() {
    assertThat(sentences("He came. \"So soon?\" she asked."))
        .startsWith("He came .", "\" So soon ?");
  }

  @Test
  void listWithoutFullStopIsCutBehindAMark() {
    var sentences = sentences("Anna Visser, ".repeat(400));

    assertThat(sentences).hasSize(3).allMatch(sentence -> sentence.endsWith(" ,"));
    assertThat(sentences.get(0).split(" ", -1)).hasSize(Sentences.LONGEST / 3 * 3);
  }

  @Test
  void wordsWithoutMarksAreCutAtTheLongestLength() {
    assertThat(sentences("rain ".repeat(Sentences.LONGEST + 1)))
        .extracting(sentence -> sentence.split(" ", -1).length)
        .containsExactly(Sentences.LONGEST, 1);
  }

  @Test
  void nothingHasNoSentence() {
    assertThat(sentences(" ")).isEmpty();
  }
}
