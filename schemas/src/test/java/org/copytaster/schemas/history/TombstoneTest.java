package org.copytaster.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TombstoneTest {

  @Test
  void reasonOfAKillIsOneLine() {
    assertThat(reason("  Kill.\r\n\tThe quote\0is invented.\n"))
        .isEqualTo("Kill. The quote is invented.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\r\n", "\0"})
  void noteThatSaysNothingIsNoReason(String note) {
    assertThat(reason(note)).isNull();
  }

  @Test
  void reasonOfAKillIsNoText() {
    var reason = reason("The whole story again. ".repeat(1_000));

    assertThat(reason).hasSize(Tombstone.LONGEST_REASON).endsWith("…");
  }

  @Test
  void reasonIsNotCutWithinACharacter() {
    for (int before = 490; before < 500; before++) {
      assertThat(reason("x".repeat(before) + "🚲".repeat(20)))
          .hasSizeLessThanOrEqualTo(Tombstone.LONGEST_REASON)
          .doesNotContainPattern("[\\ud800-\\udfff]");
    }
  }

  @ParameterizedTest
  @EnumSource(PubStatus.class)
  void tombstoneOfATombstoneIsTheSame(PubStatus status) {
    var noted = Article.newBuilder(FilledArticle.withStatus(status));
    var once = Tombstone.of(noted.setEdNote("x y\n".repeat(1_000)).build());

    assertThat(Tombstone.of(once)).isEqualTo(once);
  }

  @Test
  void nothingThatWasTaggedTravelsWithATombstone() {
    var article = FilledArticle.withStatus(PubStatus.WITHHELD);
    var time = Instant.parse("2026-11-29T10:00:00Z");

    assertThat(Tombstone.of(article, time))
        .isEqualTo(
            EnrichedArticle.newBuilder()
                .setArticle(Tombstone.of(article))
                .setEnrichedAt(time)
                .build());
  }

  private static @Nullable String reason(String note) {
    var kill =
        Article.newBuilder().setGuid("g").setPubStatus(PubStatus.CANCELED).setEdNote(note).build();
    return Tombstone.of(kill).getEdNote();
  }
}
