package org.copytaster.enrich.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.schemas.history.Verdict;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.jspecify.annotations.Nullable;

/**
 * What the version gate keeps of a guid.
 *
 * @param history of its versions
 * @param receivedAt of the article that was let through last; null where that is not known
 * @param unwatched the highest version that was let through before anybody remembered what went
 *     out; 0 where there is none
 * @param kills the last ones that were let through, oldest first, at most {@link #MOST_KILLS}
 */
record LetThrough(
    VersionHistory history, @Nullable Instant receivedAt, int unwatched, List<TakenKill> kills) {

  /** A kill of one story seldom comes more than twice; what is forgotten counts as a new one. */
  static final int MOST_KILLS = 16;

  static final LetThrough NOTHING = new LetThrough(VersionHistory.none(), null, 0, List.of());

  /**
   * A kill that was let through.
   *
   * @param receivedAt by which the very record is known again
   * @param overtook whether it came on the lane of kills, and its place among the articles is still
   *     to come
   */
  record TakenKill(Instant receivedAt, boolean overtook) {}

  LetThrough {
    kills = List.copyOf(kills);
  }

  /** As a release kept it that did not remember what went out; what it killed is called back. */
  static LetThrough unwatched(VersionHistory history, @Nullable Instant receivedAt) {
    int version = history.version();
    int unwatched = history.kills(version) ? 0 : version;
    return new LetThrough(history, receivedAt, unwatched, List.of());
  }

  /**
   * What is kept once {@code article} has been let through.
   *
   * @param overtook whether it came on the lane of kills
   */
  LetThrough after(Article article, boolean overtook) {
    var taken = new ArrayList<>(kills);
    if (VersionHistory.isKill(article)) {
      taken.add(new TakenKill(article.getReceivedAt(), overtook));
    }
    var newest = taken.subList(Math.max(0, taken.size() - MOST_KILLS), taken.size());
    return new LetThrough(history.after(article), article.getReceivedAt(), unwatched, newest);
  }

  /**
   * Whether this very record was let through before, so that what became of it is committed: it
   * says nothing new and was not received later than what was let through last, or it is one of the
   * last kills. What is pushed once more is received later.
   */
  boolean was(Article article) {
    boolean saysNothing =
        history.judge(article) instanceof Verdict.Repeat && history.after(article).equals(history);
    return (saysNothing && receivedAt != null && !article.getReceivedAt().isAfter(receivedAt))
        || wasKill(article);
  }

  /** The epoch is what a record has that was never received: it tells two kills not apart. */
  private boolean wasKill(Article article) {
    return VersionHistory.isKill(article)
        && article.getReadAgainAt() == null
        && history.kills(article.getVersion())
        && !article.getReceivedAt().equals(Instant.EPOCH)
        && kill(article) != null;
  }

  /** The same once {@code article} has come at its place among the articles. */
  LetThrough inItsPlace(Article article) {
    var known = kill(article);
    if (known == null || !known.overtook()) {
      return this;
    }
    var taken = new ArrayList<>(kills);
    taken.set(taken.indexOf(known), new TakenKill(known.receivedAt(), false));
    return new LetThrough(history, receivedAt, unwatched, taken);
  }

  /**
   * Whether {@code article} was sent before a kill that has overtaken it: the kill's place is still
   * to come. The time of reception is looked at, too, for the place may never come: ingest can die
   * after it has written on the lane, and then nobody was told that the kill was taken.
   */
  boolean wasOvertaken(Article article) {
    return !VersionHistory.isKill(article)
        && !VersionHistory.isTest(article)
        && kills.stream()
            .anyMatch(
                kill -> kill.overtook() && !article.getReceivedAt().isAfter(kill.receivedAt()));
  }

  /** The same once {@code article}, which was sent before a kill, is killed, too. */
  LetThrough killed(Article article) {
    return new LetThrough(history.killedToo(article.getVersion()), receivedAt, unwatched, kills);
  }

  private @Nullable TakenKill kill(Article article) {
    return kills.stream()
        .filter(each -> each.receivedAt().equals(article.getReceivedAt()))
        .findFirst()
        .orElse(null);
  }
}
