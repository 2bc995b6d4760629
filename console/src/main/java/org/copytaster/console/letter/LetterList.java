package org.copytaster.console.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copytaster.schemas.record.LetterState;
import org.copytaster.schemas.record.LetterStatus;
import org.jspecify.annotations.Nullable;

/** Which dead letters there are, and what was done with each, as far as the topics were read. */
final class LetterList {

  /** More than these are not kept: the oldest are left out. */
  static final int MOST = 100_000;

  static final int MOST_GROUPS = 50;

  private static final Comparator<LetterLine> NEWEST_FIRST =
      Comparator.comparing(LetterLine::time)
          .thenComparing(LetterLine::partition)
          .thenComparing(LetterLine::offset)
          .reversed();

  private final int most;
  private final Map<String, LetterLine> lines = new LinkedHashMap<>();
  private final Map<String, LetterState> states = new HashMap<>();
  private boolean complete = true;

  LetterList(int most) {
    this.most = most;
  }

  /** A letter with what was done with it. */
  record Entry(LetterLine line, @Nullable LetterState state) {

    LetterStatus status() {
      return state == null ? LetterStatus.OPEN : state.getStatus();
    }
  }

  /** Letters with one cause, of one topic: how many, and from when to when. */
  record Group(
      String from, String cause, String reason, int count, Instant oldest, Instant newest) {

    private Group with(LetterLine line) {
      boolean newer = line.time().isAfter(newest);
      return new Group(
          from,
          cause,
          newer ? line.reason() : reason,
          count + 1,
          line.time().isBefore(oldest) ? line.time() : oldest,
          newer ? line.time() : newest);
    }
  }

  /**
   * A part of the list.
   *
   * @param count of all that were asked for
   * @param complete whether the list has all letters that there are
   */
  record Part(List<Entry> entries, List<Group> groups, int count, boolean more, boolean complete) {}

  synchronized void take(LetterLine line) {
    lines.remove(line.identity()); // written once more by a crash, it is the same one
    lines.put(line.identity(), line);
    if (lines.size() > most) {
      var eldest = lines.keySet().iterator();
      eldest.next();
      eldest.remove();
      complete = false;
    }
  }

  /** The letter of this key is gone, or all of them: those of old may share a key. */
  synchronized void remove(String key) {
    if (lines.remove(key) == null) {
      lines.values().removeIf(line -> line.key().equals(key));
    }
    states.remove(key);
  }

  synchronized void take(String identity, @Nullable LetterState state) {
    if (state == null) {
      states.remove(identity);
    } else {
      states.put(identity, state);
    }
  }

  synchronized Optional<Entry> at(int partition, long offset) {
    return lines.values().stream()
        .filter(line -> line.offset() == offset && line.partition() == partition)
        .findFirst()
        .map(this::entry);
  }

  synchronized List<Entry> about(String guid) {
    return lines.values().stream()
        .filter(line -> guid.equals(line.about()))
        .map(this::entry)
        .toList();
  }

  synchronized Part find(LetterQuestion question) {
    var found =
        lines.values().stream()
            .map(this::entry)
            .filter(question::wants)
            .sorted(Comparator.comparing(Entry::line, NEWEST_FIRST))
            .toList();
    var groups = new TreeMap<String, Group>();
    for (var entry : found) {
      var line = entry.line();
      var key = line.from() + ' ' + line.cause();
      var group = new Group(line.from(), line.cause(), line.reason(), 0, line.time(), line.time());
      groups.put(key, groups.getOrDefault(key, group).with(line));
    }
    var after = question.after(found);
    var shown = after.stream().limit(question.limit()).toList();
    var largest =
        groups.values().stream()
            .sorted(Comparator.comparingInt(Group::count).reversed())
            .limit(MOST_GROUPS)
            .toList();
    return new Part(shown, largest, found.size(), shown.size() < after.size(), complete);
  }

  /** How many there are of each status. */
  synchronized Map<LetterStatus, Integer> counts() {
    var counts = new EnumMap<LetterStatus, Integer>(LetterStatus.class);
    lines.values().forEach(line -> counts.merge(entry(line).status(), 1, Integer::sum));
    return counts;
  }

  /** When the oldest came that waits for somebody; empty if none does. */
  synchronized Optional<Instant> oldestOpen() {
    var open = new ArrayList<Instant>();
    lines.values().stream()
        .filter(line -> entry(line).status() == LetterStatus.OPEN)
        .forEach(line -> open.add(line.time()));
    return open.stream().min(Comparator.naturalOrder());
  }

  private Entry entry(LetterLine line) {
    return new Entry(line, states.get(line.identity()));
  }
}
