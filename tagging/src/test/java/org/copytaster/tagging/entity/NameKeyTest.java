package org.copytaster.tagging.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          U.S.              | us
          São Paulo         | sao paulo
          Sao-Paulo         | sao paulo
          O'Neill & Sons    | oneill sons
          O’Neill & Sons    | oneill sons
          "  (AT&T)  "      | at t
          3M Co.            | 3m co
          `Abd              | abd
          Ünal 2            | unal 2
          "--"              | ""
          """)
  void spellingsOfOneNameHaveOneKey(String name, String key) {
    assertThat(NameKey.of(name)).isEqualTo(key);
  }

  /** Names of ASCII go another way; a letter beyond it, taken off again, takes the general one. */
  @ParameterizedTest
  @CsvSource({"A.B. Smith-Jones", "'x'", "a\tb", "R2-D2 (droid)", "_under_score_", "Z/9"})
  void namesOfPlainLettersHaveTheKeyThatTheyHaveBesideOthers(String name) {
    assertThat(NameKey.of(name)).isEqualTo(NameKey.of(name + " ж").replaceFirst(" ?ж$", ""));
  }
}
