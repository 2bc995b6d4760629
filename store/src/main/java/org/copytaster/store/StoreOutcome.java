package org.copytaster.store;

import org.copytaster.schemas.history.Verdict;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;

/** What became of an article at the store. */
public enum StoreOutcome {
  /** It is the current version now. */
  STORED,
  /** It was the current version already and has been written again. */
  REPEATED,
  /** It is older than the current version or killed; it stands among the versions only. */
  STALE,
  /** An earlier reading of the current version, or other content of it: nothing is written. */
  SUPERSEDED,
  /** It is a kill, and its guid has no text any more. */
  KILLED,
  /** The store cannot hold it; its bytes are a dead letter. */
  REFUSED;

  /** What {@code verdict} means at the store; a kill is applied each time that it comes. */
  static StoreOutcome of(Verdict verdict, Article article) {
    return verdict.fold(
        newer -> STORED,
        repeat -> VersionHistory.isKill(article) ? KILLED : REPEATED,
        again -> STORED,
        kill -> KILLED,
        refused ->
            refused instanceof Verdict.Conflict || refused instanceof Verdict.Superseded
                ? SUPERSEDED
                : STALE);
  }
}
