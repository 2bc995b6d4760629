package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is suspended comes back, or does not; and tests of the line change nothing of it. */
class HoldTopologyTest {

  private static final String GUID = "urn:test:1";

  private final EnrichDriver enrich = new EnrichDriver();
  private final TestInputTopic<String, Article> articles = enrich.articles();
  private final TestOutputTopic<String, EnrichedArticle> enriched = enrich.enriched();

  @AfterEach
  void stop() {
    enrich.close();
  }

  @Test
  void holdInANoteIsTypedAndTakesTheTextUntilTheSameTextIsReleased() {
    push(article(1));
    push(
        article(2)
            .setEdNote("PLEASE HOLD: we are checking a quote. Do not use until further notice."));
    push(article(3));

    var out = out();
    assertThat(out).extracting(Article::getVersion).containsExactly(1, 2, 3);
    assertThat(out.get(1).getPubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(out.get(1).getSignal()).isEqualTo(Signal.WITHHOLD);
    assertThat(out.get(1).getBody()).isEmpty();
    assertThat(out.get(2).getBody()).isEqualTo(out.get(0).getBody());
  }

  @Test
  void heldArticleThatIsCorrectedSaysWhatItCorrects() {
    push(article(1).setPubStatus(PubStatus.WITHHELD));
    push(article(2).setSignal(Signal.CORRECTION).setCorrects(new ArticleLink(GUID, 1)));

    var corrected = out().get(1);
    assertThat(corrected.getCorrects()).isEqualTo(new ArticleLink(GUID, 1));
    assertThat(corrected.getBody()).isNotEmpty();
  }

  @Test
  void killOfAHeldArticleCarriesWhatTakesItsPlace() {
    push(article(1).setPubStatus(PubStatus.WITHHELD));
    push(
        article(1)
            .setPubStatus(PubStatus.CANCELED)
            .setContentHash("kill")
            .setSubstitutedBy(new ArticleLink("urn:test:2", null)));

    var kill = out().get(1);
    assertThat(kill.getBody()).isEmpty();
    assertThat(kill.getSubstitutedBy().getGuid()).isEqualTo("urn:test:2");
  }

  @Test
  void testOfAGuidThatWaitsLeavesItWaitingAndIsSentNowhere() {
    push(article(1).setEmbargoed(EnrichDriver.START.plusSeconds(60)));
    push(article(2).setSignal(Signal.TEST));
    push(article(3).setHeadline("TEST - TEST - PLEASE DISREGARD"));
    assertThat(out()).isEmpty();

    enrich.clock.set(EnrichDriver.START.plusSeconds(61));
    enrich.driver.advanceWallClockTime(Duration.ofSeconds(61));

    assertThat(out()).extracting(Article::getVersion).containsExactly(1);
  }

  @Test
  void testWithAHighNumberMakesNothingStale() {
    push(article(2));
    push(article(9).setSignal(Signal.TEST));
    push(article(3));

    assertThat(out()).extracting(Article::getVersion).containsExactly(2, 3);
  }

  @Test
  void killThatIsOnlyATestKillsNothing() {
    push(article(2));
    push(article(2).setHeadline("TEST TEST - BULLETIN KILL - TEST ONLY").setContentHash("test"));
    push(article(3));

    assertThat(out()).extracting(Article::getVersion).containsExactly(2, 3);
    assertThat(out()).isEmpty();
  }

  private List<Article> out() {
    return enriched.readValuesToList().stream().map(EnrichedArticle::getArticle).toList();
  }

  private void push(Article.Builder article) {
    articles.pipeInput(GUID, article.build());
  }

  private static Article.Builder article(int version) {
    return Article.newBuilder()
        .setGuid(GUID)
        .setVersion(version)
        .setHeadline("Traders return")
        .setBody("Traders in Lagos return to the market.")
        .setSource("sample-wire")
        .setContentHash("hash " + version)
        .setReceivedAt(EnrichDriver.START);
  }
}
