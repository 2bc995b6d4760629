package org.copytaster.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.junit.jupiter.api.Test;

class ReceiptTrailTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void whatHappenedAfterPublishingIsLastEvenIfItsClockIsBehind() {
    var trail =
        ReceiptTrail.of(receipt(Stage.HELD, NOON))
            .with(receipt(Stage.PUBLISHED, NOON.plusMillis(5)));

    assertThat(trail.last().stage()).isEqualTo(Stage.HELD);
  }

  @Test
  void laterStagesStandAsTheyWereReachedWhateverTheClocksOfTwoServicesSay() {
    var trail =
        ReceiptTrail.of(receipt(Stage.PUBLISHED, NOON))
            .with(receipt(Stage.HELD, NOON.plusSeconds(3_600)))
            .with(receipt(Stage.STORED, NOON.plusSeconds(60)));

    assertThat(trail.steps())
        .extracting(ReceiptTrail.Step::stage)
        .containsExactly(Stage.PUBLISHED, Stage.HELD, Stage.STORED);
  }

  @Test
  void whatWasPublishedAnewBeginsATrailOfItsOwn() {
    var trail =
        ReceiptTrail.of(receipt(Stage.PUBLISHED, NOON))
            .with(receipt(Stage.STORED, NOON))
            .with(receipt(Stage.PUBLISHED, "other", NOON.plusSeconds(60)));

    assertThat(trail.contentHash()).isEqualTo("other");
    assertThat(trail.last().stage()).isEqualTo(Stage.PUBLISHED);
    assertThat(trail.steps()).hasSize(1);
  }

  @Test
  void aStageOfTheNewContentCountsEvenIfItIsHeardOfFirst() {
    var trail =
        ReceiptTrail.of(receipt(Stage.PUBLISHED, NOON))
            .with(receipt(Stage.STORED, "other", NOON.plusSeconds(61)))
            .with(receipt(Stage.PUBLISHED, "other", NOON.plusSeconds(60)));

    assertThat(trail.last().stage()).isEqualTo(Stage.STORED);
    assertThat(trail.steps()).hasSize(2);
  }

  @Test
  void theRefusalOfOtherContentSaysNothingOfWhatWasPublished() {
    var trail =
        ReceiptTrail.of(receipt(Stage.PUBLISHED, NOON))
            .with(receipt(Stage.STORED, NOON))
            .with(receipt(Stage.REFUSED, "other", NOON));

    assertThat(trail.contentHash()).isEqualTo("h");
    assertThat(trail.last().stage()).isEqualTo(Stage.STORED);
  }

  @Test
  void whatIsStoredAndReadAgainBehindItsSuccessorStaysStored() {
    var trail =
        ReceiptTrail.of(receipt(Stage.PUBLISHED, NOON))
            .with(receipt(Stage.STORED, NOON))
            .with(receipt(Stage.REFUSED, NOON.plusSeconds(60)));

    assertThat(trail.last().stage()).isEqualTo(Stage.STORED);
  }

  @Test
  void whatWasADeadLetterFirstIsStoredInTheEnd() {
    var trail =
        ReceiptTrail.of(receipt(Stage.PUBLISHED, NOON))
            .with(receipt(Stage.REFUSED, NOON))
            .with(receipt(Stage.STORED, NOON.plusSeconds(60)));

    assertThat(trail.last().stage()).isEqualTo(Stage.STORED);
  }

  private static Receipt receipt(Stage stage, Instant time) {
    return receipt(stage, "h", time);
  }

  private static Receipt receipt(Stage stage, String contentHash, Instant time) {
    var article = Article.newBuilder().setGuid("urn:1").setContentHash(contentHash).build();
    return Receipts.of(article, stage, time, null, "test");
  }
}
