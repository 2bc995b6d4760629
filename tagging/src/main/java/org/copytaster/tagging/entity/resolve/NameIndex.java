package org.copytaster.tagging.entity.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds people by what they are called. */
final class NameIndex<P> {

  /** How a key names a person, the surest way first. */
  enum Way {
    WHOLE,
    FRAME,
    SPELLING,
    INITIAL,
    FAMILY,
    SHORTER,
    GIVEN
  }

  private record Key(Way way, String words) {}

  private final int mostBearers;
  private final Map<Key, List<P>> bearers = new HashMap<>();

  /**
   * An empty index.
   *
   * @param mostBearers how many people one key leads to at most, so that time stays linear
   */
  NameIndex(int mostBearers) {
    this.mostBearers = mostBearers;
  }

  void file(Way way, String key, P person) {
    var called = bearers.computeIfAbsent(new Key(way, key), absent -> new ArrayList<>());
    if (called.size() < mostBearers && !called.contains(person)) {
      called.add(person);
    }
  }

  List<P> bearers(Way way, String key) {
    return bearers.getOrDefault(new Key(way, key), List.of());
  }

  @Nullable P first(Way way, String key) {
    var called = bearers(way, key);
    return called.isEmpty() ? null : called.get(0);
  }

  void sort(Comparator<P> order) {
    bearers.values().forEach(called -> called.sort(order));
  }

  static <T> @Nullable T only(List<T> people) {
    return people.size() == 1 ? people.get(0) : null;
  }
}
