package org.copytaster.tagging.entity.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.entity.NameKey;

/**
 * What an article names, as evidence for what it means by the rest: the countries and subdivisions
 * that its clear names speak for, and all names. Nothing is evidence for itself.
 */
final class Surroundings {

  static final Surroundings NONE = new Surroundings();

  private static final String ISO = "iso3166:";

  /** The keys of the names that speak for a country or subdivision. */
  private final Map<String, Set<String>> namesByCode = new HashMap<>();

  private final Set<String> keys = new HashSet<>();

  void addName(String name) {
    keys.add(NameKey.of(name));
  }

  void addPlace(String code, String name) {
    namesByCode.computeIfAbsent(code, none -> new HashSet<>()).add(NameKey.of(name));
  }

  /** How many names other than the one with this key speak for a country or subdivision. */
  int names(String code, String key) {
    var names = namesByCode.getOrDefault(code, Set.of());
    return names.size() - (names.contains(key) ? 1 : 0);
  }

  /** Whether no other country has more than half as many names as this one. */
  boolean leads(String country) {
    int own = names(country, "");
    for (var other : namesByCode.entrySet()) {
      boolean foreign = other.getKey().length() == 2 && !other.getKey().equals(country);
      if (foreign && 2 * other.getValue().size() > own) {
        return false;
      }
    }
    return own > 0;
  }

  /** Whether the article has a name, or speaks of the place with an id. */
  boolean has(String nameOrId) {
    return nameOrId.startsWith(ISO)
        ? namesByCode.containsKey(nameOrId.substring(ISO.length()))
        : keys.contains(NameKey.of(nameOrId));
  }
}
