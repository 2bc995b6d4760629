package org.copytaster.tagging.entity.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an article names, as evidence for what it means by the rest: the countries and subdivisions
 * that its clear names speak for, and all names. Nothing is evidence for itself.
 */
final class Surroundings {

  static final Surroundings NONE = new Surroundings();

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

  /** Whether the article has a name, or speaks of the place with an id. */
  boolean has(String nameOrId) {
    return nameOrId.startsWith("iso3166:")
        ? namesByCode.containsKey(nameOrId.substring("iso3166:".length()))
        : keys.contains(NameKey.of(nameOrId));
  }
}
