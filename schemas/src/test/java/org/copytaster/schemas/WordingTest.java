package org.copytaster.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.LifeReason;
import org.copytaster.schemas.record.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "headline,headline",
    "Überschrift,Überschrift",
    "見出し,見出し",
    "a\u0000b,a\\u0000b",
    "a\u001b[31mb,a\\u001b[31mb",
    "a\u202eb,a\\u202eb",
    "a\u200bb,a\\u200bb",
    "a\u2028b,a\\u2028b",
    "a\u00a0b,a\\u00a0b",
    "a\ud800b,a\\ud800b",
    "a\ue000b,a\\ue000b",
    "a\ud83d\ude00b,a\ud83d\ude00b",
  })
  void whatIsNotVisibleIsEscaped(String text, String plain) {
    assertThat(Wording.plain(text, 40)).isEqualTo(plain);
  }

  @Test
  void whatIsLongIsCutAtAWholeCharacter() {
    assertThat(Wording.plain("x".repeat(40), 40)).isEqualTo("x".repeat(40));
    assertThat(Wording.plain("x".repeat(41), 40)).isEqualTo("x".repeat(39) + "…");
    assertThat(Wording.plain("xx\ud83d\ude00xx", 4)).isEqualTo("xx…");
    assertThat(Wording.plain("\u0000".repeat(1_000_000), 40)).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void whatIsPlainAndShortStaysAsItIsHoweverOften() {
    var once = Wording.plain("a\u0000" + "b".repeat(100), 40);

    assertThat(Wording.plain(once, 40)).isEqualTo(once);
  }

  @Test
  void deadLetterSaysNoMoreThanALittle() {
    var record = new ConsumerRecord<>("topic", 0, 0, new byte[1], new byte[1]);
    var cause = new IllegalStateException("x", new IllegalStateException("y"));

    var headers = DeadLetter.of(record, "letters", cause, "é\n".repeat(1_000_000)).headers();

    for (var header : headers) {
      assertThat(header.value().length).as(header.key()).isLessThan(8_192);
    }
  }

  @Test
  void whatWasWrittenBeforeThereWereBoundsIsReadWithThem() {
    var headers = new RecordHeaders();
    headers.add(DeadLetter.MESSAGE, "field; ".repeat(1_000_000).getBytes(UTF_8));

    assertThat(DeadLetter.said(headers, DeadLetter.MESSAGE))
        .hasValueSatisfying(said -> assertThat(said).hasSize(Wording.LONGEST_REASON));
  }

  @Test
  void receiptSaysNoMoreThanALittle() {
    var article =
        Article.newBuilder()
            .setGuid("urn:a")
            .setSource("a")
            .setContentHash("")
            .setReceivedAt(Instant.EPOCH)
            .build();

    var receipt = Receipts.of(article, Stage.HELD, Instant.EPOCH, "x".repeat(10_000), "enrich");

    assertThat(receipt.getReason()).hasSize(Wording.LONGEST_REASON);
  }

  @Test
  void aReceiptHasAFewShortReasonsHoweverManyTheArticleHas() {
    var reason = new LifeReason("f".repeat(999), "w".repeat(999), "r".repeat(999));
    var life = Life.newBuilder().setDecision("publish").setSignal("none");
    var article = Article.newBuilder().setGuid("urn:a").setContentHash("");

    var receipt =
        Receipts.of(
            article.setLife(life.setBecause(Collections.nCopies(99, reason)).build()).build(),
            Stage.PUBLISHED,
            Instant.EPOCH,
            null,
            "ingest");

    assertThat(Objects.requireNonNull(receipt.getLife()).getBecause())
        .hasSize(Receipts.MOST_REASONS)
        .allSatisfy(
            each -> {
              assertThat(each.getField()).hasSize(Receipts.LONGEST_WORDS);
              assertThat(each.getWords()).hasSize(Receipts.LONGEST_WORDS);
              assertThat(each.getRule()).hasSize(Receipts.LONGEST_WORDS);
            });
  }
}
