package org.copytaster.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.copytaster.schemas.record.Article;

class VersionHistoryPropertyTest {

  @Property(seed = "7")
  void noVersionThatWasKilledPassesAgain(@ForAll("arrivals") List<String> arrivals) {
    var history = VersionHistory.none();
    int killedUpTo = 0;
    for (var arrival : arrivals) {
      var article = Arriving.article(arrival);
      boolean passes = !(history.judge(article) instanceof Verdict.Refused);
      if (passes && !VersionHistory.isKill(article)) {
        assertThat(article.getVersion()).as(arrivals.toString()).isGreaterThan(killedUpTo);
      }
      history = history.after(article);
      if (passes && VersionHistory.isKill(article)) {
        killedUpTo = Math.max(killedUpTo, history.version());
      }
      assertThat(history.kills(killedUpTo) || killedUpTo == 0).as(arrivals.toString()).isTrue();
    }
  }

  @Property(seed = "7")
  void neitherTheNewestVersionNorTheKilledOneEverFalls(@ForAll("arrivals") List<String> arrivals) {
    var history = VersionHistory.none();
    for (var arrival : arrivals) {
      var after = history.after(Arriving.article(arrival));
      assertThat(after.version()).isGreaterThanOrEqualTo(history.version());
      for (int version = 1; version <= history.version(); version++) {
        assertThat(after.kills(version) || !history.kills(version)).isTrue();
      }
      history = after;
    }
  }

  @Property(seed = "7")
  void whatPassedPassesOnceMoreAndChangesNothing(@ForAll("arrivals") List<String> arrivals) {
    var history = VersionHistory.none();
    for (var arrival : arrivals) {
      var article = Arriving.article(arrival);
      if (!(history.judge(article) instanceof Verdict.Refused)) {
        history = history.after(article);
        assertThat(history.judge(article))
            .as(arrivals.toString())
            .isInstanceOfAny(Verdict.Repeat.class, Verdict.Kill.class);
        assertThat(history.after(article)).as(arrivals.toString()).isEqualTo(history);
      }
    }
  }

  /** What a version says hangs on the version and its reading alone, as it does at a source. */
  @Property(seed = "7")
  void anyOrderOfArrivalEndsAtTheSameNewest(
      @ForAll("consistent") List<Article> articles, @ForAll Random random) {
    var inOrder = end(articles);
    var shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, random);

    assertThat(end(shuffled)).as(shuffled.toString()).isEqualTo(inOrder);
  }

  private static VersionHistory end(List<Article> articles) {
    return articles.stream().reduce(VersionHistory.none(), VersionHistory::after, (a, b) -> b);
  }

  @Provide
  Arbitrary<List<String>> arrivals() {
    var version = Arbitraries.integers().between(1, 4);
    var content = Arbitraries.of("a", "b", "c");
    var kill =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just("")), Tuple.of(1, Arbitraries.just("!")));
    var reading = Arbitraries.of("", "", "@1", "@2", "@3");
    return Combinators.combine(version, content, kill, reading)
        .as((v, c, k, r) -> v + c + k + r)
        .list()
        .ofMaxSize(12);
  }

  /**
   * Versions with their readings, and at most one kill, of the highest version: one of a lower
   * version counts against what came before it, so that there the order does matter.
   */
  @Provide
  Arbitrary<List<Article>> consistent() {
    var readings =
        Combinators.combine(
                Arbitraries.integers().between(1, 3), Arbitraries.of("", "@1", "@2", "@3"))
            .as((v, r) -> v + content(r) + r);
    return Combinators.combine(
            readings.list().ofMaxSize(8), Arbitraries.of(true, false), Arbitraries.of("", "@2"))
        .as(
            (all, killed, declared) -> {
              var articles = new ArrayList<>(all.stream().map(Arriving::article).toList());
              if (killed) {
                int highest = articles.stream().mapToInt(Article::getVersion).max().orElse(1);
                articles.add(Arriving.article(highest + "k!" + declared));
              }
              return articles;
            });
  }

  /** The first and the third reading agree. */
  private static String content(String reading) {
    return reading.equals("@1") ? "b" : reading.equals("@3") ? "c" : "a";
  }
}
