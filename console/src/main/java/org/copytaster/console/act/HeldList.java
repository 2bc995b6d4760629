package org.copytaster.console.act;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldState;
import org.jspecify.annotations.Nullable;

/** What is held, and what became of the newest acts, as far as the topics have been read. */
final class HeldList {

  /** More than these are counted, and not kept. */
  static final int MOST = 100_000;

  private static final int MOST_AUDITS = 10_000;

  /** The next to go out comes first; what never goes out by itself comes last. */
  private static final Comparator<HeldState> ORDER =
      Comparator.comparing(HeldList::end).thenComparing(HeldState::getGuid);

  private final int most;
  private final Map<String, HeldState> byGuid = new HashMap<>();
  private final TreeSet<HeldState> inOrder = new TreeSet<>(ORDER);
  private final Map<String, Audit> audits =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Audit> eldest) {
          return size() > MOST_AUDITS;
        }
      };
  private boolean complete = true;

  HeldList(int most) {
    this.most = most;
  }

  /**
   * A part of the list.
   *
   * @param count of all that is held
   * @param complete whether the list has all of them
   */
  record Part(List<HeldState> held, int count, boolean complete, boolean more) {}

  synchronized void take(String guid, @Nullable HeldState state) {
    var before = byGuid.remove(guid);
    if (before != null) {
      inOrder.remove(before);
    }
    if (state != null && byGuid.size() >= most) {
      complete = false;
    } else if (state != null && state.getGuid().equals(guid)) {
      byGuid.put(guid, state);
      inOrder.add(state);
    }
  }

  synchronized void take(Audit audit) {
    audits.put(audit.getAct().getId(), audit);
  }

  synchronized Optional<Audit> audit(String act) {
    return Optional.ofNullable(audits.get(act));
  }

  synchronized Optional<HeldState> held(String guid) {
    return Optional.ofNullable(byGuid.get(guid));
  }

  synchronized List<Audit> audits(String guid) {
    return audits.values().stream().filter(each -> each.getAct().getGuid().equals(guid)).toList();
  }

  /**
   * So many from the beginning, or behind a place.
   *
   * @param end of the place, epoch milliseconds
   * @param guid of the place; null for the beginning
   */
  synchronized Part part(int limit, long end, @Nullable String guid) {
    var part = new ArrayList<HeldState>();
    var rest = guid == null ? inOrder : inOrder.tailSet(HeldPlace.of(end, guid), false);
    for (var state : rest) {
      if (part.size() == limit) {
        return new Part(part, byGuid.size(), complete, true);
      }
      part.add(state);
    }
    return new Part(part, byGuid.size(), complete, false);
  }

  static long end(HeldState state) {
    var until = state.getUntil();
    return until == null ? Long.MAX_VALUE : until.toEpochMilli();
  }
}
