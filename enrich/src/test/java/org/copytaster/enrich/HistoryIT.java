package org.copytaster.enrich;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import org.copytaster.enrich.history.Copy;
import org.copytaster.enrich.history.Happening;
import org.copytaster.schemas.record.ActKind;

/**
 * Random histories of four stories through topology and store, held against a model of what must
 * come of each. {@code docs/invariants.md} lists what holds. A history that breaks one is made as
 * short as it can be and printed with its seed. {@code -Dhistories=2500} tries ten thousand
 * stories; without it there are a thousand.
 */
class HistoryIT {

  /** So many go the way together: to start a topology takes longer than to run it. */
  private static final int STORIES = 4;

  /** Enrich works on all that waits. */
  private static final Happening ALL = new Happening.Works(Integer.MAX_VALUE, true);

  private static final SwitchableTagging TAGGING = new SwitchableTagging();
  private final Connection connection =
      Store.getOrCreate(StoryDatabase.class, Lifespan.RUN, StoryDatabase::new).get().connection();

  @Property
  void everyHistoryEndsAsTheModelSays(@ForAll("histories") List<Happening> history)
      throws SQLException {
    try (var stories = new StoryRun(TAGGING)) {
      var store = new StoryStore(connection);
      for (var happening : history) {
        stories.happens(happening);
        if (happening instanceof Happening.Stores stores) {
          store.take(stories.committed(), stores.batch());
        }
      }
      stories.settle();
      store.take(stories.committed(), Integer.MAX_VALUE);
      store.check(stories.models());
    } finally {
      connection.rollback();
    }
  }

  @Provide
  Arbitrary<List<Happening>> histories() {
    return Arbitraries.frequencyOf(
            Tuple.of(30, single().map(List::of)), Tuple.of(1, corrected()), Tuple.of(1, putOff()))
        .list()
        .ofMinSize(10)
        .ofMaxSize(80)
        .map(parts -> parts.stream().flatMap(List::stream).toList());
  }

  private static Arbitrary<Happening> single() {
    return Arbitraries.frequencyOf(
        Tuple.of(16, sends()),
        Tuple.of(2, Arbitraries.integers().between(0, 3).map(Happening.SendsAgain::new)),
        Tuple.of(5, acts()),
        Tuple.of(2, Arbitraries.of(1, 5, 600).map(Happening.Passes::new)),
        Tuple.of(8, works()),
        Tuple.of(4, one(new Happening.Commits())),
        Tuple.of(4, one(new Happening.Crashes())),
        Tuple.of(1, one(new Happening.GoesBack())),
        Tuple.of(1, one(new Happening.Breaks())),
        Tuple.of(2, one(new Happening.Mends())),
        Tuple.of(1, one(new Happening.PutsBack())),
        Tuple.of(3, Arbitraries.integers().between(1, 4).map(Happening.Stores::new)));
  }

  /** A correction goes out and comes once more, which calls nothing back again. */
  private static Arbitrary<List<Happening>> corrected() {
    return told(
        Arbitraries.just(Copy.Kind.CORRECTION),
        Arbitraries.just(Copy.Embargo.NONE),
        story -> List.of(ALL, new Happening.SendsAgain(0), ALL));
  }

  /** An editor sets the end of an embargo, and what came out then comes once more. */
  private static Arbitrary<List<Happening>> putOff() {
    return told(
        Arbitraries.just(Copy.Kind.USABLE),
        Arbitraries.of(Copy.Embargo.LONG, Copy.Embargo.UNREAD),
        story ->
            List.of(
                ALL,
                new Happening.Acts(story, ActKind.EXTEND, 0, 3),
                ALL,
                new Happening.Passes(5),
                new Happening.SendsAgain(0),
                ALL));
  }

  /** What is sent of a story, with a number that is mostly new, and what becomes of it. */
  private static Arbitrary<List<Happening>> told(
      Arbitrary<Copy.Kind> kinds,
      Arbitrary<Copy.Embargo> embargoes,
      IntFunction<List<Happening>> then) {
    return Combinators.combine(
            Arbitraries.integers().between(1, STORIES),
            Arbitraries.integers().between(3, 6),
            kinds,
            Arbitraries.of(Copy.Text.class),
            embargoes)
        .as(
            (story, version, kind, text, embargo) -> {
              var told = new ArrayList<Happening>();
              told.add(new Happening.Sends(story, copy(version, kind, text, embargo, 0)));
              told.addAll(then.apply(story));
              return told;
            });
  }

  private static Arbitrary<Happening> works() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
        .as(Happening.Works::new);
  }

  private static Arbitrary<Happening> acts() {
    return Combinators.combine(
            Arbitraries.integers().between(1, STORIES),
            Arbitraries.of(ActKind.RELEASE, ActKind.EXTEND, ActKind.HOLD),
            Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 1), Tuple.of(1, 2)),
            Arbitraries.of(3, 60, 1_200))
        .as(Happening.Acts::new);
  }

  private static Arbitrary<Happening> one(Happening happening) {
    return Arbitraries.just(happening);
  }

  private static Arbitrary<Happening> sends() {
    var kind =
        Arbitraries.frequency(
            Tuple.of(10, Copy.Kind.USABLE),
            Tuple.of(3, Copy.Kind.CORRECTION),
            Tuple.of(2, Copy.Kind.HOLD),
            Tuple.of(2, Copy.Kind.KILL),
            Tuple.of(1, Copy.Kind.KILL_BY_SIGNAL),
            Tuple.of(2, Copy.Kind.TEST));
    var embargo =
        Arbitraries.frequency(
            Tuple.of(6, Copy.Embargo.NONE),
            Tuple.of(2, Copy.Embargo.SHORT),
            Tuple.of(1, Copy.Embargo.LONG),
            Tuple.of(1, Copy.Embargo.UNREAD));
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            kind,
            Arbitraries.of(Copy.Text.class),
            embargo,
            Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, 1), Tuple.of(1, 2)))
        .as(HistoryIT::copy)
        .flatMap(
            copy ->
                Arbitraries.integers()
                    .between(1, STORIES)
                    .map(story -> new Happening.Sends(story, copy)));
  }

  private static Copy copy(
      int version, Copy.Kind kind, Copy.Text text, Copy.Embargo embargo, int reading) {
    return new Copy(version, kind, text, embargo, kind == Copy.Kind.USABLE ? reading : 0);
  }
}
