package org.copytaster.ingest.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.copytaster.formats.Hints;
import org.copytaster.formats.copy.Copy;
import org.copytaster.ingest.desk.Answer;
import org.copytaster.ingest.desk.Delivery;
import org.copytaster.ingest.desk.PolledAnswers;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.Way;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * One poll of a feed: its next answer, and the pages after it. How far it has been read is kept
 * once the desk has what stood there, never before.
 */
final class FeedPoll {

  /** Pages in one go; a feed with more behind them goes on after a short pause. */
  private static final int MOST_PAGES = 20;

  private static final Duration UNTIL_THE_DESK_HAS_ROOM = Duration.ofSeconds(10);
  private static final int MOST_FAILURES = 1_000;
  private static final Duration BETWEEN_RUNS_OF_PAGES = Duration.ofSeconds(2);

  private final FeedClient client;
  private final BiFunction<Delivery, Set<String>, PolledAnswers> desk;
  private final Timetable timetable;
  private final Clock clock;

  FeedPoll(
      FeedClient client,
      BiFunction<Delivery, Set<String>, PolledAnswers> desk,
      Timetable timetable,
      Clock clock) {
    this.client = client;
    this.desk = desk;
    this.timetable = timetable;
    this.clock = clock;
  }

  /** What a poll came to, for whoever counts. */
  enum PollOutcome {
    /** Something was taken. */
    NEW,
    /** The server answered, and there was nothing new. */
    UNCHANGED,
    /** The desk could not take what there was; nothing is lost, it is asked for again. */
    WAITING,
    /** It was not answered, or not with anything that could be read. */
    FAILED,
    /** It never will be. */
    GONE
  }

  /** What one page came to. */
  private record Step(FeedState state, PollOutcome outcome, boolean more) {}

  /**
   * Polls.
   *
   * @param before how far the feed was read
   * @param keep is given each state that is worth keeping, the last one last
   */
  PollOutcome poll(Source source, Way.Feed feed, FeedState before, Consumer<FeedState> keep) {
    var step = new Step(before, PollOutcome.UNCHANGED, true);
    boolean news = false;
    for (int page = 0; page < MOST_PAGES && step.more(); page++) {
      step = page(source, feed, step.state());
      news |= step.outcome() == PollOutcome.NEW;
      keep.accept(step.state());
    }
    return news && step.outcome() == PollOutcome.UNCHANGED ? PollOutcome.NEW : step.outcome();
  }

  private Step page(Source source, Way.Feed feed, FeedState state) {
    var address = Pages.address(feed, state.getCursor());
    if (address.isEmpty()) {
      return failed(feed, state, "hands out a cursor that makes no address", null);
    }
    var url = address.get();
    if (!Pages.belongs(url, feed)) {
      return failed(feed, state, "has its next page on another host", null);
    }
    var fetched = client.fetch(url, validators(state, url), feed.authorization());
    if (fetched instanceof Fetched.Body body) {
      return read(source, feed, state, url, body);
    } else if (fetched instanceof Fetched.Failed failed) {
      return failed(feed, state, failed.reason(), failed.retryAfter());
    } else if (fetched instanceof Fetched.Gone) {
      var gone = checked(state, feed.every()).setGone(true).setTrouble("the feed is gone (410)");
      return new Step(gone.build(), PollOutcome.GONE, false);
    }
    return new Step(checked(state, pause(feed, 0, null)).build(), PollOutcome.UNCHANGED, false);
  }

  private Step read(Source source, Way.Feed feed, FeedState state, URI url, Fetched.Body body) {
    var taken = desk.apply(delivery(source, body), new HashSet<>(state.getSeen()));
    if (taken.answers().stream().anyMatch(Answer::passing)) {
      return new Step(checked(state, UNTIL_THE_DESK_HAS_ROOM).build(), PollOutcome.WAITING, false);
    }
    var seen = FeedState.newBuilder(state).setSeen(new ArrayList<>(taken.digests()));
    if (!taken.readable()) {
      return failed(feed, seen.build(), "answers what cannot be read", null);
    }
    var next = Pages.next(feed, body).orElse(state.getCursor());
    // some hand out another cursor each time, also where nothing follows
    boolean more = next != null && !next.equals(state.getCursor()) && !taken.digests().isEmpty();
    var pause = more ? BETWEEN_RUNS_OF_PAGES : pause(feed, 0, null);
    var read =
        checked(seen.build(), pause)
            .setCursor(next)
            .setUrl(url.toString())
            .setEtag(body.validators().etag())
            .setLastModified(body.validators().lastModified());
    var outcome = taken.answers().isEmpty() ? PollOutcome.UNCHANGED : PollOutcome.NEW;
    return new Step(read.build(), outcome, more);
  }

  private Step failed(
      Way.Feed feed, FeedState state, String reason, @Nullable Duration retryAfter) {
    int failures = Math.min(state.getFailures(), MOST_FAILURES) + 1;
    var failed =
        checked(state, pause(feed, failures, retryAfter))
            .setFailures(failures)
            .setTrouble(Wording.plain("the feed " + reason, Wording.LONGEST_REASON))
            .build();
    return new Step(failed, PollOutcome.FAILED, false);
  }

  private FeedState.Builder checked(FeedState state, Duration pause) {
    var now = clock.instant();
    return FeedState.newBuilder(state)
        .setCheckedAt(now)
        .setNextAt(now.plus(pause))
        .setFailures(0)
        .setTrouble(null);
  }

  private Duration pause(Way.Feed feed, int failures, @Nullable Duration retryAfter) {
    return timetable.pause(feed.every(), failures, retryAfter);
  }

  /**
   * Only with what the last answer from there was known by can the server say that it is still the
   * same.
   */
  private static Fetched.Validators validators(FeedState state, URI url) {
    return url.toString().equals(state.getUrl())
        ? new Fetched.Validators(state.getEtag(), state.getLastModified())
        : Fetched.Validators.NONE;
  }

  private Delivery delivery(Source source, Fetched.Body body) {
    var given = Map.of("source", source.name());
    var circumstances = source.circumstances(clock.instant());
    var copy = new Copy(body.bytes(), body.charset(), given, circumstances);
    var declared = new Hints(body.mediaType(), null, source.format());
    return new Delivery(
        copy, declared, null, new Delivery.Sender(source.name(), source.guidPrefixes()));
  }
}
