package org.copytaster.sink;

import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of a guid, and the rule of which version comes before which: an older one
 * never overwrites a newer one, and a kill counts whatever its version.
 *
 * @param version the current one
 * @param killedVersion versions up to this one are killed; null where there was no kill
 */
record Standing(int version, @Nullable Integer killedVersion) {

  /**
   * What happens to {@code article}.
   *
   * @param before null where the store has not heard of the guid
   */
  static Outcome outcome(@Nullable Standing before, Article article) {
    if (isKill(article)) {
      return Outcome.KILLED;
    }
    if (before == null) {
      return Outcome.STORED;
    }
    if (before.kills(article.getVersion()) || article.getVersion() < before.version) {
      return Outcome.STALE;
    }
    return article.getVersion() == before.version ? Outcome.REPEATED : Outcome.STORED;
  }

  /** What the store knows after {@code article}. */
  static Standing after(@Nullable Standing before, Article article) {
    int version = article.getVersion();
    if (isKill(article)) {
      int killed = before == null ? version : Math.max(version, before.highest());
      return new Standing(killed, killed);
    }
    return before == null
        ? new Standing(version, null)
        : new Standing(Math.max(version, before.version), before.killedVersion);
  }

  static boolean isKill(Article article) {
    return article.getPubStatus() == PubStatus.CANCELED;
  }

  boolean kills(int arriving) {
    return killedVersion != null && arriving <= killedVersion;
  }

  private int highest() {
    return killedVersion == null ? version : Math.max(version, killedVersion);
  }
}
