package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.copytaster.enrich.HeldSamples.GUID;
import static org.copytaster.enrich.HeldSamples.NOON;
import static org.copytaster.enrich.HeldSamples.at;
import static org.copytaster.enrich.HeldSamples.embargoed;
import static org.copytaster.enrich.HeldSamples.killOf;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldCause;
import org.copytaster.schemas.record.HeldState;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of held articles, and of what editors do to them. */
class HeldTopologyTest {

  private static final Instant START = EnrichDriver.START;

  private final EnrichDriver enrich = new EnrichDriver();
  private final TestInputTopic<String, Article> articles = enrich.articles();
  private final AskingEditor editor = new AskingEditor(enrich);
  private final TestOutputTopic<String, Receipt> receipts = enrich.receipts();
  private final TestOutputTopic<String, HeldState> held = enrich.held();
  private final TestOutputTopic<String, Audit> audit = enrich.audit();

  @AfterEach
  void stop() {
    enrich.close();
  }

  @Test
  void theListSaysWhatIsHeldAndWhatIsNotAnyMore() {
    push(Article.newBuilder(embargoed(1)).setSource("pa").setUrgency(2).build());
    assertThat(held.readValue())
        .isEqualTo(new HeldState(GUID, 1, "pa", 2, START, NOON, HeldCause.EMBARGO, null));
    editor.ask(ActKind.EXTEND, 1, NOON.plusSeconds(60));
    assertThat(held.readValue())
        .returns(NOON.plusSeconds(60), HeldState::getUntil)
        .returns("ed", HeldState::getHeldBy);
    editor.ask(ActKind.HOLD, 1, null);
    assertThat(held.readValue())
        .returns(null, HeldState::getUntil)
        .returns(HeldCause.HOLD_BY, HeldState::getCause)
        .returns("ed", HeldState::getHeldBy);

    editor.ask(ActKind.RELEASE, 1, null);

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
    enrich.advance(Duration.ofHours(3));

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
    editor.ask(ActKind.EXTEND, 1, NOON.plusSeconds(60));
    editor.ask(ActKind.HOLD, 1, null);

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
    editor.ask(ActKind.HOLD, 1, null);
    editor.ask(ActKind.RELEASE, 1, null);

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

    enrich.advance(Duration.ofHours(3));
    editor.ask("urn:unread", ActKind.HOLD, null);

    assertThat(enrich.scrape())
        .contains("copytaster_enrich_held{cause=\"embargo\",service=\"enrich\"} 0.0")
        .contains("copytaster_enrich_held{cause=\"unread\",service=\"enrich\"} 0.0")
        .contains("copytaster_enrich_held{cause=\"hold-by\",service=\"enrich\"} 1.0")
        .contains("copytaster_enrich_acts_total{kind=\"hold\",result=\"applied\"")
        .contains("copytaster_enrich_next_release{service=\"enrich\"} NaN");
  }

  private void push(Article article) {
    articles.pipeInput(article.getGuid(), article);
  }
}
