package org.copytaster.tagging.timex.rule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.copytaster.tagging.text.Table;

/**
 * The days of feasts that follow the moon, which no simple rule gives, from {@code feasts.tsv}. A
 * year of the Gregorian calendar can have two days of one name; the table has an end.
 */
public final class Feasts {

  /** A feast: how long it is or which one ends it, and the days on which it begins. */
  private record Feast(String until, NavigableSet<LocalDate> days) {}

  private final Map<String, Feast> byName = new HashMap<>();

  private Feasts() {}

  /** The feasts of this version. */
  public static Feasts read() {
    var feasts = new Feasts();
    for (var row : Table.read(Feasts.class, "feasts.tsv").rows()) {
      var days = new TreeSet<LocalDate>();
      Stream.of(row.get(2).split(" ", -1)).map(LocalDate::parse).forEach(days::add);
      feasts.byName.put(row.get(0), new Feast(row.get(1), days));
    }
    return feasts;
  }

  /** The days of a feast in a year, in order; none outside the table. */
  public Stream<LocalDate> in(String name, int year) {
    var feast = byName.get(name);
    if (feast == null) {
      throw new IllegalStateException("feasts.tsv has no feast " + name);
    }
    return feast.days().subSet(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)).stream();
  }

  /** The day behind a feast of many days that begins on a day; nothing for those of one day. */
  public Optional<LocalDate> end(String name, LocalDate begin) {
    var feast = byName.get(name);
    if (feast == null || feast.until().isEmpty()) {
      return Optional.empty();
    }
    var next = byName.get(feast.until());
    return next == null ? Optional.empty() : Optional.ofNullable(next.days().higher(begin));
  }
}
