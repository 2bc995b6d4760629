package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Writing;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.HeldCause;
import org.copytaster.schemas.record.HeldState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that holds articles is killed while editors act on them. */
@ExtendWith(Lanes.class)
class HeldCrashIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Of five articles two are released, one gets another end, one is held, one is left alone. */
  private static final int ARTICLES = 60;

  private static final int ASKED = ARTICLES / 5 * 4;
  private static final Duration UNTIL_END = Duration.ofSeconds(25);

  @TempDir private Path directory;

  @Test
  void eachActEndsOnceAndEachArticleGoesOutOnceAndNoneEarly(Lane lane) {
    var enrich = process(lane);
    try {
      var far = Instant.now().plus(Duration.ofDays(1));
      Writing.records(lane.kafka(), lane.topics().articles(), articles(i -> !alone(i), far));
      await().atMost(PATIENCE).until(() -> held(lane).size() == ASKED);
      var later = far.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
      var end = Instant.now().plus(UNTIL_END);
      Writing.records(lane.kafka(), lane.topics().articles(), articles(HeldCrashIT::alone, end));

      Writing.records(lane.kafka(), lane.topics().acts(), acts(ARTICLES / 2, later));
      enrich.kill(); // in the middle of them, or before
      // these wait, and those of before come again
      Writing.records(lane.kafka(), lane.topics().acts(), acts(ARTICLES, later));
      enrich = process(lane);
      await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end));

      int going = ARTICLES / 5 * 3;
      var out = out(lane, going);
      assertThat(out)
          .extracting(ConsumerRecord::key)
          .doesNotHaveDuplicates()
          .hasSize(going)
          .allMatch(guid -> released(number(guid)) || alone(number(guid)));
      assertThat(out)
          .filteredOn(record -> !released(number(record.key())))
          .hasSize(ARTICLES / 5)
          .allMatch(record -> !record.value().getEnrichedAt().isBefore(end));
      List<ConsumerRecord<String, Audit>> audit =
          Reading.records(lane.kafka(), lane.topics().audit(), ASKED);
      assertThat(audit)
          .hasSize(ASKED)
          .allMatch(record -> record.value().getOutcome() == ActOutcome.APPLIED)
          .extracting(record -> record.value().getAct().getId())
          .doesNotHaveDuplicates();
      await().atMost(PATIENCE).until(() -> held(lane).size() == ARTICLES - going);
      assertThat(held(lane))
          .allSatisfy(
              (guid, state) -> {
                assertThat(state.getCause())
                    .isEqualTo(suspended(number(guid)) ? HeldCause.HOLD_BY : HeldCause.EMBARGO);
                assertThat(state.getHeldBy()).isEqualTo("ed");
                assertThat(state.getUntil()).isEqualTo(suspended(number(guid)) ? null : later);
              });
    } finally {
      enrich.close();
    }
  }

  private static boolean released(int i) {
    return i % 5 < 2;
  }

  private static boolean suspended(int i) {
    return i % 5 == 3;
  }

  private static boolean alone(int i) {
    return i % 5 == 4;
  }

  private ChildJvm process(Lane lane) {
    var environment = new HashMap<>(lane.environment());
    environment.put("COPYTASTER_ENRICH_STATE", directory.resolve("state").toString());
    environment.put("COPYTASTER_ENRICH_OPS_PORT", "" + Ports.free());
    return ChildJvm.start(directory.resolve("enrich.log"), environment, "enrich");
  }

  private static List<Article> articles(IntPredicate which, Instant end) {
    return IntStream.range(0, ARTICLES)
        .filter(which)
        .mapToObj(
            i ->
                Article.newBuilder()
                    .setGuid("urn:held:" + i)
                    .setVersion(1)
                    .setHeadline("Headline")
                    .setBody("Short. " + Marks.in("body"))
                    .setContentHash("hash")
                    .setReceivedAt(Instant.now())
                    .setEmbargoed(end)
                    .build())
        .toList();
  }

  /** What is asked of the first so many articles. */
  private static List<Act> acts(int upTo, Instant later) {
    return IntStream.range(0, upTo)
        .filter(i -> !alone(i))
        .mapToObj(
            i ->
                Act.newBuilder()
                    .setId("act-" + i)
                    .setGuid("urn:held:" + i)
                    .setKind(
                        released(i)
                            ? ActKind.RELEASE
                            : suspended(i) ? ActKind.HOLD : ActKind.EXTEND)
                    .setUntil(released(i) || suspended(i) ? null : later)
                    .setBy("ed")
                    .setTime(Instant.now())
                    .build())
        .toList();
  }

  private static List<ConsumerRecord<String, EnrichedArticle>> out(Lane lane, int atLeast) {
    return Reading.records(lane.kafka(), lane.topics().enriched(), atLeast);
  }

  private static Map<String, HeldState> held(Lane lane) {
    return Reading.state(lane.kafka(), lane.topics().held());
  }

  private static int number(String guid) {
    return Integer.parseInt(guid.substring(guid.lastIndexOf(':') + 1));
  }
}
