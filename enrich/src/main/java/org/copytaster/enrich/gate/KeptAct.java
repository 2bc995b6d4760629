package org.copytaster.enrich.gate;

import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.HeldCause;
import org.jspecify.annotations.Nullable;

/**
 * An act that keeps articles back and found none, as when the topics are read again from their
 * beginning and the act overtakes the article that it was about. It counts for what was received
 * before it was asked for.
 *
 * @param asked epoch milliseconds
 * @param until epoch milliseconds; {@link HeldArticle#NEVER} for until somebody releases it
 * @param version null for any
 */
record KeptAct(long asked, long until, @Nullable Integer version, String by) {

  private static final String ANY = "-";

  /** What is to be remembered of an act that found nothing; null for nothing. */
  static @Nullable KeptAct of(Act act) {
    var until = act.getUntil();
    if (act.getKind() == ActKind.HOLD) {
      return new KeptAct(
          act.getTime().toEpochMilli(), HeldArticle.NEVER, act.getVersion(), act.getBy());
    }
    return act.getKind() == ActKind.EXTEND && until != null
        ? new KeptAct(
            act.getTime().toEpochMilli(), until.toEpochMilli(), act.getVersion(), act.getBy())
        : null;
  }

  /** Whether it was about this article. */
  boolean meets(Article article) {
    return (version == null || version == article.getVersion())
        && article.getReceivedAt().toEpochMilli() <= asked;
  }

  /** Why an article is held that this meets and that would be held otherwise until {@code end}. */
  HoldNote note(HoldNote otherwise, long end) {
    if (until == HeldArticle.NEVER) {
      return new HoldNote(otherwise.since(), HeldCause.HOLD_BY, by);
    }
    return until > end ? new HoldNote(otherwise.since(), HeldCause.EMBARGO, by) : otherwise;
  }

  /** Until when. */
  long end(long otherwise) {
    return Math.max(until, otherwise);
  }

  String written() {
    return asked + " " + until + " " + (version == null ? ANY : version) + " " + by;
  }

  /** What {@link #written} wrote; null for nothing. */
  static @Nullable KeptAct read(String written) {
    var fields = written.split(" ", 4);
    return fields.length < 4
        ? null
        : new KeptAct(
            Long.parseLong(fields[0]),
            Long.parseLong(fields[1]),
            fields[2].equals(ANY) ? null : Integer.valueOf(fields[2]),
            fields[3]);
  }
}
