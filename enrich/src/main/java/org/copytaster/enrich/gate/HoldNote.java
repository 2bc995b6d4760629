package org.copytaster.enrich.gate;

import org.copytaster.schemas.record.HeldCause;
import org.jspecify.annotations.Nullable;

/**
 * Why an article is held.
 *
 * @param since epoch milliseconds; {@link #UNKNOWN} for one that is held since before this was kept
 * @param by the editor who holds it or has set its end; null if none has
 */
record HoldNote(long since, HeldCause cause, @Nullable String by) {

  static final long UNKNOWN = Long.MIN_VALUE;

  /** Of an article that an earlier release holds. */
  static HoldNote unwritten(long releaseAt) {
    boolean ends = releaseAt != HeldArticle.NEVER;
    return new HoldNote(UNKNOWN, ends ? HeldCause.EMBARGO : HeldCause.UNREAD, null);
  }

  /** Three lines, each after a line's end: time, cause and editor. */
  String written() {
    return "\n" + since + "\n" + cause + "\n" + (by == null ? "" : by);
  }

  /** What {@link #written} wrote. */
  static HoldNote of(String written) {
    var lines = written.split("\n", -1);
    return new HoldNote(
        Long.parseLong(lines[1]),
        HeldCause.valueOf(lines[2]),
        lines[3].isEmpty() ? null : lines[3]);
  }
}
