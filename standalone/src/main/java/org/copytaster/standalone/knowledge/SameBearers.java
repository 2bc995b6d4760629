package org.copytaster.standalone.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.copytaster.tagging.entity.EntityType;

/**
 * Puts rows of several sources together that speak of the same bearer: those with one id; one
 * without an id and the only one with an id that has its name and country; organisations of one
 * name and country to which two registers give an id each. Persons with two ids stay two, unless
 * both hold high office.
 */
final class SameBearers {

  /** Governors, mayors, ministers: there is one of a name in a country. */
  private static final int HIGH_OFFICE = 60;

  private static final int HEAD_OF_STATE = 90;

  /** How many years a politician is in offices. */
  private static final int A_LIFE = 30;

  private static final String BEST_SCHEME = "wikidata";

  private record Name(EntityType type, String key, String country) {}

  private final Map<String, KnownRow> byId = new LinkedHashMap<>();
  private final List<KnownRow> without = new ArrayList<>();

  void add(KnownRow row) {
    if (row.bearer().known()) {
      byId.merge(row.bearer().id(), row, KnownRow::with);
    } else {
      without.add(row);
    }
  }

  /** All of them, those with an id first. */
  List<KnownRow> merged() {
    var byName = new LinkedHashMap<Name, List<KnownRow>>();
    for (var row : byId.values()) {
      byName.computeIfAbsent(name(row), absent -> new ArrayList<>()).add(row);
    }
    giveCountries(byName);
    byName.replaceAll((name, rows) -> joined(rows));
    var rest = new LinkedHashMap<Name, KnownRow>();
    for (var row : without) {
      var same = byName.getOrDefault(name(row), List.of());
      if (same.size() == 1) {
        same.set(0, same.get(0).withNamesOf(row));
      } else if (same.isEmpty()) {
        rest.merge(name(row), row, KnownRow::with);
      }
    }
    var all = new ArrayList<KnownRow>();
    byName.values().forEach(all::addAll);
    all.addAll(rest.values());
    return all;
  }

  /** An organisation of which one source does not say the country is that of the other source. */
  private static void giveCountries(Map<Name, List<KnownRow>> byName) {
    var nowhere =
        byName.keySet().stream()
            .filter(name -> name.type() == EntityType.ORG && name.country().isEmpty())
            .toList();
    var somewhere = new HashMap<String, List<KnownRow>>();
    byName.forEach(
        (name, rows) -> {
          if (name.type() == EntityType.ORG && !name.country().isEmpty()) {
            boolean second = somewhere.putIfAbsent(name.key(), rows) != null;
            if (second) {
              somewhere.put(name.key(), List.of());
            }
          }
        });
    for (var name : nowhere) {
      var rows = somewhere.getOrDefault(name.key(), List.of());
      if (!rows.isEmpty()) {
        rows.addAll(byName.getOrDefault(name, List.of()));
        byName.remove(name);
      }
    }
  }

  private static Name name(KnownRow row) {
    return new Name(row.bearer().type(), row.key(), row.bearer().term().country());
  }

  private static List<KnownRow> joined(List<KnownRow> rows) {
    if (rows.size() == 1) {
      return rows;
    }
    var schemes = rows.stream().map(KnownRow::scheme).collect(Collectors.toSet());
    boolean oneEach = schemes.size() == rows.size() && agree(rows);
    return oneEach ? new ArrayList<>(List.of(join(rows))) : rows;
  }

  private static boolean agree(Collection<KnownRow> rows) {
    return switch (rows.iterator().next().bearer().type()) {
      case PER -> inHighOffice(rows) && ofOneTime(rows);
      case ORG -> rows.stream().noneMatch(SameBearers::isClub) && !nowhere(rows);
      case LOC, MISC -> false;
    };
  }

  /** Whoever has a head of state's name and country was that before or afterwards. */
  private static boolean inHighOffice(Collection<KnownRow> rows) {
    var weights = rows.stream().mapToInt(row -> row.bearer().term().weight()).summaryStatistics();
    return weights.getMin() >= HIGH_OFFICE || weights.getMax() >= HEAD_OF_STATE;
  }

  /** John Kennedy was President, and another one is Senator sixty years later. */
  private static boolean ofOneTime(Collection<KnownRow> rows) {
    var begins = rows.stream().mapToInt(row -> row.bearer().term().from()).summaryStatistics();
    return begins.getMin() > 0 && begins.getMax() - begins.getMin() <= A_LIFE * 10_000;
  }

  private static boolean nowhere(Collection<KnownRow> rows) {
    return rows.stream().allMatch(row -> row.bearer().term().country().isEmpty());
  }

  private static boolean isClub(KnownRow row) {
    return Set.of("club", "team").contains(row.bearer().described().kind());
  }

  private static KnownRow join(List<KnownRow> rows) {
    var best =
        rows.stream()
            .filter(row -> row.scheme().equals(BEST_SCHEME))
            .findFirst()
            .orElse(rows.get(0));
    var joined = best;
    for (var row : rows) {
      joined = row.equals(best) ? joined : joined.with(row);
    }
    return joined;
  }
}
