package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.history.LifeFields;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {

  private static final String GUID = "urn:test:1";
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final EnrichDriver enrich = new EnrichDriver();
  private final Topics topics = enrich.topics;
  private final SettableClock clock = enrich.clock;
  private final TopologyTestDriver driver = enrich.driver;
  private final TestInputTopic<String, Article> articles = enrich.articles();
  private final TestOutputTopic<String, EnrichedArticle> enriched = enrich.enriched();
  private final TestOutputTopic<String, Receipt> receipts = enrich.receipts();
  private final TestOutputTopic<byte[], byte[]> letters = enrich.letters();

  @AfterEach
  void stop() {
    enrich.close();
  }

  @Test
  void theTopologyIsTheOneThatIsDocumented() throws IOException {
    var described = enrich.topology().build(Tracing.off("enrich")).describe().toString();

    try (var golden = Objects.requireNonNull(getClass().getResourceAsStream("topology.txt"))) {
      assertThat(described).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void anArticleIsEnriched() {
    push(article(1, "text"));

    assertThat(versions()).containsExactly(1);
  }

  @Test
  void staleVersionIsDropped() {
    push(article(2, "new"));
    push(article(1, "old"));

    assertThat(versions()).containsExactly(2);
    assertThat(receipts.readValue())
        .returns(Stage.REFUSED, Receipt::getStage)
        .returns("it is stale: version 2 came before it", Receipt::getReason);
  }

  @Test
  void theSameRecordIsEnrichedOnceEvenIfOffsetsGoBack() {
    push(article(1, "text"));
    push(article(1, "text"));

    assertThat(versions()).containsExactly(1);
    assertThat(receipts.isEmpty()).isTrue();
  }

  @Test
  void aHeldRecordThatComesAgainIsReleasedOnce() {
    var embargoed = builder(1, "text").setEmbargoed(EnrichDriver.START.plusSeconds(60)).build();
    push(embargoed);
    push(embargoed);
    clock.set(EnrichDriver.START.plusSeconds(61));
    driver.advanceWallClockTime(Duration.ofSeconds(61));
    push(embargoed);

    assertThat(versions()).containsExactly(1);
  }

  @Test
  void aTestOfTheLineGoesNoFurtherWhateverSaysThatItIsOne() {
    push(builder(1, "text").setSignal(Signal.TEST).build());
    push(builder(2, "text").setHeadline("TEST - TEST - PLEASE DISREGARD").build());

    assertThat(versions()).isEmpty();
    assertThat(receipts.readValuesToList())
        .extracting(Receipt::getStage, Receipt::getReason)
        .containsOnly(tuple(Stage.HELD, "it is a test, and goes no further"))
        .hasSize(2);
  }

  @Test
  void aDeadLetterThatIsReplayedPasses() {
    push(article(1, "text"));
    var headers = new RecordHeaders();
    headers.add("copytaster.replayed", "0/7".getBytes(StandardCharsets.UTF_8));
    articles.pipeInput(new TestRecord<>(GUID, article(1, "text"), headers, EnrichDriver.START));

    assertThat(versions()).containsExactly(1, 1);
  }

  /** It would be refused by a store that knows the first reading, were it not declared. */
  @Test
  void whatWasReadBetterAndCouldNotBeTaggedGoesOutAsThatReadingWhenItsContentComesAgain() {
    var again = EnrichDriver.START.plusSeconds(3_600);
    push(article(1, "read badly"));
    push(
        builder(1, FailingTagger.MARK)
            .setReceivedAt(EnrichDriver.START.plusSeconds(1))
            .setContentHash("better")
            .setReadAgainAt(again)
            .build());

    push(
        builder(1, "text")
            .setReceivedAt(EnrichDriver.START.plusSeconds(2))
            .setContentHash("better")
            .build());

    assertThat(enriched.readValuesToList())
        .extracting(each -> each.getArticle().getReadAgainAt())
        .containsExactly(null, again);
  }

  @Test
  void anEqualVersionWithOtherContentIsRefused() {
    push(article(1, "text"));
    push(article(1, "another text"));

    assertThat(versions()).containsExactly(1);
    assertThat(receipts.readValue().getReason()).contains("other content");
  }

  @Test
  void aLaterReadingOfTheSameVersionTakesItsPlace() {
    push(article(1, "garbled"));
    push(builder(1, "text").setReadAgainAt(EnrichDriver.START).build());
    push(builder(1, "old").setReadAgainAt(EnrichDriver.START.minusSeconds(1)).build());
    push(article(1, "garbled"));

    assertThat(enriched.readValuesToList())
        .extracting(each -> each.getArticle().getBody())
        .containsExactly("garbled", "text");
    assertThat(receipts.readValuesToList())
        .extracting(Receipt::getReason)
        .containsExactly(
            "version 1 was read again later than this reading of it",
            "version 1 came before it with other content");
  }

  @Test
  void aKilledVersionThatIsReadAgainStaysKilled() {
    push(article(1, "garbled"));
    push(kill(1));
    push(builder(1, "text").setReadAgainAt(EnrichDriver.START).build());

    assertThat(enriched.readValuesToList())
        .extracting(each -> each.getArticle().getPubStatus())
        .containsExactly(PubStatus.USABLE, PubStatus.CANCELED);
  }

  @Test
  void aKillThatIsReadAgainSparesTheCorrectionThatCameAfterIt() {
    push(kill(2));
    push(article(3, "correction"));
    push(
        builder(2, "wrong")
            .setPubStatus(PubStatus.CANCELED)
            .setReadAgainAt(EnrichDriver.START)
            .build());

    assertThat(versions()).containsExactly(2, 3);
    assertThat(receipts.readValue().getReason()).isEqualTo("it is stale: version 3 came before it");
  }

  @Test
  void aKillPassesAtOnceAndUntagged() {
    push(article(1, "text"));
    push(kill(2));

    var killed = enriched.readValuesToList().get(1);
    assertThat(killed.getText()).isEmpty();
    assertThat(killed.getArticle().getBody()).isEmpty();
    assertThat(killed.getArticle().getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void aKillPassesEvenIfItsVersionIsStale() {
    push(article(5, "text"));
    push(kill(2));

    assertThat(versions()).containsExactly(5, 2);
  }

  @Test
  void anOlderVersionDoesNotComeBackAfterAKill() {
    push(article(5, "text"));
    push(kill(2));
    push(article(5, "text"));

    assertThat(versions()).containsExactly(5, 2);
    assertThat(receipts.readValue().getReason()).isEqualTo("it was killed, at version 5");
  }

  @Test
  void aNewerVersionComesBackAfterAKill() {
    push(kill(2));
    push(article(3, "text"));

    assertThat(versions()).containsExactly(2, 3);
  }

  @Test
  void aKillInASignalIsAKill() {
    push(builder(1, "text").setSignal(Signal.KILL).build());

    assertThat(enriched.readValue().getArticle().getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void anEmbargoHoldsUntilItIsOver() {
    push(builder(1, "text").setEmbargoed(EnrichDriver.START.plusSeconds(3_600)).build());
    assertThat(receipts.readValue())
        .returns(Stage.HELD, Receipt::getStage)
        .returns("it is under embargo until 2026-11-23T11:00:00Z", Receipt::getReason);
    enrich.advance(Duration.ofMinutes(59));
    assertThat(enriched.isEmpty()).isTrue();

    enrich.advance(Duration.ofMinutes(2));

    assertThat(versions()).containsExactly(1);
  }

  @Test
  void aReleasedArticleKeepsItsTrace() {
    var headers = new RecordHeaders();
    EventHeaders.trace(headers, TRACE);
    var held = builder(1, "text").setEmbargoed(EnrichDriver.START.plusSeconds(60)).build();
    articles.pipeInput(new TestRecord<>(GUID, held, headers));

    enrich.advance(Duration.ofMinutes(2));

    assertThat(EventHeaders.trace(enriched.readRecord().headers())).contains(TRACE);
  }

  @Test
  void anEmbargoThatCannotBeReadHoldsForGood() {
    push(builder(1, "text").setEmbargoUnread(true).build());

    enrich.advance(Duration.ofDays(3_650));

    assertThat(enriched.isEmpty()).isTrue();
    assertThat(receipts.readValue().getReason()).contains("could not be read");
  }

  @Test
  void anEmbargoInTheEditorsNoteHolds() {
    push(builder(1, "text").setEdNote("EMBARGOED until noon").build());

    assertThat(enriched.isEmpty()).isTrue();
    assertThat(receipts.readValue().getStage()).isEqualTo(Stage.HELD);
  }

  @Test
  void aNewerVersionTakesThePlaceOfTheOneThatIsHeld() {
    push(builder(1, "text").setEmbargoed(EnrichDriver.START.plusSeconds(60)).build());
    push(article(2, "text without an embargo"));

    enrich.advance(Duration.ofMinutes(5));

    assertThat(versions()).containsExactly(2);
  }

  @Test
  void aKillRemovesWhatIsHeld() {
    push(builder(1, "text").setEmbargoed(EnrichDriver.START.plusSeconds(60)).build());
    push(kill(2));

    enrich.advance(Duration.ofMinutes(5));

    assertThat(versions()).containsExactly(2);
  }

  @Test
  void whatCannotBeTaggedBecomesADeadLetterWithItsBytes() {
    var poison = article(1, FailingTagger.MARK);
    push(poison);
    push(article(2, "text"));

    var letter = letters.readRecord();
    assertThat(PlainAvro.serdes().<Article>newDeserializer().deserialize("", letter.value()))
        .isEqualTo(poison);
    assertThat(EventHeaders.get(letter.headers(), DeadLetter.TOPIC)).contains(topics.articles());
    assertThat(receipts.readValue().getStage()).isEqualTo(Stage.REFUSED);
    assertThat(versions()).containsExactly(2);
  }

  @Test
  void whatCannotBeTaggedAfterAnEmbargoBecomesADeadLetterToo() {
    var poison =
        builder(1, FailingTagger.MARK).setEmbargoed(EnrichDriver.START.plusSeconds(60)).build();
    push(poison);

    enrich.advance(Duration.ofMinutes(2));

    var letter = letters.readRecord();
    var dead = PlainAvro.serdes().<Article>newDeserializer().deserialize("", letter.value());
    assertThat(LifeFields.asStated(dead)).isEqualTo(poison);
    assertThat(DeadLetter.topicOf(letter.headers())).contains(topics.articles());
  }

  @Test
  void deadLettersQuoteNoText() {
    push(article(1, FailingTagger.MARK + " secret words"));

    for (var header : letters.readRecord().headers()) {
      assertThat(new String(header.value(), StandardCharsets.UTF_8)).doesNotContain("secret");
    }
  }

  @Test
  void bytesThatAreNoArticleBecomeADeadLetter() {
    var bytes = "not avro at all".getBytes(StandardCharsets.UTF_8);
    var raw =
        driver.createInputTopic(
            topics.articles(), new StringSerializer(), new ByteArraySerializer());

    raw.pipeInput(GUID, bytes);

    assertThat(letters.readRecord().value()).isEqualTo(bytes);
  }

  @Test
  void headersDescribeTheEvent() {
    push(article(7, "text"));

    var headers = enriched.readRecord().headers();
    assertThat(EventHeaders.get(headers, "ce_id")).contains(GUID + ":7");
    assertThat(EventHeaders.get(headers, "ce_type")).contains(EventHeaders.ARTICLE_ENRICHED);
  }

  private void push(Article article) {
    articles.pipeInput(GUID, article);
  }

  private List<Integer> versions() {
    return enriched.readValuesToList().stream().map(e -> e.getArticle().getVersion()).toList();
  }

  private static Article article(int version, String body) {
    return builder(version, body).build();
  }

  private static Article kill(int version) {
    return builder(version, "").setPubStatus(PubStatus.CANCELED).build();
  }

  private static Article.Builder builder(int version, String body) {
    return Article.newBuilder()
        .setGuid(GUID)
        .setVersion(version)
        .setHeadline("Headline")
        .setBody(body)
        .setContentHash("hash of " + body);
  }
}
