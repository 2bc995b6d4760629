package org.copytaster.schemas.history;

import java.time.Instant;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the versions of one guid, and the one rule of which of them wins. The highest
 * version wins; an equal one with equal content passes, so that a dead letter can be replayed. A
 * kill counts whatever its version, under the story's own number too, and nothing up to the version
 * that it killed passes after it. Of two readings of one version the one that is declared as the
 * later wins; other content that nothing declares is a conflict.
 *
 * @param version the newest; 0 before anything was seen
 * @param killedUpTo versions up to this one are killed; null where there was no kill
 * @param contentHash of the newest, or of the kill that took it
 * @param readAgainAt when the newest was read again; null if that is its first reading or a kill
 */
public record VersionHistory(
    int version, @Nullable Integer killedUpTo, String contentHash, @Nullable Instant readAgainAt) {

  private static final VersionHistory NONE = new VersionHistory(0, null, "", null);

  /** Before anything was seen of a guid. */
  public static VersionHistory none() {
    return NONE;
  }

  /** Where nothing is known but that one version was published with this content. */
  public static VersionHistory published(int version, String contentHash) {
    return new VersionHistory(version, null, contentHash, null);
  }

  /** Whether {@code article} calls its guid back, by its status or by its signal. */
  public static boolean isKill(Article article) {
    return article.getPubStatus() == PubStatus.CANCELED || article.getSignal() == Signal.KILL;
  }

  /** Whether {@code article} only tries the line. What tries it with a kill is a kill. */
  public static boolean isTest(Article article) {
    return article.getSignal() == Signal.TEST && !isKill(article);
  }

  /** Whether {@code arriving} is a version that was killed. */
  public boolean kills(int arriving) {
    return killedUpTo != null && arriving <= killedUpTo;
  }

  /** What becomes of {@code article} if it arrives now. */
  public Verdict judge(Article article) {
    if (isTest(article)) {
      // it takes no number, so none is taken for it
      return isSame(article) ? new Verdict.Repeat() : new Verdict.Newer();
    }
    return article.getReadAgainAt() == null ? judgeFresh(article) : judgeKept(article);
  }

  /**
   * The same for an article that is made of kept bytes and so comes late: if it is a kill, it says
   * nothing of versions above its own, which may be corrections that were made after it.
   */
  public Verdict judgeKept(Article article) {
    return isKill(article) && article.getVersion() < version
        ? new Verdict.Stale(version)
        : judgeFresh(article);
  }

  /**
   * What is known once {@code article} has arrived; the same as before if it is refused, or a test,
   * which is no version of anything.
   */
  public VersionHistory after(Article article) {
    if (isTest(article) || judge(article) instanceof Verdict.Refused) {
      return this;
    }
    int newest = Math.max(version, article.getVersion());
    if (isKill(article)) {
      return new VersionHistory(newest, newest, article.getContentHash(), null);
    }
    return new VersionHistory(newest, killedUpTo, article.getContentHash(), lastReading(article));
  }

  /**
   * {@code article} as it goes on: where its content is that of a later reading, which may not have
   * gone out, it goes as that reading. As a first one it would be refused by whoever knows only the
   * version as it was read first.
   */
  public Article declared(Article article) {
    var arriving = article.getReadAgainAt();
    boolean later = readAgainAt != null && (arriving == null || arriving.isBefore(readAgainAt));
    return later && isSame(article) && !isTest(article)
        ? Article.newBuilder(article).setReadAgainAt(readAgainAt).build()
        : article;
  }

  /** What is known once a kill turns out to have been sent after {@code killed}, too. */
  public VersionHistory killedToo(int killed) {
    int upTo = Math.max(killed, killedUpTo == null ? 0 : killedUpTo);
    return new VersionHistory(Math.max(version, killed), upTo, contentHash, readAgainAt);
  }

  private Verdict judgeFresh(Article article) {
    int arriving = article.getVersion();
    boolean kill = isKill(article);
    boolean same = isSame(article);
    if (kill) {
      return same ? new Verdict.Repeat() : new Verdict.Kill();
    }
    if (killedUpTo != null && arriving <= killedUpTo) {
      return new Verdict.Killed(killedUpTo);
    }
    if (arriving != version) {
      return arriving > version ? new Verdict.Newer() : new Verdict.Stale(version);
    }
    return same ? new Verdict.Repeat() : judgeReading(article);
  }

  private boolean isSame(Article article) {
    return article.getVersion() == version && article.getContentHash().equals(contentHash);
  }

  private Verdict judgeReading(Article article) {
    var arriving = article.getReadAgainAt();
    if (arriving == null) {
      return new Verdict.Conflict(version);
    }
    return readAgainAt == null || arriving.isAfter(readAgainAt)
        ? new Verdict.ReadAgain()
        : new Verdict.Superseded(version);
  }

  private @Nullable Instant lastReading(Article article) {
    var arriving = article.getReadAgainAt();
    if (readAgainAt == null || article.getVersion() != version) {
      return arriving;
    }
    return arriving == null || readAgainAt.isAfter(arriving) ? readAgainAt : arriving;
  }
}
