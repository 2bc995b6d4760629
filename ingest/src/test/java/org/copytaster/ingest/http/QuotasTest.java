package org.copytaster.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.TestSources;
import org.junit.jupiter.api.Test;

class QuotasTest {

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  /** Stands where {@link #now} stands. */
  private final Quotas quotas =
      new Quotas(
          new Clock() {
            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void aSourceIsToldWhereItStands() throws RequestRefusedException {
    assertThat(quotas.spend(source(3), 1))
        .isEqualTo(
            Map.of(
                "RateLimit-Policy", "\"articles\";q=3;w=60", "RateLimit", "\"articles\";r=2;t=60"));
  }

  @Test
  void whatIsOverTheQuotaIsRefusedUntilTheMinuteIsOver() throws RequestRefusedException {
    quotas.spend(source(2), 1);
    quotas.spend(source(2), 1);

    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(() -> quotas.spend(source(2), 1))
        .satisfies(
            refusal -> {
              assertThat(refusal.reply().status()).isEqualTo(429);
              assertThat(refusal.reply().headers())
                  .containsEntry("Retry-After", "60")
                  .containsEntry("RateLimit", "\"articles\";r=0;t=60");
            });

    now = now.plus(Duration.ofSeconds(60));
    assertThat(quotas.spend(source(2), 1)).containsEntry("RateLimit", "\"articles\";r=1;t=60");
  }

  @Test
  void aClockThatIsSetBackDoesNotMakeTheMinuteLonger() throws RequestRefusedException {
    quotas.spend(source(1), 1);

    now = now.minus(Duration.ofDays(365));

    assertThat(quotas.spend(source(1), 1)).containsEntry("RateLimit", "\"articles\";r=0;t=60");
  }

  @Test
  void articlesOfOneMessageCountEach() throws RequestRefusedException {
    quotas.spend(source(5), 1);
    quotas.more(source(5), 4);

    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(() -> quotas.spend(source(5), 1));
  }

  private static Source source(int quota) {
    return TestSources.limited("coast", quota);
  }
}
