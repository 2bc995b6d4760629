package org.copytaster.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionedEntitiesTest {

  /** An authority list may have ids of any characters. */
  @Test
  void anyIdIsReadAsItWasWritten() {
    var ids =
        List.of("iso3166:NO", "", "house:a\nb", "house:\0", "house:Ærø 🚲", "x".repeat(70_000));
    var mentioned = new MentionedEntities(new LinkedHashSet<>(ids));
    try (var serde = MentionedEntities.serde()) {
      var bytes = serde.serializer().serialize("", mentioned);

      assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(mentioned);
    }
  }

  @Test
  void whatIsMissingStoodThereBefore() {
    var before = new MentionedEntities(Set.of("a", "b"));

    assertThat(before.missingIn(new MentionedEntities(Set.of("b", "c")))).containsExactly("a");
    assertThat(before.missingIn(before)).isEmpty();
    assertThat(MentionedEntities.NOBODY.missingIn(before)).isEmpty();
  }
}
