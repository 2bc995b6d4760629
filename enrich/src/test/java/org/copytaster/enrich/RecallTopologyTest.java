package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.RecallKind;
import org.copytaster.schemas.record.RecalledVersion;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is called back on {@code news.recalls}. */
class RecallTopologyTest {

  static final String GUID = "urn:test:1";

  private final EnrichDriver enrich = new EnrichDriver();
  private final SettableClock clock = enrich.clock;
  private final TestInputTopic<String, Article> articles = enrich.articles();
  private final TestOutputTopic<String, Recall> recalls = enrich.recalls();

  @AfterEach
  void stop() {
    enrich.close();
  }

  @Test
  void aKillOfWhatWentOutIsARecall() {
    push(article(1));
    push(kill(2));

    assertThat(said()).containsExactly("KILL by 2 of 1");
  }

  @Test
  void aRecallSaysSinceWhenEachVersionWasOutAndWhy() {
    push(article(1));
    clock.move(Duration.ofMinutes(3));
    push(article(2));
    clock.move(Duration.ofMinutes(5));
    push(
        builder(3)
            .setPubStatus(PubStatus.CANCELED)
            .setEdNote("Wrong\n  person.")
            .setSource("pa")
            .build());

    var recall = recalls.readRecord();

    assertThat(recall.key()).isEqualTo(GUID);
    assertThat(recall.value())
        .returns(GUID, Recall::getGuid)
        .returns(RecallKind.KILL, Recall::getKind)
        .returns(3, Recall::getVersion)
        .returns(0, Recall::getVersionsLeftOut)
        .returns(EnrichDriver.START.plusSeconds(480), Recall::getIssuedAt)
        .returns("Wrong person.", Recall::getReason)
        .returns("pa", Recall::getSource);
    assertThat(recall.value().getVersions())
        .containsExactly(
            new RecalledVersion(1, EnrichDriver.START),
            new RecalledVersion(2, EnrichDriver.START.plusSeconds(180)));
    assertThat(recall.value().getId()).matches("[0-9a-f]{32}");
    assertThat(EventHeaders.get(recall.headers(), "ce_type"))
        .contains(EventHeaders.ARTICLE_RECALLED);
    assertThat(EventHeaders.get(recall.headers(), "ce_id")).contains(recall.value().getId());
  }

  @Test
  void aRecallNamesTheArticleThatTheKillNamesInItsPlace() {
    push(article(1));
    push(
        builder(2)
            .setPubStatus(PubStatus.CANCELED)
            .setSubstitutedBy(new ArticleLink("urn:test:2", null))
            .build());

    assertThat(recalls.readValue().getSubstitute()).isEqualTo("urn:test:2");
  }

  @Test
  void theSameKillTwiceIsOneRecall() {
    push(article(1));
    push(kill(2));
    push(kill(2));
    push(builder(2).setPubStatus(PubStatus.CANCELED).setReceivedAt(EnrichDriver.START).build());

    assertThat(said()).hasSize(1);
  }

  @Test
  void aKillThatOvertookIsOneRecallWhenItComesOnItsOwnTopicToo() {
    push(article(1));
    enrich.kills().pipeInput(GUID, kill(2));
    push(kill(2));

    assertThat(said()).containsExactly("KILL by 2 of 1");
  }

  @Test
  void aDeadLetterThatIsReplayedCallsNothingBackAgain() {
    push(article(1));
    push(kill(2));
    var headers = new RecordHeaders();
    headers.add("copytaster.replayed", "0/7".getBytes(StandardCharsets.UTF_8));
    articles.pipeInput(new TestRecord<>(GUID, kill(2), headers, EnrichDriver.START));

    assertThat(said()).hasSize(1);
  }

  @Test
  void aKillOfWhatNeverCameIsNone() {
    push(kill(1));

    assertThat(said()).isEmpty();
  }

  @Test
  void aKillUnderTheStorysOwnNumberIsARecall() {
    push(article(4));
    push(kill(4));

    assertThat(said()).containsExactly("KILL by 4 of 4");
  }

  @Test
  void aKillWithALowerNumberCallsBackWhatIsNewer() {
    push(article(4));
    push(article(5));
    push(kill(2));

    assertThat(said()).containsExactly("KILL by 2 of 4 5");
  }

  @Test
  void aSecondKillUnderTheSameNumberAfterTheStoryCameBackIsARecallOfItsOwn() {
    push(article(2));
    push(kill(1));
    push(article(3));
    var first = recalls.readValue();
    push(kill(1));

    var second = recalls.readValue();
    assertThat(said(second)).isEqualTo("KILL by 1 of 3");
    assertThat(second.getId()).isNotEqualTo(first.getId());
  }

  @Test
  void aKillWhileItIsHeldIsNone() {
    push(builder(1).setEmbargoed(EnrichDriver.START.plusSeconds(60)).build());
    push(kill(2));
    enrich.advance(Duration.ofMinutes(2));

    assertThat(said()).isEmpty();
  }

  @Test
  void aKillAfterTheEmbargoIsOver() {
    push(builder(1).setEmbargoed(EnrichDriver.START.plusSeconds(60)).build());
    enrich.advance(Duration.ofMinutes(2));
    push(kill(2));

    var recall = recalls.readValue();
    assertThat(recall.getVersions().get(0).getSince())
        .isEqualTo(EnrichDriver.START.plusSeconds(120));
  }

  @Test
  void aKillWhileTheNextVersionIsHeldCallsBackTheOneThatIsOut() {
    push(article(1));
    push(builder(2).setEmbargoed(EnrichDriver.START.plusSeconds(60)).build());
    push(kill(3));

    assertThat(said()).containsExactly("KILL by 3 of 1");
  }

  @Test
  void aHoldIsARecallWithoutAReason() {
    push(article(1));
    push(builder(2).setPubStatus(PubStatus.WITHHELD).setEdNote("the minister").build());

    var recall = recalls.readValue();
    assertThat(said(recall)).isEqualTo("HOLD by 2 of 1");
    assertThat(recall.getReason()).isNull();
  }

  @Test
  void aSecondHoldOfTheSameIsNone() {
    push(article(1));
    push(hold(2));
    push(hold(3));

    assertThat(said()).containsExactly("HOLD by 2 of 1");
  }

  @Test
  void aHoldOfWhatNeverCameIsNone() {
    push(hold(1));

    assertThat(said()).isEmpty();
  }

  @Test
  void aKillAfterAHoldIsANewRecall() {
    push(article(1));
    push(hold(2));
    push(kill(3));

    assertThat(said()).containsExactly("HOLD by 2 of 1", "KILL by 3 of 1");
  }

  @Test
  void aHoldAfterTheReleaseIsANewRecall() {
    push(article(1));
    push(hold(2));
    push(article(3));
    push(hold(4));

    assertThat(said()).containsExactly("HOLD by 2 of 1", "HOLD by 4 of 1 3");
  }

  @Test
  void aCorrectionCallsBackTheVersionsBeforeIt() {
    push(article(1));
    push(article(2));
    push(correction(3));

    assertThat(said()).containsExactly("CORRECTION by 3 of 1 2");
  }

  @Test
  void aCorrectionOfNothingIsNone() {
    push(correction(1));

    assertThat(said()).isEmpty();
  }

  @Test
  void anUpdateCallsNothingBack() {
    push(article(1));
    push(builder(2).setSignal(Signal.UPDATE).build());

    assertThat(said()).isEmpty();
  }

  @Test
  void aCorrectionThatIsReadAgainIsOneRecall() {
    push(article(1));
    push(correction(2));
    push(
        builder(2)
            .setSignal(Signal.CORRECTION)
            .setContentHash("read better")
            .setReadAgainAt(EnrichDriver.START.plusSeconds(60))
            .build());

    assertThat(said()).containsExactly("CORRECTION by 2 of 1");
  }

  @Test
  void aCorrectionOfACorrectionIsANewRecall() {
    push(article(1));
    push(correction(2));
    push(correction(3));

    assertThat(said()).containsExactly("CORRECTION by 2 of 1", "CORRECTION by 3 of 1 2");
  }

  @Test
  void aCorrectionSaysNoReasonSinceItWouldOutliveItsText() {
    push(article(1));
    push(
        builder(2)
            .setSignal(Signal.CORRECTION)
            .setEdNote("Corrects the name of the minister.")
            .build());

    assertThat(recalls.readValue().getReason()).isNull();
  }

  @Test
  void aCorrectionUnderEmbargoCallsBackWhenItIsReleased() {
    push(article(1));
    push(
        builder(2)
            .setSignal(Signal.CORRECTION)
            .setEmbargoed(EnrichDriver.START.plusSeconds(60))
            .build());
    assertThat(said()).isEmpty();
    enrich.advance(Duration.ofMinutes(2));

    assertThat(said()).containsExactly("CORRECTION by 2 of 1");
  }

  @Test
  void aVersionThatCannotBeTaggedNeverWentOut() {
    push(builder(1).setBody(FailingTagger.MARK).build());
    push(kill(2));

    assertThat(said()).isEmpty();
  }

  @Test
  void aStaleVersionNeverWentOut() {
    push(article(2));
    push(article(1));
    push(kill(3));

    assertThat(said()).containsExactly("KILL by 3 of 2");
  }

  @Test
  void whatAnotherGuidSaysIsNoneOfItsBusiness() {
    articles.pipeInput("urn:test:2", builder(1).setGuid("urn:test:2").build());
    push(kill(2));

    assertThat(said()).isEmpty();
  }

  @Test
  void aVersionThatIsPublishedAgainIsOutSinceTheFirstTime() {
    push(article(1));
    clock.move(Duration.ofMinutes(3));
    push(builder(1).setReceivedAt(EnrichDriver.START).build());
    push(kill(2));

    assertThat(recalls.readValue().getVersions())
        .containsExactly(new RecalledVersion(1, EnrichDriver.START));
  }

  /** What was said since it was asked last, in the order of the topic. */
  private List<String> said() {
    return recalls.readValuesToList().stream().map(RecallTopologyTest::said).toList();
  }

  static String said(Recall recall) {
    var versions =
        recall.getVersions().stream()
            .map(each -> Integer.toString(each.getVersion()))
            .collect(Collectors.joining(" "));
    return recall.getKind() + " by " + recall.getVersion() + " of " + versions;
  }

  private void push(Article article) {
    articles.pipeInput(GUID, article);
  }

  static Article article(int version) {
    return builder(version).build();
  }

  static Article kill(int version) {
    return builder(version).setBody("").setPubStatus(PubStatus.CANCELED).build();
  }

  static Article hold(int version) {
    return builder(version).setPubStatus(PubStatus.WITHHELD).build();
  }

  static Article correction(int version) {
    return builder(version).setSignal(Signal.CORRECTION).build();
  }

  static Article.Builder builder(int version) {
    return Article.newBuilder()
        .setGuid(GUID)
        .setVersion(version)
        .setLanguage("en")
        .setHeadline("Headline")
        .setBody("The crews of both ferries met in Norway and went on.")
        .setReceivedAt(Instant.EPOCH)
        .setContentHash("hash of " + version);
  }
}
