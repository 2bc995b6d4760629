package org.copytaster.enrich.gate;

import java.time.Instant;
import java.util.Objects;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.HeldCause;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an act. It counts for the version that is held when it comes, and for no other:
 * who acts has seen what is held, and not what is still on its way.
 */
final class ActJudge {

  /**
   * What was decided.
   *
   * @param held what is held afterwards; null for nothing, and where nothing changes
   */
  record Decided(ActOutcome outcome, String why, @Nullable HeldArticle held) {

    private static Decided refused(String why) {
      return new Decided(ActOutcome.REFUSED, why, null);
    }

    private static Decided applied(String why, @Nullable HeldArticle held) {
      return new Decided(ActOutcome.APPLIED, why, held);
    }

    boolean applied() {
      return outcome == ActOutcome.APPLIED;
    }
  }

  private ActJudge() {}

  /**
   * Decides.
   *
   * @param held null where nothing is held of the guid
   * @param article the one that is held; null with {@code held}
   */
  static Decided decide(
      Act act, @Nullable HeldArticle held, @Nullable Article article, Instant now) {
    if (held == null || article == null) {
      return Decided.refused("it is not held: it went out, was killed, or has not come");
    }
    var version = act.getVersion();
    if (version != null && version != article.getVersion()) {
      return Decided.refused(
          "version " + version + " is not held, but version " + article.getVersion());
    }
    return switch (act.getKind()) {
      case RELEASE -> Decided.applied("released by an editor", null);
      case EXTEND -> extended(act, held, now);
      case HOLD -> kept(act, held);
      default -> Decided.refused("this release does not know such an act");
    };
  }

  private static Decided extended(Act act, HeldArticle held, Instant now) {
    var until = act.getUntil();
    if (until == null) {
      return Decided.refused("it names no end");
    }
    if (!until.isAfter(now)) {
      return Decided.refused("the end " + until + " is over; to release it says what is meant");
    }
    if (held.note().cause() == HeldCause.HOLD_BY) {
      return Decided.refused(
          "it is held until somebody releases it, so it has no end that could be moved");
    }
    var note = new HoldNote(held.note().since(), HeldCause.EMBARGO, act.getBy());
    return Decided.applied("held until " + until, held.until(until.toEpochMilli(), note));
  }

  private static Decided kept(Act act, HeldArticle held) {
    if (held.note().cause() == HeldCause.HOLD_BY) {
      return Decided.refused("it is held already until somebody releases it");
    }
    var note = new HoldNote(held.note().since(), HeldCause.HOLD_BY, act.getBy());
    return Decided.applied("held until somebody releases it", held.until(HeldArticle.NEVER, note));
  }

  /**
   * How another version is held in the place of one that was: what an editor said of that one does
   * not set this one free, but it keeps it where it would be held anyway.
   *
   * @param same whether it is the same version with the same content once more
   */
  static HeldArticle replaced(HeldArticle held, @Nullable HeldArticle before, boolean same) {
    if (before == null) {
      return held;
    }
    if (same) {
      return new HeldArticle(before.releaseAt(), held.trace(), before.note(), held.article());
    }
    var said = before.note();
    boolean kept = said.cause() == HeldCause.HOLD_BY;
    boolean later = said.by() != null && before.releaseAt() > held.releaseAt();
    return kept || later
        ? held.until(
            before.releaseAt(),
            new HoldNote(held.note().since(), said.cause(), Objects.requireNonNull(said.by())))
        : held;
  }
}
