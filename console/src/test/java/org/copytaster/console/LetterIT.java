package org.copytaster.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.Requests.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.copytaster.console.letter.LetterDesk;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.EnrichedSamples;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who sees dead letters and their bytes, and what becomes of what is asked for. */
@ExtendWith(Lanes.class)
class LetterIT {

  private static final LetterDesk.Order REPLAY =
      new LetterDesk.Order(LetterDesk.Kind.REPLAY, "test", "127.0.0.1", null, false);

  @TempDir private Path directory;

  @Test
  void withoutEditorsNobodySeesADeadLetter(Lane lane) throws Exception {
    new StoreBench(lane).close(); // the tables are there
    try (var console = new ConsoleBench(lane)) {
      assertThat(console.get("/v1/dead-letters", 403).path("detail").asText())
          .contains("COPYTASTER_CONSOLE_EDITORS is not set");
    }
  }

  @Test
  void eachRightIsForOneThing(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      bench.letter("urn:one", "the secret copy", "it failed");
      var path = bench.path("urn:one");

      assertThat(bench.held.get("/v1/dead-letters", null).statusCode()).isEqualTo(401);
      assertThat(bench.held.get("/v1/dead-letters", bench.held.desk).statusCode()).isEqualTo(403);
      assertThat(bench.held.get(path, null).statusCode()).isEqualTo(401);
      var seen = bench.held.get(path, bench.ops);
      assertThat(seen.body()).contains("it failed").contains("read-letters").doesNotContain("copy");
      assertThat(bench.held.get(path + "/bytes", bench.ops).statusCode()).isEqualTo(403);
      assertThat(bench.held.get(path + "/bytes", bench.reader).body()).isEqualTo("the secret copy");
      assertThat(json(bench.held.get(path, bench.reader)).path("text").asText())
          .isEqualTo("the secret copy");
      for (var act : List.of("/replay", "/park", "/unpark")) {
        assertThat(bench.post(path + act, bench.viewer, "{}").statusCode()).isEqualTo(403);
        assertThat(bench.post(path + act, null, "{}").statusCode()).isEqualTo(401);
        assertThat(bench.held.get(path + act, bench.ops).statusCode()).isEqualTo(405);
      }
      assertThat(bench.articles("urn:one")).isEmpty();
    }
  }

  @Test
  void lettersAreGroupedByCauseFilteredAndComeInParts(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      for (int i = 0; i < 7; i++) {
        bench.letter("urn:" + i, "x", "the step enrich failed");
      }
      var odd = bench.record(lane.topics().enriched(), "urn:odd", "y".getBytes(UTF_8));
      bench.send(
          DeadLetter.of(
              odd, lane.topics().deadLetters(), new ArithmeticException(), "the store refuses it"));

      var all = bench.list("", 8);

      assertThat(all.path("groups")).hasSize(2);
      assertThat(all.path("groups").get(0).path("count").asInt()).isEqualTo(7);
      assertThat(all.path("groups").get(1).path("reason").asText()).contains("store refuses");
      bench.list("?cause=ArithmeticException", 1);
      bench.list("?cause=java.lang.ArithmeticException&from=" + lane.topics().enriched(), 1);
      bench.list("?from=" + lane.topics().kills(), 0);
      bench.list("?since=2200-01-01T00:00:00Z", 0);
      bench.list("?until=2200-01-01T00:00:00Z", 8);
      var found = new ArrayList<String>();
      var next = "";
      do {
        var part = bench.list("?limit=3" + next, 8);
        part.path("letters").forEach(each -> found.add(each.path("letter").asText()));
        next = part.has("next") ? "&after=" + part.path("next").asText() : "";
      } while (!next.isEmpty());
      assertThat(found).hasSize(8).doesNotHaveDuplicates();
      for (var wrong :
          List.of(
              "limit=0", "state=lost", "since=noon", "after=x", "after=1-2", "limit=1&limit=2")) {
        assertThat(bench.held.get("/v1/dead-letters?" + wrong, bench.ops).statusCode())
            .as(wrong)
            .isEqualTo(400);
      }
    }
  }

  @Test
  void aReplayThatIsAskedForTwiceIsDoneOnce(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      bench.letter("urn:twice", "copy", "it failed");
      var path = bench.path("urn:twice") + "/replay";

      var first = json(bench.post(path, bench.ops, "{\"reason\":\"mended\"}"));
      var second = json(bench.post(path, bench.ops, "{}"));

      assertThat(first.path("result").asText()).isEqualTo("done");
      assertThat(second.path("result").asText()).isEqualTo("repeat");
      assertThat(bench.articles("urn:twice"))
          .singleElement()
          .matches(record -> new String(record.value(), UTF_8).equals("copy"))
          .matches(record -> DeadLetter.replays(record.headers()) == 1)
          .matches(record -> record.headers().lastHeader(DeadLetter.MESSAGE) == null);
      var told = bench.list("?state=replayed", 1).path("letters").get(0);
      assertThat(told.path("by").asText()).isEqualTo("ops");
      assertThat(told.path("why").asText()).isEqualTo("mended");
      bench.list("", 0);
    }
  }

  @Test
  void desksThatAreAskedAtTheSameTimePutALetterBackOnce(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      for (int i = 0; i < 5; i++) {
        bench.letter("urn:race:" + i, "copy", "it failed");
      }
      bench.list("", 5);
      var letters = Reading.bytes(lane.kafka(), lane.topics().deadLetters(), 5);
      var asked = new ArrayList<CompletableFuture<Long>>();
      try (var one = new LetterDesk(lane.kafka(), Clock.systemUTC());
          var other = new LetterDesk(lane.kafka(), Clock.systemUTC())) {
        for (var desk : List.of(one, other)) {
          asked.add(
              CompletableFuture.supplyAsync(
                  () ->
                      letters.stream()
                          .filter(letter -> desk.carryOut(letter, REPLAY).done())
                          .count()));
        }
        long done = asked.stream().mapToLong(CompletableFuture::join).sum();

        for (int i = 0; i < 5; i++) {
          assertThat(bench.articles("urn:race:" + i)).hasSize(1);
        }
        assertThat(done).isLessThanOrEqualTo(5);
      }
    }
  }

  @Test
  void whatCameBackThreeTimesNeedsForce(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      var record = bench.record(lane.topics().articles(), "urn:loop", "copy".getBytes(UTF_8));
      EventHeaders.put(record.headers(), "copytaster.replayed", "0/1");
      EventHeaders.put(record.headers(), "copytaster.replays", "3");
      bench.send(
          DeadLetter.of(record, lane.topics().deadLetters(), new ArithmeticException(), "again"));
      var path = bench.path("urn:loop") + "/replay";

      var refused = bench.post(path, bench.ops, "{}");
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(json(refused).path("why").asText()).contains("3 times").contains("force");
      assertThat(bench.articles("urn:loop")).isEmpty();

      var forced = bench.post(path, bench.ops, "{\"force\":true}");
      assertThat(forced.statusCode()).isEqualTo(200);
      assertThat(bench.articles("urn:loop"))
          .singleElement()
          .matches(each -> DeadLetter.replays(each.headers()) == 4);
    }
  }

  @Test
  void whatIsParkedIsCountedApartUntilItIsUnparked(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      bench.letter("urn:a", "copy", "it failed");
      bench.letter("urn:b", "copy", "it failed");
      var path = bench.path("urn:a");

      var parked = bench.post(path + "/park", bench.ops, "{\"reason\":\"ticket 7\"}");

      assertThat(parked.statusCode()).isEqualTo(200);
      await().until(() -> bench.held.scrape().contains(letters("parked", 1)));
      assertThat(bench.held.scrape()).contains(letters("open", 1)).contains(letters("replayed", 0));
      var told = bench.list("?state=parked", 1).path("letters").get(0);
      assertThat(told.path("why").asText()).isEqualTo("ticket 7");
      assertThat(told.has("stateTime")).isTrue();
      assertThat(json(bench.post(path + "/park", bench.ops, "{}")).path("result").asText())
          .isEqualTo("repeat");

      assertThat(bench.post(path + "/unpark", bench.ops, "{}").statusCode()).isEqualTo(200);
      await().until(() -> bench.held.scrape().contains(letters("open", 2)));
      assertThat(bench.post(path + "/park", bench.ops, "{}").statusCode()).isEqualTo(200);
      assertThat(bench.post(path + "/replay", bench.ops, "{}").statusCode()).isEqualTo(200);
      assertThat(bench.post(path + "/park", bench.ops, "{}").statusCode()).isEqualTo(409);
    }
  }

  @Test
  void nobodyReadsWhatWasKilledOrIsWithheldAndFewWhatIsHeld(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory);
        var store = new StoreBench(lane)) {
      for (var guid : List.of("urn:killed", "urn:withheld", "urn:held")) {
        bench.letter(guid, "the secret copy", "it failed");
      }
      store.store(EnrichedSamples.kill("urn:killed", 1, "wrong"));
      store.store(EnrichedSamples.withheld("urn:withheld", 1));
      bench.held.hold("urn:held", HeldBench.state("urn:held", 5));
      await().until(() -> bench.held.get("/v1/held", bench.held.desk).body().contains("urn:held"));

      var killed = bench.held.get(bench.path("urn:killed"), bench.reader);
      var withheld = bench.held.get(bench.path("urn:withheld") + "/bytes", bench.reader);
      var held = bench.held.get(bench.path("urn:held"), bench.reader);

      assertThat(List.of(killed, withheld, held))
          .extracting(HttpResponse::statusCode)
          .containsExactly(410, 403, 403);
      assertThat(killed.body() + withheld.body() + held.body()).doesNotContain("secret");
      assertThat(json(held).path("detail").asText()).contains("see-held");
    }
  }

  @Test
  void whatTheSinkTakesAwayIsGoneAtOnceThoughItsBytesWaitForTheBroker(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      bench.letter("urn:away", "copy", "it failed");
      var path = bench.path("urn:away");
      var letter = Reading.bytes(lane.kafka(), lane.topics().deadLetters(), 1).get(0);

      bench.send(DeadLetter.removal(lane.topics().deadLetters(), letter.partition(), letter.key()));

      await().until(() -> bench.held.get(path, bench.reader).statusCode() == 404);
      assertThat(bench.post(path + "/replay", bench.ops, "{}").statusCode()).isEqualTo(404);
      assertThat(bench.articles("urn:away")).isEmpty();
    }
  }

  @Test
  void hugeAndHostileLettersAreToldInFewPlainWordsAndReplayedWhole(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      var huge = "<script>alert(1)</script>\u202e\u0000\n" + "ä".repeat(2_000_000);
      bench.letter("urn:huge", huge, "<b>\u202e" + "x".repeat(5_000));
      var path = bench.path("urn:huge");

      var told = json(bench.held.get(path, bench.reader));

      assertThat(told.path("text").asText().length()).isLessThanOrEqualTo(20_000);
      assertThat(told.path("text").asText()).startsWith("<script>alert(1)</script>··\nä");
      assertThat(told.path("textCut").asBoolean()).isTrue();
      assertThat(told.path("hex").asText()).startsWith("000000  3c 73 63").contains("<script>");
      assertThat(told.path("reason").asText()).hasSizeLessThanOrEqualTo(300);
      assertThat(told.toString().length()).isLessThan(60_000);
      assertThat(bench.post(path + "/replay", bench.ops, "{}").statusCode()).isEqualTo(200);
      assertThat(bench.articles("urn:huge"))
          .singleElement()
          .matches(record -> new String(record.value(), UTF_8).equals(huge));
    }
  }

  @Test
  void aLetterIsPutBackOnNoTopicButOurs(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      for (var topic : List.of("elsewhere", lane.topics().deadLetters(), "__consumer_offsets")) {
        var record = bench.record(topic, "urn:odd", "copy".getBytes(UTF_8));
        bench.send(
            DeadLetter.of(
                record, lane.topics().deadLetters(), new ArithmeticException(), "it failed"));
      }
      for (var letter : bench.list("", 3).path("letters")) {
        var path = "/v1/dead-letters/" + letter.path("letter").asText() + "/replay";
        assertThat(bench.post(path, bench.ops, "{\"force\":true}").statusCode()).isEqualTo(409);
      }
      for (var body : List.of("[]", "{", "{\"force\":1}", "{\"x\":1}", "{} {}")) {
        var path = "/v1/dead-letters/" + bench.list("", 3).at("/letters/0/letter").asText();
        assertThat(bench.post(path + "/park", bench.ops, body).statusCode()).isEqualTo(400);
      }
      assertThat(bench.post("/v1/dead-letters/0/9999/park", bench.ops, "{}").statusCode())
          .isEqualTo(404);
    }
  }

  private static String letters(String state, int count) {
    return "copytaster_console_dead_letters{service=\"console\",state=\"%s\"} %d.0"
        .formatted(state, count);
  }
}
