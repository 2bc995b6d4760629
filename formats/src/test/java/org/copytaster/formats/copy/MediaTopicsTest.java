package org.copytaster.formats.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The facts are IPTC's, the broken tables are not. */
class MediaTopicsTest {

  private final MediaTopics topics = MediaTopics.read();

  @Test
  void topicRightBelowTheTopHasOneParent() {
    assertThat(topics.parents("20000002")).containsExactly("01000000");
  }

  @Test
  void parentsComeNearestFirst() {
    assertThat(topics.parents("20000137")) // prison, sentencing, trial, court, judiciary
        .containsExactly("20000134", "20000111", "20000107", "20000106", "02000000");
  }

  @Test
  void weatherAndConflictAreTopsToo() {
    assertThat(topics.parents("20001131")).containsExactly("17000000");
    assertThat(topics.parents("20000063")).containsExactly("20000062", "20000056", "16000000");
  }

  @Test
  void topicsOfEveryAgeAreKnown() {
    assertThat(topics.parents("20000994")) // Formula One, no longer used
        .containsExactly("20000991", "20000822", "15000000");
    assertThat(topics.parents("20001298")) // artificial intelligence
        .containsExactly("20000763", "20000756", "13000000");
  }

  @Test
  void topicsAtTheTopAndUnknownOnesHaveNoParents() {
    assertThat(topics.parents("01000000")).isEmpty();
    assertThat(topics.parents("20999999")).isEmpty();
    assertThat(topics.parents("")).isEmpty();
  }

  @Test
  void brokenLineIsNamed() {
    assertBroken("line 2 is not a code, a tab and a broader code", "# head", "20000002 01000000");
    assertBroken("line 1 is not a code, a tab and a broader code", "20000002\t18000000");
    assertBroken("line 1 is not a code, a tab and a broader code", "");
  }

  @Test
  void codeThatComesTwiceIsRefused() {
    assertBroken(
        "line 2 has a code that an earlier line has, 20000002",
        "20000002\t01000000",
        "20000002\t02000000");
  }

  @Test
  void topicWithoutWayToTheTopIsRefused() {
    assertBroken("no line says what is above 20000004", "20000003\t20000004");
  }

  @Test
  void topicsThatAreAboveEachOtherAreRefused() {
    assertThatThrownBy(() -> MediaTopics.of(Stream.of("20000003\t20000004", "20000004\t20000003")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("media-topics\\.tsv: the topics above 2000000[34] go in a circle");
  }

  private static void assertBroken(String reason, String... lines) {
    assertThatThrownBy(() -> MediaTopics.of(Stream.of(lines)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("media-topics.tsv: " + reason);
  }
}
