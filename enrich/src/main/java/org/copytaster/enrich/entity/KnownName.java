package org.copytaster.enrich.entity;

import java.util.List;

/**
 * Someone or something that a list knows.
 *
 * @param id scheme and code
 * @param aliases other names
 * @param company names, or ids of places, that make it likely in an article that this one is meant;
 *     empty where the name alone says enough
 */
record KnownName(
    String id, EntityType type, String name, List<String> aliases, List<String> company) {

  KnownName {
    aliases = List.copyOf(aliases);
    company = List.copyOf(company);
  }

  Identity identity() {
    return new Identity(id, name, type, id);
  }
}
