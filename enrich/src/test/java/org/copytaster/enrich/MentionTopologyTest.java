package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.copytaster.enrich.tag.MentionProcessor;
import org.copytaster.enrich.tag.MentionedEntities;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.MentionKey;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of entities on {@code news.mentions}, and taken back. */
class MentionTopologyTest {

  private static final String GUID = "urn:test:1";
  private static final String NORWAY = "The crews of both ferries met in Norway and went on.";
  private static final String SWEDEN = "The crews of both ferries met in Sweden and went on.";
  private static final String BOTH = NORWAY + "\n\n" + SWEDEN;

  private final EnrichDriver enrich = new EnrichDriver();
  private final TopologyTestDriver driver = enrich.driver;
  private final TestInputTopic<String, Article> articles = enrich.articles();
  private final TestOutputTopic<String, EntityMention> mentions = enrich.mentions();

  @AfterEach
  void stop() {
    enrich.close();
  }

  @Test
  void eachEntityIsMentionedOnce() {
    push(article(1, BOTH));

    assertThat(said()).containsExactlyInAnyOrder("1 names iso3166:NO", "1 names iso3166:SE");
  }

  @Test
  void whomTheNextVersionNamesNoLongerIsTakenBack() {
    push(article(1, NORWAY));
    push(article(2, SWEDEN));

    assertThat(said())
        .containsExactly("1 names iso3166:NO", "2 takes back iso3166:NO", "2 names iso3166:SE");
  }

  @Test
  void theRecordOfTheNextVersionTakesThePlaceOfTheOneBefore() {
    push(article(1, NORWAY));
    push(article(2, BOTH));

    assertThat(said())
        .containsExactlyInAnyOrder(
            "1 names iso3166:NO", "2 names iso3166:NO", "2 names iso3166:SE");
  }

  @Test
  void aKillTakesBackAllOfItThoughItsVersionIsLower() {
    push(article(5, BOTH));
    said();
    push(kill(2));

    assertThat(said())
        .containsExactlyInAnyOrder("2 takes back iso3166:NO", "2 takes back iso3166:SE");
  }

  @Test
  void aKillTakesBackWhatTheNewestVersionNamesAndNothingTwice() {
    push(article(1, NORWAY));
    push(article(2, SWEDEN));
    said();
    push(kill(3));

    assertThat(said()).containsExactly("3 takes back iso3166:SE");
  }

  @Test
  void aKillThatComesAgainTakesNothingBack() {
    push(article(1, BOTH));
    push(kill(2));
    said();
    push(kill(2));

    assertThat(said()).isEmpty();
  }

  @Test
  void aKillOfWhatNeverCameTakesNothingBack() {
    push(kill(1));

    assertThat(said()).isEmpty();
  }

  @Test
  void aWithheldVersionTakesAllBackUntilAUsableOneComes() {
    push(article(1, NORWAY));
    said();
    push(builder(2, NORWAY).setPubStatus(PubStatus.WITHHELD).build());
    assertThat(said()).containsExactly("2 takes back iso3166:NO");

    push(article(3, NORWAY));

    assertThat(said()).containsExactly("3 names iso3166:NO");
  }

  @Test
  void whatIsWithheldAndThenKilledIsTakenBackOnce() {
    push(article(1, NORWAY));
    push(builder(2, NORWAY).setPubStatus(PubStatus.WITHHELD).build());
    said();
    push(kill(3));

    assertThat(said()).isEmpty();
  }

  @Test
  void staleVersionTakesNothingBack() {
    push(article(2, NORWAY));
    said();
    push(article(1, SWEDEN));

    assertThat(said()).isEmpty();
  }

  @Test
  void anEqualVersionIsSaidAgainAndNothingIsTakenBack() {
    push(article(1, NORWAY));
    said();
    push(builder(1, NORWAY).setReceivedAt(EnrichDriver.START).build());

    assertThat(said()).containsExactly("1 names iso3166:NO");
  }

  @Test
  void aVersionUnderEmbargoTakesBackWhenItIsReleased() {
    push(article(1, NORWAY));
    said();
    push(builder(2, SWEDEN).setEmbargoed(EnrichDriver.START.plusSeconds(60)).build());
    assertThat(said()).isEmpty();

    enrich.advance(Duration.ofMinutes(2));

    assertThat(said()).containsExactly("2 takes back iso3166:NO", "2 names iso3166:SE");
  }

  @Test
  void whatWasHeldAndIsKilledWasNeverSaid() {
    push(builder(1, NORWAY).setEmbargoed(EnrichDriver.START.plusSeconds(60)).build());
    push(kill(2));

    enrich.advance(Duration.ofMinutes(2));

    assertThat(said()).isEmpty();
  }

  /** The version before is still the published one. */
  @Test
  void aVersionThatCannotBeTaggedTakesNothingBack() {
    push(article(1, NORWAY));
    said();
    push(article(2, FailingTagger.MARK));
    assertThat(said()).isEmpty();

    push(kill(3));

    assertThat(said()).containsExactly("3 takes back iso3166:NO");
  }

  @Test
  void whatAnotherGuidSaysStays() {
    push(article(1, NORWAY));
    articles.pipeInput("urn:test:2", builder(1, NORWAY).setGuid("urn:test:2").build());
    mentions.readKeyValuesToList();
    push(kill(2));

    assertThat(mentions.readValuesToList())
        .extracting(EntityMention::getGuid)
        .containsExactly(GUID);
  }

  @Test
  void aRetractionSaysNothingOfTheArticle() {
    push(article(1, NORWAY));
    var said = mentions.readValue();
    push(article(2, SWEDEN));

    var retraction = mentions.readRecord();

    assertThat(said.getHeadline()).isEqualTo("Headline");
    assertThat(said.getRetracted()).isFalse();
    assertThat(retraction.key()).isEqualTo(MentionKey.of(said).key());
    assertThat(retraction.value())
        .isEqualTo(
            EntityMention.newBuilder()
                .setEntityId("iso3166:NO")
                .setGuid(GUID)
                .setVersion(2)
                .setRetracted(true)
                .setEnrichedAt(EnrichDriver.START)
                .build());
    assertThat(EventHeaders.get(retraction.headers(), "ce_type"))
        .contains(EventHeaders.ENTITY_RETRACTED);
    assertThat(EventHeaders.get(retraction.headers(), "ce_id")).contains(GUID + ":2");
  }

  @Test
  void nothingIsRememberedOfWhatIsKilled() {
    push(article(1, NORWAY));
    assertThat(remembered()).isEqualTo(1);
    push(kill(2));

    assertThat(remembered()).isZero();
  }

  private long remembered() {
    var store = driver.<String, MentionedEntities>getKeyValueStore(MentionProcessor.STORE);
    try (var all = Objects.requireNonNull(store).all()) {
      long count = 0;
      for (; all.hasNext(); all.next()) {
        count++;
      }
      return count;
    }
  }

  /** What was said since it was asked last, in the order of the topic. */
  private List<String> said() {
    return mentions.readRecordsToList().stream().map(MentionTopologyTest::said).toList();
  }

  private static String said(TestRecord<String, EntityMention> record) {
    var mention = record.value();
    assertThat(record.key()).isEqualTo(mention.getEntityId() + " " + GUID);
    var verb = mention.getRetracted() ? "takes back" : "names";
    return mention.getVersion() + " " + verb + " " + mention.getEntityId();
  }

  private void push(Article article) {
    articles.pipeInput(GUID, article);
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
        .setLanguage("en")
        .setHeadline("Headline")
        .setBody(body)
        .setContentHash("hash of " + body);
  }
}
