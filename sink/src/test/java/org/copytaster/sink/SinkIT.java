package org.copytaster.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.EnrichedSamples.RECEIVED;
import static org.copytaster.parts.testing.EnrichedSamples.kill;
import static org.copytaster.parts.testing.EnrichedSamples.readAgain;
import static org.copytaster.parts.testing.EnrichedSamples.usable;
import static org.copytaster.parts.testing.EnrichedSamples.withheld;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.EnrichedSamples;
import org.copytaster.parts.testing.FullSample;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.OddText;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One sink for all: each test finds the tables empty. */
@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkIT {

  private static final String GUID = "tag:example.org,2026:lagos";

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
  void articleStandsInEveryTable() {
    bench.publish(usable(GUID, 1, "Naira steadies"));
    bench.awaitStored();

    assertThat(current())
        .containsEntry("version", 1)
        .containsEntry("headline", "Naira steadies")
        .containsEntry("text", "Naira steadies\n\n" + EnrichedSamples.BODY)
        .containsEntry("pub_status", "USABLE")
        .containsEntry("urgency", 4);
    assertThat(String.valueOf(current().get("tags"))).startsWith("{\"dct\":{\"value\":");
    assertThat(bench.rows("select * from entities"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("entity_id", "geo:lagos"));
    assertThat(bench.rows("select surface from mentions"))
        .containsExactly(Map.of("surface", "Lagos"));
    assertThat(bench.rows("select value from timexes"))
        .containsExactly(Map.of("value", "2026-03-09"));
    assertThat(
            bench.rows(
                "select guid from articles where search @@ websearch_to_tsquery('english', 'trader')"))
        .hasSize(1);
  }

  /** The body stands in the text of the version, and nothing else is left out. */
  @Test
  void everyFieldOfAnArticleStandsInItsVersionButTheBody() throws Exception {
    bench.publish(FullSample.article(GUID));
    bench.awaitStored();

    var version = bench.rows("select article, text from article_versions").get(0);
    var stored = new ObjectMapper().readTree(String.valueOf(version.get("article")));
    assertThat(FullSample.missing(Article.getClassSchema(), stored)).containsExactly("body");
    assertThat(stored.at("/subjects/0/parents/1").asText()).isEqualTo("2");
    assertThat(stored.at("/extra").toString()).isEqualTo("{\"desk \\\"é\\\"\":\"東京\"}");
    assertThat(stored.at("/zones/0/sourceEnd").asInt()).isEqualTo(107);
    assertThat(String.valueOf(version.get("text"))).endsWith(EnrichedSamples.BODY);
    assertThat(bench.rows("select subjects::text from articles"))
        .containsExactly(Map.of("subjects", stored.at("/subjects").toString()));
  }

  /** PostgreSQL cannot read any field of JSON with a U+0000 in it. */
  @ParameterizedTest
  @EnumSource(OddText.class)
  void articleWithANulOutsideItsTextIsStoredSoThatPostgresCanReadIt(OddText where) {
    bench.publish(where.in(FullSample.article(GUID)));
    bench.awaitStored();

    assertThat(
            bench.rows(
                "select v.article ->> 'headline' as headline, v.tags ->> 'language' as language,"
                    + " a.subjects -> 0 ->> 'code' as code, a.engines ->> 'none' as engine"
                    + " from article_versions v join articles a using (guid)"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("headline", "Naira steadies"))
        .satisfies(row -> assertThat(row).containsEntry("language", "en"))
        .satisfies(row -> assertThat(row).containsEntry("code", "20000385"));
    assertThat(bench.all(bench.topics().deadLetters())).isEmpty();
  }

  @Test
  void newerVersionReplacesTheCurrentOneAndBothStand() {
    bench.publish(usable(GUID, 1, "Naira steadies"));
    bench.publish(usable(GUID, 2, "Naira falls", "No place, no day."));
    bench.awaitStored();

    assertThat(current()).containsEntry("version", 2).containsEntry("headline", "Naira falls");
    assertThat(bench.count("select count(*) from article_versions")).isEqualTo(2);
    assertThat(bench.count("select count(*) from entities")).isZero();
  }

  @Test
  void staleVersionStandsAmongTheVersionsOnly() {
    bench.publish(usable(GUID, 3, "Third"), usable(GUID, 2, "Second"));
    bench.awaitStored();

    assertThat(current()).containsEntry("version", 3).containsEntry("headline", "Third");
    assertThat(bench.rows("select text from article_versions where version = 2"))
        .singleElement()
        .satisfies(row -> assertThat(String.valueOf(row.get("text"))).startsWith("Second"));
  }

  @Test
  void laterReadingReplacesTheStoredOneAndNoEarlierOneReplacesIt() {
    bench.publish(usable(GUID, 1, "Garbled"));
    bench.awaitStored();
    bench.publish(readAgain(usable(GUID, 1, "Better"), RECEIVED.plusSeconds(60)));
    bench.awaitStored();
    bench.publish(usable(GUID, 1, "Garbled"));
    bench.publish(readAgain(usable(GUID, 1, "Worse"), RECEIVED.plusSeconds(30)));
    bench.awaitStored();

    assertThat(current()).containsEntry("version", 1).containsEntry("headline", "Better");
    assertThat(bench.rows("select text from article_versions"))
        .singleElement()
        .satisfies(row -> assertThat(String.valueOf(row.get("text"))).startsWith("Better"));
    assertThat(bench.receipts())
        .extracting(Receipt::getContentHash)
        .containsExactly("hash-1", "hash of 2026-03-03T09:01:00Z");
  }

  @Test
  void killClearsTheTextOfAllVersionsAndKeepsTheReason() {
    bench.publish(usable(GUID, 1, "Wrong"), usable(GUID, 2, "Still wrong"));
    bench.publish(kill(GUID, 3, "Kill: the quote is invented"));
    bench.awaitStored();

    assertThat(current())
        .containsEntry("pub_status", "CANCELED")
        .containsEntry("killed_version", 3)
        .containsEntry("kill_reason", "Kill: the quote is invented")
        .containsEntry("text", "")
        .containsEntry("headline", null)
        .containsEntry("tags", null);
    assertThat(bench.rows("select text, article, tags from article_versions"))
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(row).containsEntry("text", "").containsEntry("article", null);
              assertThat(row).containsEntry("tags", null);
            });
    assertThat(
            bench.count(
                "select (select count(*) from entities) + (select count(*) from mentions)"
                    + " + (select count(*) from timexes) as count"))
        .isZero();
  }

  @Test
  void reasonOfAKillIsOneLineWhateverItsNoteHolds() {
    bench.publish(kill(GUID, 1, "Kill.\r\n\0" + "The whole story again. ".repeat(1_000)));
    bench.awaitStored();

    assertThat(current()).containsEntry("ed_note", null);
    assertThat(String.valueOf(current().get("kill_reason")))
        .startsWith("Kill. The whole story again.")
        .hasSizeLessThanOrEqualTo(500);
  }

  @Test
  void usableVersionUpToTheKilledOneDoesNotResurrectIt() {
    bench.publish(usable(GUID, 4, "Wrong"), kill(GUID, 2, ""));
    bench.publish(usable(GUID, 3, "Wrong again"), usable(GUID, 4, "Wrong still"));
    bench.awaitStored();

    assertThat(current())
        .containsEntry("pub_status", "CANCELED")
        .containsEntry("killed_version", 4)
        .containsEntry("kill_reason", "killed by its source");
    assertThat(bench.rows("select distinct text from article_versions"))
        .containsExactly(Map.of("text", ""));
  }

  @Test
  void withheldVersionClearsTheTextUntilAUsableOneComes() {
    bench.publish(usable(GUID, 1, "Early"), withheld(GUID, 2));
    bench.awaitStored();
    assertThat(current()).containsEntry("pub_status", "WITHHELD").containsEntry("text", "");

    bench.publish(usable(GUID, 3, "Late"));
    bench.awaitStored();

    assertThat(current()).containsEntry("pub_status", "USABLE").containsEntry("headline", "Late");
  }

  @Test
  void recordThatTheStoreRefusesIsADeadLetterAndTheRestOfItsBatchIsStored() {
    bench.publish(
        usable("urn:x:1", 1, "One"),
        usable("urn:x:2", 1, "Two", "A NUL \0 in the secret text"),
        usable("urn:x:3", 1, "Three"));
    bench.awaitStored();

    assertThat(bench.rows("select guid from articles order by guid"))
        .containsExactly(Map.of("guid", "urn:x:1"), Map.of("guid", "urn:x:3"));
    assertThat(bench.all(bench.topics().deadLetters()))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(DeadLetter.replay(letter).key()).isEqualTo("urn:x:2".getBytes(UTF_8));
              assertThat(DeadLetter.topicOf(letter.headers())).contains(bench.topics().enriched());
              assertThat(EventHeaders.get(letter.headers(), DeadLetter.MESSAGE))
                  .contains("the store refuses the article with SQLSTATE 22021");
              letter
                  .headers()
                  .forEach(h -> assertThat(new String(h.value(), UTF_8)).doesNotContain("secret"));
            });
    assertThat(bench.receipts())
        .extracting(Receipt::getGuid, Receipt::getStage)
        .containsExactlyInAnyOrder(
            tuple("urn:x:1", Stage.STORED),
            tuple("urn:x:2", Stage.REFUSED),
            tuple("urn:x:3", Stage.STORED));
  }

  @Test
  void bytesThatAreNoArticleAreADeadLetter() {
    bench.publishGarbage(GUID);
    bench.publish(usable("urn:x:1", 1, "One"));
    bench.awaitStored();

    assertThat(bench.all(bench.topics().deadLetters()))
        .singleElement()
        .satisfies(letter -> assertThat(letter.value()).containsExactly(1, 2, 3));
    assertThat(bench.count("select count(*) from articles")).isEqualTo(1);
  }

  @Test
  void longestArticleIsStoredThoughItsIndexEndsBefore() {
    var words = new StringBuilder();
    for (int i = 0; words.length() < 8_000_000; i++) {
      words.append("word").append(i).append(' ');
    }
    bench.publish(usable(GUID, 1, "Long", words.toString()));
    bench.awaitStored();

    assertThat(bench.count("select length(text) as count from articles")).isGreaterThan(8_000_000);
    assertThat(bench.all(bench.topics().deadLetters())).isEmpty();
  }

  @Test
  void everyVersionOfAGuidGetsItsReceiptOnce() {
    bench.publish(usable(GUID, 1, "One"), usable(GUID, 2, "Two"));
    bench.awaitStored();

    assertThat(bench.receipts())
        .extracting(Receipt::getVersion, Receipt::getStage, Receipt::getWrittenBy)
        .containsExactlyInAnyOrder(tuple(1, Stage.STORED, "sink"), tuple(2, Stage.STORED, "sink"));
  }

  @Test
  void storeThatIsAwayIsWaitedForAndNothingBecomesADeadLetter() {
    bench.execute("alter table articles rename to articles_elsewhere");
    bench.publish(usable(GUID, 1, "One"));
    await().atMost(SinkBench.PATIENCE).until(() -> !bench.allReady());

    bench.execute("alter table articles_elsewhere rename to articles");
    bench.awaitStored();

    assertThat(current()).containsEntry("version", 1);
    assertThat(bench.all(bench.topics().deadLetters())).isEmpty();
    await().atMost(SinkBench.PATIENCE).until(bench::allReady);
  }

  private Map<String, Object> current() {
    return bench.rows("select * from articles where guid = '" + GUID + "'").get(0);
  }
}
