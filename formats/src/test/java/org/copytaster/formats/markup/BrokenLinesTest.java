package org.copytaster.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenLinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harbour workers in Port Lyle stopped work on Monday after a\ncrane fell near the quay.",
        "Harbour workers stopped work on Monday after a crane\nfell near the quay, and the port of New\nYork sent help at once.",
        "The port authority said on Monday that all nine\nof its cranes would be looked at before\nloading starts again."
      })
  void linesBrokenAtAMarginAreJoined(String text) {
    assertThat(BrokenLines.joined(text)).isEqualTo(text.replace('\n', ' '));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lyle 2\nKiel 1",
        "* a crane fell near the quay in Port Lyle\n* nobody was hurt",
        "Ana Lyle\nPress officer\nPort Lyle",
        "Race 1   Quay   55.5\nrace 2   Crane  54.0",
        "A crane fell near the quay in Port Lyle.\nNobody was hurt in the accident.",
        "o crane\nthat stood so tall and looked over the sea\nand fell"
      })
  void listsTablesAndVerseKeepTheirLines(String text) {
    assertThat(BrokenLines.joined(text)).isEqualTo(text);
  }

  @Test
  void indentedLineBeginsAParagraph() {
    assertThat(BrokenLines.indented("A crane fell\nat the quay.\n   Nobody was\nhurt."))
        .containsExactly("A crane fell at the quay.", "Nobody was hurt.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\nc", "a\n   b\n   c", "a   b\n   c\nd   e"})
  void textThatIsSetOtherwiseHasNoIndents(String text) {
    assertThat(BrokenLines.indented(text)).isEmpty();
  }

  @Test
  void sentenceThatALineEndHasCutIsJoined() {
    assertThat(
            BrokenLines.uncut(
                "Harbour workers in Port Lyle stopped work\nafter a crane fell.\nNobody was hurt."
                    + "\nThe port (called\nLyle Quays) is shut.\n\u6E2F\uFF08Lyle\nQuay\uFF09\u3002"))
        .containsExactly(
            "Harbour workers in Port Lyle stopped work after a crane fell.",
            "Nobody was hurt.",
            "The port (called Lyle Quays) is shut.",
            "\u6E2F\uFF08Lyle Quay\uFF09\u3002");
  }

  @Test
  void manyBlanksTakeNoTime() {
    var text = "a" + " ".repeat(200_000) + "b\n" + " ".repeat(200_000) + "c";

    assertThat(BrokenLines.joined(text)).isEqualTo(text);
  }
}
