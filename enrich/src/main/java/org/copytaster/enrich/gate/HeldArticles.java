package org.copytaster.enrich.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copytaster.schemas.record.HeldCause;
import org.jspecify.annotations.Nullable;

/**
 * What one task of the embargo gate holds. The store has the articles; in memory is when each is
 * due, so that to look ten times a second costs nothing.
 */
final class HeldArticles {

  private final KeyValueStore<String, HeldArticle> store;
  private final TreeMap<Long, TreeSet<String>> due = new TreeMap<>();
  private final Map<HeldCause, Integer> counts = new EnumMap<>(HeldCause.class);
  private final List<String> unlisted = new ArrayList<>();

  /** All that the store has, which is read through once. */
  HeldArticles(KeyValueStore<String, HeldArticle> store) {
    this.store = store;
    try (var all = store.all()) {
      while (all.hasNext()) {
        var each = all.next();
        noted(each.key, each.value);
        if (each.value.note().since() == HoldNote.UNKNOWN) {
          unlisted.add(each.key);
        }
      }
    }
  }

  @Nullable HeldArticle get(String guid) {
    return store.get(guid);
  }

  void put(String guid, HeldArticle held) {
    remove(guid);
    store.put(guid, held);
    noted(guid, held);
  }

  /** Whether there was one. */
  boolean remove(String guid) {
    var before = store.get(guid);
    if (before == null) {
      return false; // as for nearly every article: a delete would stand in the changelog
    }
    store.delete(guid);
    counts.merge(before.note().cause(), -1, Integer::sum);
    var same = due.get(before.releaseAt());
    if (same != null && same.remove(guid) && same.isEmpty()) {
      due.remove(before.releaseAt());
    }
    return true;
  }

  private void noted(String guid, HeldArticle held) {
    counts.merge(held.note().cause(), 1, Integer::sum);
    due.computeIfAbsent(held.releaseAt(), time -> new TreeSet<>()).add(guid);
  }

  /** The guids whose time has come, the first ones first, and of them so many. */
  List<String> due(long now, int most) {
    return due.headMap(now, true).values().stream().flatMap(TreeSet::stream).limit(most).toList();
  }

  /** When the next one goes out, epoch milliseconds; {@link HeldArticle#NEVER} for none. */
  long next() {
    return due.isEmpty() ? HeldArticle.NEVER : due.firstKey();
  }

  /** How many are held for which cause. */
  Map<HeldCause, Integer> counts() {
    return counts;
  }

  /** Those that an earlier release held, of which nobody has been told; asked for once. */
  List<String> unlisted() {
    var all = List.copyOf(unlisted);
    unlisted.clear();
    return all;
  }
}
