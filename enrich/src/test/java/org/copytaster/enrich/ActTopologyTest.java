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
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What editors do to held articles, and what is told of it. */
class ActTopologyTest {

  private static final Instant START = EnrichDriver.START;

  private final EnrichDriver enrich = new EnrichDriver();
  private final TestInputTopic<String, Article> articles = enrich.articles();
  private final TestInputTopic<String, Act> acts = enrich.acts();
  private final AskingEditor editor = new AskingEditor(enrich);
  private final TestOutputTopic<String, EnrichedArticle> enriched = enrich.enriched();
  private final TestOutputTopic<String, Audit> audit = enrich.audit();

  @AfterEach
  void stop() {
    enrich.close();
  }

  @Test
  void aReleaseGoesOutAtOnceThoughTheEmbargoRuns() {
    push(embargoed(1));
    editor.ask(ActKind.RELEASE, 1, null);
    enrich.advance(Duration.ofHours(5));

    assertThat(versions()).as("once, not at noon again").containsExactly(1);
    assertThat(outcomes()).containsExactly(tuple(ActOutcome.APPLIED, "released by an editor", 1));
  }

  @Test
  void aReleaseGoesOutThoughNobodyCouldReadTheEmbargo() {
    push(HeldSamples.builder(1, "text").setEmbargoUnread(true).build());

    editor.ask(ActKind.RELEASE, null, null);

    assertThat(versions()).containsExactly(1);
  }

  @Test
  void anEndCanBePutOff() {
    push(embargoed(1));
    editor.ask(ActKind.EXTEND, 1, NOON.plusSeconds(3_600));
    enrich.advance(Duration.ofMinutes(150));
    assertThat(enriched.isEmpty()).isTrue();

    enrich.advance(Duration.ofMinutes(31));

    assertThat(versions()).containsExactly(1);
  }

  @Test
  void anEndCanBeBroughtForward() {
    push(embargoed(1));
    editor.ask(ActKind.EXTEND, 1, START.plusSeconds(60));
    enrich.advance(Duration.ofSeconds(59));
    assertThat(enriched.isEmpty()).isTrue();

    enrich.advance(Duration.ofSeconds(1));

    assertThat(versions()).containsExactly(1);
  }

  @Test
  void anEditorMayReadTheEndThatNoProgramCould() {
    push(HeldSamples.builder(1, "text").setEmbargoUnread(true).build());
    editor.ask(ActKind.EXTEND, 1, NOON);

    enrich.advance(Duration.ofHours(3));

    assertThat(versions()).containsExactly(1);
  }

  @Test
  void anEndThatIsOverIsRefusedAndSoIsNone() {
    push(embargoed(1));
    editor.ask(ActKind.EXTEND, 1, START);
    editor.ask(ActKind.EXTEND, 1, null);

    assertThat(enriched.isEmpty()).isTrue();
    assertThat(outcomes())
        .containsExactly(
            tuple(
                ActOutcome.REFUSED,
                "the end 2026-11-23T10:00:00Z is over; to release it says what is meant",
                1),
            tuple(ActOutcome.REFUSED, "it names no end", 1));
  }

  @Test
  void whatAnEditorHoldsStaysUntilSomebodyReleasesIt() {
    push(embargoed(1));
    editor.ask(ActKind.HOLD, 1, null);
    enrich.advance(Duration.ofDays(3_650));
    editor.ask(ActKind.HOLD, 1, null);
    editor.ask(ActKind.EXTEND, 1, enrich.clock.instant().plusSeconds(60));
    enrich.advance(Duration.ofHours(1));
    assertThat(enriched.isEmpty()).isTrue();

    editor.ask(ActKind.RELEASE, 1, null);

    assertThat(versions()).containsExactly(1);
    assertThat(audit.readValuesToList())
        .extracting(Audit::getOutcome)
        .containsExactly(
            ActOutcome.APPLIED, ActOutcome.REFUSED, ActOutcome.REFUSED, ActOutcome.APPLIED);
  }

  @Test
  void whatIsNotHeldCannotBeActedOn() {
    push(HeldSamples.builder(1, "text").build());
    push(killOf("urn:killed"));
    editor.ask(ActKind.HOLD, 1, null);
    editor.ask("urn:killed", ActKind.RELEASE, null);
    editor.ask("urn:never", ActKind.RELEASE, null);

    assertThat(audit.readValuesToList())
        .extracting(Audit::getOutcome, Audit::getWhy)
        .containsOnly(
            tuple(ActOutcome.REFUSED, "it is not held: it went out, was killed, or has not come"))
        .hasSize(3);
  }

  @Test
  void anActForAnArticleThatComesLaterDoesNotWaitForIt() {
    editor.ask(ActKind.RELEASE, 1, null);
    push(embargoed(1));

    assertThat(enriched.isEmpty()).isTrue();
  }

  /** As when everything is tagged again: acts come first, and what they kept is kept. */
  @Test
  void whatWasKeptIsKeptWhenItComesBehindItsActs() {
    var received = Article.newBuilder(embargoed(1)).setReceivedAt(START).build();
    enrich.clock.set(START.plusSeconds(3_600));
    editor.ask(ActKind.HOLD, 1, null);
    editor.ask("urn:put-off", ActKind.EXTEND, NOON.plusSeconds(7_200));
    editor.ask("urn:let-go", ActKind.HOLD, null);
    editor.ask("urn:let-go", ActKind.RELEASE, null);
    enrich.clock.set(NOON.plusSeconds(3_600));

    push(received);
    push(Article.newBuilder(received).setGuid("urn:put-off").build());
    push(Article.newBuilder(received).setGuid("urn:let-go").build());
    assertThat(enriched.readValuesToList())
        .extracting(each -> each.getArticle().getGuid())
        .containsExactly("urn:let-go");
    push(Article.newBuilder(received).setVersion(2).setReceivedAt(NOON).build());
    enrich.advance(Duration.ofHours(2));

    assertThat(enriched.readValuesToList())
        .extracting(each -> each.getArticle().getGuid())
        .containsExactly(GUID, "urn:put-off");
  }

  @Test
  void anActCountsForTheVersionThatItNames() {
    push(embargoed(2));
    editor.ask(ActKind.RELEASE, 1, null);
    editor.ask(ActKind.RELEASE, 3, null);

    assertThat(enriched.isEmpty()).isTrue();
    assertThat(outcomes())
        .extracting(each -> each.toList().get(1))
        .containsExactly(
            "version 1 is not held, but version 2", "version 3 is not held, but version 2");
  }

  @Test
  void theSameActTwiceIsDoneOnce() {
    push(embargoed(1));
    var act = editor.act(GUID, ActKind.RELEASE, 1, null);
    acts.pipeInput(GUID, act);
    acts.pipeInput(GUID, act);

    assertThat(versions()).containsExactly(1);
    assertThat(audit.readValuesToList()).hasSize(1);
  }

  @Test
  void aNewerVersionIsNotFreedByWhatWasSaidOfTheOneBefore() {
    push(embargoed(1));
    editor.ask(ActKind.RELEASE, 1, null);
    push(embargoed(2));

    assertThat(versions()).containsExactly(1);
    enrich.advance(Duration.ofHours(3));
    assertThat(versions()).containsExactly(2);
  }

  @Test
  void anEarlierEndDoesNotHoldForTheNextVersionButALaterOneDoes() {
    push(embargoed(1));
    editor.ask(ActKind.EXTEND, 1, START.plusSeconds(60));
    push(embargoed(2));
    enrich.advance(Duration.ofMinutes(5));
    assertThat(enriched.isEmpty()).isTrue();

    editor.ask(ActKind.EXTEND, 2, NOON.plusSeconds(3_600));
    push(embargoed(3));
    enrich.advance(Duration.ofMinutes(150));
    assertThat(enriched.isEmpty()).isTrue();
    enrich.advance(Duration.ofMinutes(30));

    assertThat(versions()).containsExactly(3);
  }

  @Test
  void anEditorsHoldGoesOverToAnEmbargoedVersionAndEndsWithAFreeOne() {
    push(embargoed(1));
    editor.ask(ActKind.HOLD, 1, null);
    push(embargoed(2));
    enrich.advance(Duration.ofHours(5));
    assertThat(enriched.isEmpty()).isTrue();

    push(HeldSamples.builder(3, "text").build());

    assertThat(versions()).containsExactly(3);
  }

  @Test
  void killsAndHoldsOfTheSourceApplyToWhatAnEditorHolds() {
    push(embargoed(1));
    editor.ask(ActKind.HOLD, 1, null);
    push(HeldSamples.builder(2, "").setPubStatus(PubStatus.CANCELED).build());
    editor.ask(ActKind.RELEASE, null, null);
    push(embargoed(1));

    assertThat(versions()).containsExactly(2);
    assertThat(audit.readValuesToList())
        .extracting(Audit::getOutcome)
        .containsExactly(ActOutcome.APPLIED, ActOutcome.REFUSED);
  }

  @Test
  void whatWasReleasedByAnEditorPassesWhenItsDeadLetterIsPutBack() {
    push(Article.newBuilder(embargoed(1)).setBody(FailingTagger.MARK).build());
    editor.ask(ActKind.RELEASE, 1, null);
    var letter = enrich.letters().readRecord();
    assertThat(DeadLetter.topicOf(letter.headers())).contains(enrich.topics.articles());
    var dead = PlainAvro.serdes().<Article>newDeserializer().deserialize("", letter.value());
    assertThat(dead.getBody()).isEqualTo(FailingTagger.MARK);

    var headers = new RecordHeaders();
    EventHeaders.put(headers, "copytaster.replayed", "0/7");
    articles.pipeInput(
        new TestRecord<>(GUID, Article.newBuilder(dead).setBody("good").build(), headers, START));

    assertThat(versions()).containsExactly(1);
  }

  @Test
  void fiveHundredThatEndTogetherAllGoOut() {
    for (int i = 0; i < 500; i++) {
      push(at("urn:" + i, 1));
    }
    enrich.clock.set(NOON);
    for (int look = 0; look < 25; look++) {
      enrich.driver.advanceWallClockTime(Duration.ofMillis(100));
    }

    assertThat(enriched.readValuesToList())
        .extracting(each -> each.getArticle().getGuid())
        .doesNotHaveDuplicates()
        .hasSize(500);
  }

  @Test
  void hostileActsAreRefusedAndBounded() {
    push(embargoed(1));
    acts.pipeInput("urn:other", editor.act(GUID, ActKind.RELEASE, 1, null));
    acts.pipeInput(GUID, editor.act(GUID, ActKind.OTHER, 1, null));
    acts.pipeInput(GUID, null);
    acts.pipeInput(
        GUID,
        Act.newBuilder(editor.act(GUID, ActKind.HOLD, 1, null))
            .setBy("x\ny".repeat(1_000))
            .setReason("\n".repeat(100_000))
            .setId("i\n".repeat(1_000))
            .build());

    assertThat(enriched.isEmpty()).isTrue();
    var all = audit.readValuesToList();
    assertThat(all)
        .extracting(Audit::getOutcome)
        .containsExactly(ActOutcome.REFUSED, ActOutcome.REFUSED, ActOutcome.APPLIED);
    assertThat(all.get(2).toString()).hasSizeLessThan(1_500).doesNotContain("\n");
  }

  private void push(Article article) {
    articles.pipeInput(article.getGuid(), article);
  }

  private List<Integer> versions() {
    return enriched.readValuesToList().stream().map(e -> e.getArticle().getVersion()).toList();
  }

  private List<org.assertj.core.groups.Tuple> outcomes() {
    return audit.readValuesToList().stream()
        .map(each -> tuple(each.getOutcome(), each.getWhy(), each.getVersion()))
        .toList();
  }
}
