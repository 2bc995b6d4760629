package org.copytaster.ingest.desk;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.copytaster.schemas.ReceiptKey;

/**
 * Which guids were killed, as far as receipts say. Those of one guid stand in any order, since they
 * are in several partitions, so a kill reaches what is heard of after it as well.
 */
final class Kills {

  private final Map<String, Last> byGuid = new ConcurrentHashMap<>();

  /** The last kill of a guid: its receipt, the highest number killed under, and when. */
  private record Last(ReceiptKey key, int version, Instant time) {

    Last and(Last other) {
      var later = other.time().isAfter(time) ? other : this;
      return new Last(later.key(), Math.max(version, other.version()), later.time());
    }
  }

  /** Remembers {@code trail} if it is a kill. */
  void hear(ReceiptTrail trail) {
    if (trail.isKill()) {
      var key = trail.key();
      var heard = new Last(key, key.version(), trail.steps().get(0).time());
      byGuid.merge(key.guid(), heard, Last::and);
    }
  }

  /**
   * Whether {@code trail} is of a version that was killed: by its number, or because it came before
   * the kill, which may have a lower one. A newer version that came within the time by which the
   * clocks of two instances differ may count as killed.
   */
  boolean reach(ReceiptTrail trail) {
    var last = byGuid.get(trail.key().guid());
    return last != null
        && (trail.key().version() <= last.version()
            || !trail.steps().get(0).time().isAfter(last.time()));
  }

  /** Forgets the kills whose receipt is forgotten. */
  void evict(Predicate<ReceiptKey> forgotten) {
    byGuid.values().removeIf(last -> forgotten.test(last.key()));
  }
}
