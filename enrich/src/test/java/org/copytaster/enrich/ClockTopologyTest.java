package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Embargoes under a clock that jumps. The driver's own time goes on second by second, as that of
 * {@link SteadyTime} does; only the clock jumps.
 */
class ClockTopologyTest {

  private static final Instant START = EnrichDriver.START;

  private final EnrichDriver enrich = new EnrichDriver();
  private final SettableClock clock = enrich.clock;
  private final TopologyTestDriver driver = enrich.driver;
  private final TestInputTopic<String, Article> articles = enrich.articles();
  private final TestOutputTopic<String, EnrichedArticle> enriched = enrich.enriched();
  private final TestOutputTopic<String, Receipt> receipts = enrich.receipts();

  @AfterEach
  void stop() {
    enrich.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D", "P365D", "P36500D"})
  void aClockThatIsSetBackReleasesNothingEarlyAndStillReleases(Duration jump) {
    hold("urn:a", START.plusSeconds(60));

    clock.move(jump.negated());
    pass(Duration.ofSeconds(59));
    assertThat(guids()).isEmpty();
    pass(Duration.ofMinutes(10));
    assertThat(guids()).isEmpty();

    // It is set right again, and goes on.
    clock.move(jump);
    pass(Duration.ofSeconds(2));

    assertThat(guids()).containsExactly("urn:a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D", "P365D"})
  void aClockThatWasAheadAndIsSetRightDoesNotStopTheGate(Duration jump) {
    clock.move(jump);
    pass(Duration.ofSeconds(5));
    clock.move(jump.negated());
    hold("urn:a", clock.instant().plusSeconds(60));

    pass(Duration.ofSeconds(62));

    assertThat(guids()).containsExactly("urn:a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D", "P365D"})
  void aJumpAheadAndBackReleasesNothingTwiceAndLosesNothing(Duration jump) {
    hold("urn:within", START.plus(jump).minusSeconds(30));
    hold("urn:beyond", START.plus(jump).plusSeconds(600));

    clock.move(jump);
    pass(Duration.ofSeconds(3));
    assertThat(guids()).containsExactly("urn:within");
    clock.move(jump.negated());
    pass(Duration.ofSeconds(30));
    assertThat(guids()).isEmpty();

    clock.move(jump);
    pass(Duration.ofMinutes(10));

    assertThat(guids()).containsExactly("urn:beyond");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:00:00Z",
        "1999-12-31T23:59:00Z",
        "2038-01-19T03:13:00Z",
        "2106-02-07T06:27:00Z",
        "2199-06-01T00:00:00Z"
      })
  void anEmbargoEndsAtItsTimeInAnyYear(Instant now) {
    clock.set(now);
    hold("urn:a", now.plusSeconds(120));
    assertThat(receipts.readValue().getTime()).isEqualTo(now);

    pass(Duration.ofSeconds(118));
    assertThat(guids()).isEmpty();
    pass(Duration.ofSeconds(4));

    assertThat(guids()).containsExactly("urn:a");
  }

  @Test
  void anInstanceWhoseClockIsBehindHoldsWhatAnotherWouldRelease() {
    clock.move(Duration.ofHours(-1));

    push("urn:a", START.minusSeconds(60));

    assertThat(guids()).isEmpty();
    assertThat(receipts.readValue().getStage()).isEqualTo(Stage.HELD);
    pass(Duration.ofHours(1));
    assertThat(guids()).containsExactly("urn:a");
  }

  private void hold(String guid, Instant until) {
    push(guid, until);
    assertThat(enriched.isEmpty()).isTrue();
  }

  private void push(String guid, Instant until) {
    articles.pipeInput(
        guid,
        Article.newBuilder()
            .setGuid(guid)
            .setVersion(1)
            .setHeadline("Headline")
            .setBody("text")
            .setContentHash("hash")
            .setEmbargoed(until)
            .build());
  }

  /** Lets time pass as it does, on the clock and off it. */
  private void pass(Duration length) {
    for (long second = 0; second < length.toSeconds(); second++) {
      clock.move(Duration.ofSeconds(1));
      driver.advanceWallClockTime(Duration.ofSeconds(1));
    }
  }

  private List<String> guids() {
    return enriched.readValuesToList().stream().map(each -> each.getArticle().getGuid()).toList();
  }
}
