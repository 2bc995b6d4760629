package org.copytaster.tagging.entity.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowTest {

  /** Every word of these letters is one piece each letter. */
  private static final WordPieces PIECES = new WordPieces(vocabulary());

  private static List<String> vocabulary() {
    var all = new ArrayList<String>();
    IntStream.range(0, 200).forEach(i -> all.add("[" + i + "]"));
    all.addAll(List.of("a", "##a", "b", "##b", "."));
    return all;
  }

  private static List<Window> windows(List<String[]> sentences) {
    var windows = new ArrayList<Window>();
    Window.pack(sentences, PIECES, windows::add);
    return windows;
  }

  private static String[] words(int count, String word) {
    var words = new String[count];
    Arrays.fill(words, word);
    return words;
  }

  @Test
  void sentencesThatFitShareAWindow() {
    assertThat(windows(List.of(words(40, "a"), words(40, "b"), words(40, "a")))).hasSize(1);
  }

  @Test
  void sentenceThatDoesNotFitBeginsTheNextWindow() {
    var windows = windows(List.of(words(100, "a"), words(40, "b")));

    assertThat(windows).hasSize(2);
    assertThat(windows.get(1).places()).allMatch(place -> place.sentence() == 1).hasSize(40);
  }

  @Test
  void sentenceLongerThanAWindowIsCutBehindAMark() {
    var words = words(200, "a");
    words[109] = ".";

    assertThat(windows(List.<String[]>of(words)).get(0).places()).hasSize(110);
  }

  @Test
  void everyTokenIsReadOnceAndNoWindowIsTooLong() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      var sentences = new ArrayList<String[]>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        sentences.add(words(random.nextInt(300), "ab".repeat(random.nextInt(60)) + "a.b"));
      }
      var windows = windows(sentences);

      assertThat(windows).allMatch(window -> window.ids().length <= Window.LONGEST);
      assertThat(windows.stream().mapToInt(window -> window.places().size()).sum())
          .isEqualTo(sentences.stream().mapToInt(words -> words.length).sum());
    }
  }

  @Test
  void placeOfATokenIsThatOfItsFirstPiece() {
    var window = windows(List.<String[]>of(new String[] {"aab", ".", "b"})).get(0);

    assertThat(window.places()).extracting(Window.Place::at).containsExactly(1, 4, 5);
    assertThat(window.ids()).startsWith(101, 200, 201, 203).endsWith(102);
  }

  @Test
  void noSentencesAreNoWindow() {
    assertThat(windows(List.of())).isEmpty();
    assertThat(windows(List.<String[]>of(new String[0]))).isEmpty();
  }
}
