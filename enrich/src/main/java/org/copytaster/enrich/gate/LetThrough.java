package org.copytaster.enrich.gate;

import java.time.Instant;
import java.util.Objects;
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
 */
record LetThrough(VersionHistory history, @Nullable Instant receivedAt, int unwatched) {

  static final LetThrough NOTHING = new LetThrough(VersionHistory.none(), null, 0);

  /** As a release kept it that did not remember what went out; what it killed is called back. */
  static LetThrough unwatched(VersionHistory history, @Nullable Instant receivedAt) {
    int version = history.version();
    return new LetThrough(history, receivedAt, history.kills(version) ? 0 : version);
  }

  LetThrough after(Article article) {
    return new LetThrough(history.after(article), article.getReceivedAt(), unwatched);
  }

  /**
   * Whether this very record was let through before, so that what became of it is committed: the
   * same version, content and time of reception, and nothing that the history did not know. What
   * was pushed a second time has another time of reception.
   */
  boolean was(Article article) {
    return history.judge(article) instanceof Verdict.Repeat
        && history.after(article).equals(history)
        && Objects.equals(receivedAt, article.getReceivedAt());
  }
}
