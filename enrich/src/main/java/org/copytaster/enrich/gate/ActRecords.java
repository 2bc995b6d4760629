package org.copytaster.enrich.gate;

import java.time.Instant;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldState;
import org.jspecify.annotations.Nullable;

/** Makes the records that tell of acts and of what is held, without any of the text. */
final class ActRecords {

  private ActRecords() {}

  /**
   * What became of an act.
   *
   * @param article the one that was held; null if none was
   */
  static Audit audit(Act act, ActJudge.Decided decided, @Nullable Article article, Instant now) {
    return Audit.newBuilder()
        .setAct(act)
        .setOutcome(decided.outcome())
        .setWhy(decided.why())
        .setVersion(article == null ? null : article.getVersion())
        .setTime(now)
        .build();
  }

  static HeldState state(Article article, HeldArticle held) {
    boolean ends = held.releaseAt() != HeldArticle.NEVER;
    return HeldState.newBuilder()
        .setGuid(article.getGuid())
        .setVersion(article.getVersion())
        .setSource(article.getSource())
        .setUrgency(article.getUrgency())
        .setSince(Instant.ofEpochMilli(held.note().since()))
        .setUntil(ends ? Instant.ofEpochMilli(held.releaseAt()) : null)
        .setCause(held.note().cause())
        .setHeldBy(held.note().by())
        .build();
  }

  /** The act as it is worked on: who wrote it to the topic may not have bounded what it says. */
  static Act bounded(Act act) {
    var reason = act.getReason();
    return Act.newBuilder(act)
        .setId(Wording.plain(act.getId(), Wording.LONGEST_NAME * 2))
        .setBy(Wording.plain(act.getBy(), Wording.LONGEST_NAME))
        .setFrom(Wording.plain(act.getFrom(), Wording.LONGEST_NAME * 2))
        .setReason(reason == null ? null : Wording.plain(reason, Wording.LONGEST_REASON))
        .build();
  }
}
