package org.copytaster.enrich.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
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
  private final Map<Integer, Set<String>> out = new TreeMap<>();
  private final Set<String> asked = new HashSet<>();
  private final List<String> audited = new ArrayList<>();
  private int newest;
  private int killedUpTo;
  private int lastKill = -1;
  private String content = "";
  private @Nullable Instant readAgainAt;
  private @Nullable Holding held;
  private String freed = "";
  private @Nullable Act waiting;
  private @Nullable Article current;

  /**
   * What is held.
   *
   * @param until the latest instant for never
   * @param kept whether an editor holds it
   * @param set whether an editor holds it or has set its end
   */
  private record Holding(Article article, Instant until, boolean kept, boolean set) {}

  public StoryModel() {}

  /** The same at this moment. */
  public StoryModel(StoryModel other) {
    seen.addAll(other.seen);
    published.addAll(other.published);
    answered.addAll(other.answered);
    recalled.addAll(other.recalled);
    other.out.forEach((version, kinds) -> out.put(version, new HashSet<>(kinds)));
    asked.addAll(other.asked);
    audited.addAll(other.audited);
    freed = other.freed;
    waiting = other.waiting;
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
    } else {
      held = holding(article, now);
      if (held == null) {
        publish(article, broken);
      } else {
        answered.add("HELD " + article.getVersion());
      }
    }
  }

  /** How an article is held that comes now; null where it goes on. */
  private @Nullable Holding holding(Article article, Instant now) {
    boolean usable = article.getPubStatus() == PubStatus.USABLE && !VersionHistory.isKill(article);
    if (!usable || key(article).equals(freed)) {
      return null;
    }
    var end = end(article);
    boolean kept = false;
    boolean set = false;
    if (waiting != null && isAbout(waiting, article)) {
      kept = waiting.getKind() == ActKind.HOLD;
      set = kept || until(waiting).isAfter(end);
      end = until(waiting).isAfter(end) ? until(waiting) : end;
    }
    if (!end.isAfter(now)) {
      return null;
    }
    var before = held;
    boolean same = before != null && key(before.article()).equals(key(article));
    if (before != null
        && (same || before.kept() || (before.set() && before.until().isAfter(end)))) {
      return new Holding(article, before.until(), before.kept(), before.set());
    }
    return new Holding(article, end, kept, set);
  }

  /** What an editor asks for comes to the gates. */
  public void ask(Act act, Instant now, boolean broken) {
    if (!asked.add(act.getId())) {
      return;
    }
    var meant = held;
    if (meant == null) {
      waiting = act.getKind() == ActKind.RELEASE ? null : act;
    }
    boolean applied = meant != null && isAllowed(act, meant, now);
    audited.add((applied ? "APPLIED " : "REFUSED ") + act.getKind());
    if (meant == null || !applied) {
      return;
    }
    if (act.getKind() == ActKind.RELEASE) {
      held = null;
      free(meant.article());
      publish(meant.article(), broken);
    } else {
      boolean kept = act.getKind() == ActKind.HOLD;
      held = new Holding(meant.article(), until(act), kept, true);
      answered.add("HELD " + meant.article().getVersion());
    }
  }

  private static boolean isAllowed(Act act, Holding meant, Instant now) {
    var version = act.getVersion();
    if (version != null && version != meant.article().getVersion()) {
      return false;
    }
    return act.getKind() == ActKind.RELEASE || (!meant.kept() && until(act).isAfter(now));
  }

  /** Whether an act that found nothing was about this article, which comes behind it. */
  private static boolean isAbout(Act act, Article article) {
    var version = act.getVersion();
    return (version == null || version == article.getVersion())
        && !article.getReceivedAt().isAfter(act.getTime());
  }

  private static Instant until(Act act) {
    return act.getUntil() == null ? Instant.MAX : act.getUntil();
  }

  private void free(Article article) {
    freed = key(article);
    waiting = null;
  }

  private static String key(Article article) {
    return article.getVersion() + " " + article.getContentHash();
  }

  /** Time has come to {@code now}. */
  public void look(Instant now, boolean broken) {
    var due = held;
    if (due != null && !due.until().isAfter(now)) {
      held = null;
      if (due.set()) {
        free(due.article());
      }
      publish(due.article(), broken);
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

  /**
   * A kill calls back all that was out since the last one; a hold and a correction what none of
   * their kind has called back, and a correction only what is older than it.
   */
  private void recall(Article article, boolean kill) {
    int version = article.getVersion();
    if (kill) {
      if (!out.isEmpty()) {
        recalled.add("KILL by " + version);
      }
      out.clear();
    } else if (article.getPubStatus() == PubStatus.WITHHELD) {
      callBack("HOLD", version, Integer.MAX_VALUE);
    } else {
      if (article.getSignal() == Signal.CORRECTION) {
        callBack("CORRECTION", version, version);
      }
      out.putIfAbsent(version, new HashSet<>());
    }
  }

  private void callBack(String kind, int by, int before) {
    boolean news = false;
    for (var each : out.entrySet()) {
      news |= each.getKey() < before && each.getValue().add(kind);
    }
    if (news) {
      recalled.add(kind + " by " + by);
    }
  }

  private static Instant end(Article article) {
    var end = article.getEmbargoed();
    return article.getEmbargoUnread() ? Instant.MAX : end == null ? Instant.MIN : end;
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

  /** What is held, and until when; empty for nothing. */
  public String held() {
    return held == null ? "" : held(held.article().getVersion(), held.until());
  }

  /** The same in words. */
  public static String held(int version, Instant until) {
    return version + (until.equals(Instant.MAX) ? "" : " until " + until);
  }

  /** What became of each act, in order. */
  public List<String> audited() {
    return audited;
  }

  /** Whether an editor has set it free, or its end has been. */
  public boolean mayGoOut(Article article, Instant now) {
    return key(article).equals(freed) || !end(article).isAfter(now);
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
