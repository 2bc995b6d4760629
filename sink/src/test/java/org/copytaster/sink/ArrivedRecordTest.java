package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.sink.ArrivedRecords.arrival;

import org.copytaster.schemas.history.Tombstone;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrivedRecordTest {

  @ParameterizedTest
  @EnumSource(
      value = PubStatus.class,
      names = {"WITHHELD", "CANCELED"})
  void recordThatMustNotBeUsedComesWithoutTheTextThatItStillHas(PubStatus status) {
    var arrival = arrival("urn:x:1", 1, status);

    assertThat(arrival.hasText()).isFalse();
    assertThat(arrival.enriched())
        .isEqualTo(Tombstone.of(arrival.article(), arrival.enriched().getEnrichedAt()));
    assertThat(arrival.key().version()).isEqualTo(1);
  }

  @Test
  void usableArticleIsWholeUntilItIsKilled() {
    var arrival = arrival("urn:x:1", 1, PubStatus.USABLE);

    assertThat(arrival.hasText()).isTrue();
    assertThat(arrival.withoutText().enriched().getText()).isEmpty();
    assertThat(arrival.withoutText().article().getHeadline()).isNull();
    assertThat(arrival.withoutText().record()).isSameAs(arrival.record());
  }
}
