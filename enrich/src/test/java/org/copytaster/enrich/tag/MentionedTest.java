package org.copytaster.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionedTest {

  /** An authority list may have ids of any characters. */
  @Test
  void anyIdIsReadAsItWasWritten() {
    var ids =
        List.of("iso3166:NO", "", "house:a\nb", "house:\0", "house:Ærø 🚲", "x".repeat(70_000));
    var mentioned = new Mentioned(new LinkedHashSet<>(ids));
    try (var serde = Mentioned.serde()) {
      var bytes = serde.serializer().serialize("", mentioned);

      assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(mentioned);
    }
  }

  @Test
  void whatIsMissingStoodThereBefore() {
    var before = new Mentioned(Set.of("a", "b"));

    assertThat(before.missingIn(new Mentioned(Set.of("b", "c")))).containsExactly("a");
    assertThat(before.missingIn(before)).isEmpty();
    assertThat(Mentioned.NOBODY.missingIn(before)).isEmpty();
  }
}
