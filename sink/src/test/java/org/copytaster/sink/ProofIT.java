package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.parts.testing.EnrichedSamples.kill;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.RecallKind;
import org.copytaster.schemas.record.RecalledVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recalls and acknowledgements in the store. */
@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofIT {

  private static final String GUID = "tag:example.org,2026:lagos";

  /** What the broker says of an acknowledgement is later. */
  private final Instant issued = Instant.now().minus(Duration.ofMinutes(10));

  private SinkBench bench;

  @BeforeAll
  void open(Lane lane) {
    bench = new SinkBench(lane);
    bench.readySink();
  }

  @BeforeEach
  void clear() {
    bench.clear();
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @Test
  void aRecallStandsInTheStoreBesideItsArticle() {
    bench.publish(usable(GUID, 1, "Naira steadies"), kill(GUID, 2, "Wrong person."));
    bench.publish(bench.topics().recalls(), GUID, recall("one").build());
    bench.awaitStored();

    assertThat(
            bench.rows(
                "select guid, kind, version, versions::text, versions_left_out, reason, source"
                    + " from recalls where id = 'one'"))
        .containsExactly(
            Map.of(
                "guid",
                GUID,
                "kind",
                "KILL",
                "version",
                2,
                "versions",
                "[{\"version\":1,\"since\":\"2026-03-09T10:00:00Z\"},{\"version\":3}]",
                "versions_left_out",
                4,
                "reason",
                "Wrong person.",
                "source",
                "pa"));
  }

  @Test
  void theSameRecallTwiceIsOneAndTheFirstStays() {
    bench.publish(bench.topics().recalls(), GUID, recall("one").build());
    bench.publish(bench.topics().recalls(), GUID, recall("one").setIssuedAt(Instant.EPOCH).build());
    bench.awaitStored();

    assertThat(bench.count("select count(*) from recalls where issued_at > '2000-01-01'"))
        .isEqualTo(1);
  }

  @Test
  void ofTwoAcknowledgementsTheFirstCountsAndItsTimeIsTheBrokers() {
    acknowledge("one", "paper", "first", Instant.EPOCH);
    acknowledge("one", "paper", "second", Instant.EPOCH);
    acknowledge("one", "radio", "other", Instant.EPOCH);
    bench.awaitStored();

    assertThat(
            bench.rows(
                "select subscriber, note from acknowledgements where acknowledged_at > now() -"
                    + " interval '5 minutes' and stated_at = 'epoch' order by subscriber"))
        .containsExactly(
            Map.of("subscriber", "paper", "note", "first"),
            Map.of("subscriber", "radio", "note", "other"));
  }

  @Test
  void anAcknowledgementMayComeBeforeItsRecallAndTheSecondsAreCountedOnce() {
    double before = seconds("count");
    acknowledge("early", "paper", null, issued);
    bench.awaitStored();
    assertThat(seconds("count")).isEqualTo(before);

    bench.publish(bench.topics().recalls(), GUID, recall("early").build());
    bench.publish(bench.topics().recalls(), GUID, recall("early").build());
    bench.awaitStored();

    assertThat(seconds("count")).isEqualTo(before + 1);
    assertThat(seconds("sum")).isGreaterThan(590);
  }

  @Test
  void whatNamesNoSubscriberIsADeadLetterAndTheRestIsStored() {
    acknowledge("one", "a b", null, issued);
    acknowledge("one", "x".repeat(65), null, issued);
    acknowledge("", "paper", null, issued);
    bench.publish(
        bench.topics().recalls(), GUID, usable(GUID, 1, "Not a recall"), bench.topics().enriched());
    bench.publish(bench.topics().recalls(), GUID, recall("nul").setSource("\u0000").build());
    acknowledge("one", "paper", "x".repeat(10_000), issued);
    bench.awaitStored();

    assertThat(bench.rows("select subscriber, length(note) as length from acknowledgements"))
        .containsExactly(Map.of("subscriber", "paper", "length", 300));
    assertThat(bench.count("select count(*) from recalls")).isZero();
    assertThat(bench.all(bench.topics().deadLetters()))
        .extracting(letter -> EventHeaders.get(letter.headers(), DeadLetter.MESSAGE).orElse(""))
        .containsExactlyInAnyOrder(
            "the acknowledgement names no subscriber in at most 64 characters",
            "the acknowledgement names no subscriber in at most 64 characters",
            "the acknowledgement names no recall in at most 64 characters",
            "the record is not a recall",
            "the store refuses the record with SQLSTATE 22021");
  }

  @Test
  void aSinkThatIsStartedAnewStoresNothingTwiceAndForgetsNothing() {
    acknowledge("one", "paper", null, issued);
    bench.awaitStored();
    bench.closeSinks();
    acknowledge("one", "radio", null, issued);
    bench.publish(bench.topics().recalls(), GUID, recall("one").build());
    bench.readySink();
    bench.awaitStored();

    assertThat(bench.count("select count(*) from acknowledgements")).isEqualTo(2);
    assertThat(bench.count("select count(*) from recalls")).isEqualTo(1);
    assertThat(bench.rows("select distinct topic from consumer_positions")).hasSize(3);
  }

  private double seconds(String what) {
    return bench.meters().stream()
        .flatMap(each -> each.scrape().lines())
        .filter(line -> line.startsWith("copytaster_sink_issued_to_acknowledged_seconds_" + what))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private void acknowledge(String recall, String subscriber, @Nullable String note, Instant time) {
    bench.publish(
        bench.topics().acknowledgements(),
        GUID,
        Acknowledgement.newBuilder()
            .setRecallId(recall)
            .setGuid(GUID)
            .setSubscriber(subscriber)
            .setTime(time)
            .setNote(note)
            .build());
  }

  private Recall.Builder recall(String id) {
    return Recall.newBuilder()
        .setId(id)
        .setGuid(GUID)
        .setKind(RecallKind.KILL)
        .setVersion(2)
        .setVersions(
            List.of(
                new RecalledVersion(1, Instant.parse("2026-03-09T10:00:00Z")),
                new RecalledVersion(3, null)))
        .setVersionsLeftOut(4)
        .setIssuedAt(issued)
        .setReason("Wrong person.")
        .setSource("pa");
  }
}
