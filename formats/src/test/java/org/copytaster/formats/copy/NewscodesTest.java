package org.copytaster.formats.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copytaster.schemas.record.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewscodesTest {

  @ParameterizedTest
  @CsvSource(
      value = {
        "medtop, 20000013",
        "'', 20000013",
        "'', medtop:20000013",
        "mediatopic, 20000013",
        "'', http://cv.iptc.org/newscodes/mediatopic/20000013",
        "http://cv.iptc.org/newscodes/mediatopic/, 20000013"
      })
  void mediaTopicHasItsParentsHoweverTheCopyWritesIt(String scheme, String code) {
    var subject = Newscodes.normal(subject(scheme, code));
    assertThat(subject.getScheme()).isEqualTo("medtop");
    assertThat(subject.getCode()).isEqualTo("20000013");
    assertThat(subject.getParents()).containsExactly("20000002", "01000000"); // literature, arts
  }

  @Test
  void unknownMediaTopicHasNoParents() {
    assertThat(Newscodes.normal(subject("medtop", "20009999")).getParents()).isEmpty();
  }

  @Test
  void codeOfAnotherSchemeIsNoMediaTopic() {
    assertThat(Newscodes.normal(subject("house", "20000013")).getParents()).isEmpty();
  }

  @Test
  void parentsThatTheCopyNamesStay() {
    var given = Subject.newBuilder(subject("medtop", "20000013")).setParents(List.of("01000000"));
    assertThat(Newscodes.normal(given.build()).getParents()).containsExactly("01000000");
  }

  @Test
  void subjectCodeHasTheParentsThatItsDigitsSay() {
    assertThat(Newscodes.normal(subject("subj", "15054001")).getParents())
        .containsExactly("15054000", "15000000");
  }

  private static Subject subject(String scheme, String code) {
    return Subject.newBuilder().setScheme(scheme.isEmpty() ? null : scheme).setCode(code).build();
  }
}
