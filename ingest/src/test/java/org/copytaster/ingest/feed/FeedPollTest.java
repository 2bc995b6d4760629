package org.copytaster.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.ingest.desk.Answer;
import org.copytaster.ingest.desk.Delivery;
import org.copytaster.ingest.desk.PolledAnswers;
import org.copytaster.ingest.feed.FeedPoll.PollOutcome;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.Way;
import org.copytaster.runtime.Secret;
import org.copytaster.schemas.record.FeedState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One poll against a server; the desk here takes each line of an answer for an article. */
class FeedPollTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final FeedClient client = new FeedClient(true, 10_000, clock);
  private final FeedPoll poll = new FeedPoll(client, this::take, new Timetable(() -> 0.5), clock);
  private final FeedServer server;
  private final List<String> taken = new ArrayList<>();
  private final List<FeedState> kept = new ArrayList<>();
  private boolean deskIsBusy;

  FeedPollTest() throws Exception {
    this.server = new FeedServer();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void entriesThatWereThereTheLastTimeAreNotTakenAgain() {
    server.put("/feed", 200, "one\ntwo");
    assertThat(poll(feed("/feed"))).isEqualTo(PollOutcome.NEW);

    server.put("/feed", 200, "three\none\ntwo");
    assertThat(poll(feed("/feed"))).isEqualTo(PollOutcome.NEW);

    assertThat(taken).containsExactly("one", "two", "three");
    assertThat(last().getNextAt()).isEqualTo(NOON.plus(EVERY));
  }

  @Test
  void aFeedThatIsStillTheSameCostsNothing() {
    server.put("/feed", 200, "one", "ETag", "\"1\"", "Last-Modified", "yesterday");
    poll(feed("/feed"));

    assertThat(poll(feed("/feed"))).isEqualTo(PollOutcome.UNCHANGED);

    assertThat(server.asked().get(1))
        .containsEntry("if-none-match", "\"1\"")
        .containsEntry("if-modified-since", "yesterday");
    assertThat(taken).containsExactly("one");
  }

  @Test
  void pagesAreReadToTheLastAndThatOneIsAskedAgain() {
    server.put("/api?after=0", 200, "{\"next\":1,\n\"one\":0}");
    server.put("/api?after=1", 200, "{\"next\":2,\n\"two\":0}");
    server.put("/api?after=2", 200, "{\n\"three\":0}");
    var feed = api();

    assertThat(poll(feed)).isEqualTo(PollOutcome.NEW);
    assertThat(kept).extracting(FeedState::getCursor).containsExactly("1", "2", "2");

    poll(feed);
    assertThat(server.asked())
        .extracting(asked -> asked.get(":target"))
        .endsWith("/api?after=2", "/api?after=2");
  }

  @Test
  void aPageThatCannotBeTakenKeepsItsCursor() {
    server.put("/api?after=0", 200, "{\"next\":1,\n\"one\":0}");
    deskIsBusy = true;

    assertThat(poll(api())).isEqualTo(PollOutcome.WAITING);

    assertThat(last().getCursor()).isNull();
    assertThat(last().getSeen()).isEmpty();
    assertThat(last().getFailures()).isZero();
  }

  @Test
  void whatAPageIsKnownByIsNotSaidOfAnother() {
    server.put("/api?after=0", 200, "{\"next\":1,\n\"one\":0}", "ETag", "\"same\"");
    server.put("/api?after=1", 200, "{\n\"two\":0}", "ETag", "\"same\"");

    poll(api());

    assertThat(taken).hasSize(2);
    assertThat(last().getUrl()).endsWith("after=1");
  }

  @Test
  void aNextPageOnAnotherHostIsNotAsked() throws Exception {
    try (var other = new FeedServer()) {
      server.put("/feed", 200, "one", "Link", "<" + other.base() + "/x>; rel=next");
      var feed =
          new Way.Feed(server.base() + "/feed", EVERY, new Way.Cursor.Link(), "", Secret.NONE);

      assertThat(poll(feed)).isEqualTo(PollOutcome.FAILED);

      assertThat(last().getTrouble()).isEqualTo("the feed has its next page on another host");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void failuresAreCountedAndForgottenWithTheNextAnswer() {
    poll(feed("/feed"));
    poll(feed("/feed"));
    assertThat(last().getFailures()).isEqualTo(2);
    assertThat(last().getTrouble()).isEqualTo("the feed answers 404");
    assertThat(last().getNextAt()).isEqualTo(NOON.plus(EVERY.multipliedBy(4)));

    server.put("/feed", 200, "one");
    poll(feed("/feed"));

    assertThat(last().getFailures()).isZero();
    assertThat(last().getTrouble()).isNull();
  }

  @Test
  void whatIsGoneIsNotAskedAgain() {
    server.put("/feed", 410, "");

    assertThat(poll(feed("/feed"))).isEqualTo(PollOutcome.GONE);

    assertThat(last().getGone()).isTrue();
  }

  @Test
  void pagesWithoutEndAreReadInBoundedRuns() {
    for (int i = 0; i < 30; i++) {
      server.put("/api?after=" + i, 200, "{\"next\":" + (i + 1) + ",\n\"item" + i + "\":0}");
    }

    poll(api());

    assertThat(server.asked()).hasSize(20);
    assertThat(last().getCursor()).isEqualTo("20");
    assertThat(last().getNextAt()).isBefore(NOON.plus(EVERY));
  }

  @Test
  void aNewCursorBehindAnEmptyPageEndsTheRun() {
    server.put("/api?after=0", 200, "{\"next\":1}");

    poll(api());

    assertThat(server.asked()).hasSize(1);
    assertThat(last().getCursor()).isEqualTo("1");
  }

  private Way.Feed feed(String target) {
    return new Way.Feed(server.base() + target, EVERY, null, "", Secret.NONE);
  }

  private Way.Feed api() {
    var next = new Way.Cursor.Pointer(JsonPointer.compile("/next"));
    return new Way.Feed(server.base() + "/api?after={cursor}", EVERY, next, "0", Secret.NONE);
  }

  private PollOutcome poll(Way.Feed feed) {
    var before =
        kept.isEmpty()
            ? FeedState.newBuilder().setSource("coast").setAddress(feed.url()).build()
            : last();
    return poll.poll(Source.named("coast", feed), feed, before, kept::add);
  }

  private FeedState last() {
    return kept.get(kept.size() - 1);
  }

  private PolledAnswers take(Delivery delivery, Set<String> seen) {
    if (deskIsBusy) {
      return new PolledAnswers(List.of(new Answer.Busy()), true, Set.of("anything"));
    }
    var digests = new LinkedHashSet<String>();
    var answers = new ArrayList<Answer>();
    new String(delivery.copy().bytes(), UTF_8)
        .lines()
        .filter(line -> !line.startsWith("{"))
        .forEach(
            line -> {
              digests.add(line);
              if (!seen.contains(line)) {
                taken.add(line);
                answers.add(new Answer.NotText(line, "a line"));
              }
            });
    return new PolledAnswers(answers, true, digests);
  }
}
