package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldCause;
import org.copytaster.schemas.record.HeldState;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of held articles, and of what editors do to them. */
class HeldTopologyTest {

  private static final String GUID = "urn:test:1";
  private static final Instant START = EnrichDriver.START;
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final EnrichDriver enrich = new EnrichDriver();
  private final TestInputTopic<String, Article> articles = enrich.articles();
  private final TestInputTopic<String, Act> acts = enrich.acts();
  private final TestOutputTopic<String, Receipt> receipts = enrich.receipts();
  private final TestOutputTopic<String, HeldState> held = enrich.held();
  private final TestOutputTopic<String, Audit> audit = enrich.audit();
  private int asked;

  @AfterEach
  void stop() {
    enrich.close();
  }

  @Test
  void theListSaysWhatIsHeldAndWhatIsNotAnyMore() {
    push(Article.newBuilder(embargoed(1)).setSource("pa").setUrgency(2).build());
    assertThat(held.readValue())
        .isEqualTo(new HeldState(GUID, 1, "pa", 2, START, NOON, HeldCause.EMBARGO, null));
    ask(ActKind.EXTEND, 1, NOON.plusSeconds(60));
    assertThat(held.readValue())
        .returns(NOON.plusSeconds(60), HeldState::getUntil)
        .returns("ed", HeldState::getHeldBy);
    ask(ActKind.HOLD, 1, null);
    assertThat(held.readValue())
        .returns(null, HeldState::getUntil)
        .returns(HeldCause.HOLD_BY, HeldState::getCause)
        .returns("ed", HeldState::getHeldBy);

    ask(ActKind.RELEASE, 1, null);

    assertThat(held.readKeyValue()).isEqualTo(new org.apache.kafka.streams.KeyValue<>(GUID, null));
    assertThat(held.isEmpty()).isTrue();
  }

  @Test
  void theListForgetsWhatWasReleasedByTimeKilledOrReplaced() {
    push(at("urn:killed", 1));
    push(killOf("urn:killed"));
    push(at("urn:replaced", 1));
    push(Article.newBuilder(at("urn:replaced", 2)).setEmbargoed(null).build());
    push(embargoed(1));
    advance(Duration.ofHours(3));

    assertThat(held.readKeyValuesToList())
        .extracting(each -> each.key, each -> each.value == null)
        .containsExactly(
            tuple("urn:killed", false),
            tuple("urn:killed", true),
            tuple("urn:replaced", false),
            tuple("urn:replaced", true),
            tuple(GUID, false),
            tuple(GUID, true));
  }

  @Test
  void receiptsSayWhatAnEditorHasDone() {
    push(embargoed(1));
    ask(ActKind.EXTEND, 1, NOON.plusSeconds(60));
    ask(ActKind.HOLD, 1, null);

    assertThat(receipts.readValuesToList())
        .allMatch(receipt -> receipt.getStage() == Stage.HELD)
        .extracting(Receipt::getReason)
        .containsExactly(
            "it is under embargo until 2026-11-23T12:00:00Z",
            "it is under embargo until 2026-11-23T12:01:00Z, which an editor has set",
            "an editor holds it until somebody releases it");
  }

  @Test
  void nothingThatIsToldOfActsQuotesTheArticle() {
    push(Article.newBuilder(embargoed(1)).setHeadline("SECRET").setBody("SECRET").build());
    ask(ActKind.HOLD, 1, null);
    ask(ActKind.RELEASE, 1, null);

    assertThat(held.readValuesToList().toString() + audit.readValuesToList())
        .doesNotContain("SECRET");
  }

  @Test
  void gaugesFollowWhatIsHeld() {
    push(embargoed(1));
    push(Article.newBuilder(at("urn:unread", 1)).setEmbargoUnread(true).build());
    assertThat(enrich.scrape())
        .contains("copytaster_enrich_held{cause=\"embargo\",service=\"enrich\"} 1.0")
        .contains("copytaster_enrich_held{cause=\"unread\",service=\"enrich\"} 1.0");

    advance(Duration.ofHours(3));
    ask("urn:unread", ActKind.HOLD, null);

    assertThat(enrich.scrape())
        .contains("copytaster_enrich_held{cause=\"embargo\",service=\"enrich\"} 0.0")
        .contains("copytaster_enrich_held{cause=\"unread\",service=\"enrich\"} 0.0")
        .contains("copytaster_enrich_held{cause=\"hold-by\",service=\"enrich\"} 1.0")
        .contains("copytaster_enrich_acts_total{kind=\"hold\",result=\"applied\"")
        .contains("copytaster_enrich_next_release{service=\"enrich\"} NaN");
  }

  private void advance(Duration length) {
    enrich.clock.move(length);
    enrich.driver.advanceWallClockTime(length);
  }

  private void ask(ActKind kind, @Nullable Integer version, @Nullable Instant until) {
    acts.pipeInput(GUID, act(GUID, kind, version, until));
  }

  private void ask(String guid, ActKind kind, @Nullable Instant until) {
    acts.pipeInput(guid, act(guid, kind, null, until));
  }

  private Act act(String guid, ActKind kind, @Nullable Integer version, @Nullable Instant until) {
    return Act.newBuilder()
        .setId("act" + asked++)
        .setGuid(guid)
        .setVersion(version)
        .setKind(kind)
        .setUntil(until)
        .setBy("ed")
        .setFrom("127.0.0.1")
        .setTime(enrich.clock.instant())
        .build();
  }

  private void push(Article article) {
    articles.pipeInput(article.getGuid(), article);
  }

  private static Article embargoed(int version) {
    return at(GUID, version);
  }

  private static Article at(String guid, int version) {
    return Article.newBuilder(builder(version, "text")).setGuid(guid).setEmbargoed(NOON).build();
  }

  private static Article killOf(String guid) {
    return builder(2, "").setGuid(guid).setPubStatus(PubStatus.CANCELED).build();
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
