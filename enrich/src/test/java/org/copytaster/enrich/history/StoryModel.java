package org.copytaster.enrich.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * What must come of one story, said once more in few lines: {@code docs/invariants.md} in Java. It
 * remembers every record that it has seen, which no gate could; so it shows where a gate forgets.
 */
public final class StoryModel {

  private final Set<Integer> seen = new HashSet<>();
  private final List<String> published = new ArrayList<>();
  private final List<String> answered = new ArrayList<>();
  private final List<String> recalled = new ArrayList<>();
  private boolean outSinceKill;
  private boolean outSinceRecall;
  private int newest;
  private int killedUpTo;
  private int lastKill = -1;
  private String content = "";
  private @Nullable Instant readAgainAt;
  private @Nullable Article held;
  private @Nullable Article current;

  public StoryModel() {}

  /** The same at this moment. */
  public StoryModel(StoryModel other) {
    seen.addAll(other.seen);
    published.addAll(other.published);
    answered.addAll(other.answered);
    recalled.addAll(other.recalled);
    outSinceKill = other.outSinceKill;
    outSinceRecall = other.outSinceRecall;
    newest = other.newest;
    killedUpTo = other.killedUpTo;
    lastKill = other.lastKill;
    content = other.content;
    readAgainAt = other.readAgainAt;
    held = other.held;
    current = other.current;
  }

  /** A record comes to the gates at {@code now}; {@code broken} if nothing can be tagged. */
  public void take(Sent sent, Instant now, boolean broken) {
    if (!seen.add(sent.place()) && !sent.putBack()) {
      return;
    }
    var article = sent.article();
    if (!passes(sent)) {
      answered.add("REFUSED " + article.getVersion());
    } else if (sent.isTest()) {
      answered.add("HELD " + article.getVersion());
    } else if (article.getPubStatus() == PubStatus.USABLE
        && !VersionHistory.isKill(sent.article())
        && waits(article, now)) {
      held = article;
      answered.add("HELD " + article.getVersion());
    } else {
      held = null;
      publish(article, broken);
    }
  }

  /** Time has come to {@code now}. */
  public void look(Instant now, boolean broken) {
    var due = held;
    if (due != null && !waits(due, now)) {
      held = null;
      publish(due, broken);
    }
  }

  private boolean passes(Sent sent) {
    var article = sent.article();
    int version = article.getVersion();
    if (VersionHistory.isKill(sent.article())) {
      newest = Math.max(newest, version);
      killedUpTo = Math.max(killedUpTo, newest);
      lastKill = Math.max(lastKill, sent.place());
      learn(article);
      return true;
    }
    if (sent.isTest()) {
      return true;
    }
    if (sent.place() < lastKill) {
      killedUpTo = Math.max(killedUpTo, version);
    }
    boolean better =
        version > newest
            || (version == newest
                && (article.getContentHash().equals(content) || isLater(article.getReadAgainAt())));
    if (version <= killedUpTo || !better) {
      return false;
    }
    if (version > newest) {
      readAgainAt = null;
    }
    newest = version;
    learn(article);
    return true;
  }

  private boolean isLater(@Nullable Instant reading) {
    return reading != null && (readAgainAt == null || reading.isAfter(readAgainAt));
  }

  private void learn(Article article) {
    content = article.getContentHash();
    var reading = article.getReadAgainAt();
    readAgainAt = isLater(reading) ? reading : readAgainAt;
  }

  private void publish(Article article, boolean broken) {
    if (broken && article.getPubStatus() == PubStatus.USABLE && !VersionHistory.isKill(article)) {
      answered.add("REFUSED " + article.getVersion());
    } else {
      current = article;
      boolean kill = VersionHistory.isKill(article);
      published.add(kill ? article.getVersion() + " CANCELED" : line(article));
      recall(article, kill);
    }
  }

  /** A kill calls back all that was out since the last one, a hold what was out since either. */
  private void recall(Article article, boolean kill) {
    if (kill) {
      if (outSinceKill) {
        recalled.add("KILL by " + article.getVersion());
      }
      outSinceKill = false;
      outSinceRecall = false;
    } else if (article.getPubStatus() == PubStatus.WITHHELD) {
      if (outSinceRecall) {
        recalled.add("HOLD by " + article.getVersion());
      }
      outSinceRecall = false;
    } else {
      outSinceKill = true;
      outSinceRecall = true;
    }
  }

  private static boolean waits(Article article, Instant now) {
    var end = article.getEmbargoed();
    return article.getEmbargoUnread() || (end != null && end.isAfter(now));
  }

  /** What a record of an article on {@code news.enriched} says, in one line. */
  public static String line(Article article) {
    var status = article.getPubStatus();
    var said = status == PubStatus.USABLE ? article.getHeadline() : status.toString();
    return article.getVersion() + " " + said;
  }

  /** Every record on {@code news.enriched} so far, as {@link #line} says them. */
  public List<String> published() {
    return published;
  }

  /** Stage and version of each receipt for what went no further. */
  public List<String> answered() {
    return answered;
  }

  /** Each recall: what kind, and by which version. */
  public List<String> recalled() {
    return recalled;
  }

  /** What is held; null for nothing. */
  public @Nullable Article held() {
    return held;
  }

  /** What subscribers and store have now; null for nothing. */
  public @Nullable Article current() {
    return current;
  }

  /** The place of the last kill that was taken; -1 for none. */
  public int lastKill() {
    return lastKill;
  }
}
