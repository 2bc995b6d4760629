package org.copytaster.tagging.entity.link;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.NameKey;

/**
 * Someone or something that a list knows.
 *
 * @param id scheme and code
 * @param aliases other names
 * @param shortNames names that others have as well, and that mean it only beside a fuller one
 * @param company names, or ids of places, that make it likely in an article that this one is meant;
 *     empty where the name alone says enough
 */
record KnownName(
    String id,
    EntityType type,
    String name,
    List<String> aliases,
    List<String> shortNames,
    List<String> company) {

  KnownName {
    aliases = List.copyOf(aliases);
    shortNames = List.copyOf(shortNames);
    company = List.copyOf(company);
  }

  /** One of a house's own names. */
  static KnownName of(AuthorityEntry entry) {
    return new KnownName(
        entry.id(), entry.type(), entry.name(), entry.aliases(), List.of(), List.of());
  }

  /** The same with more names. */
  KnownName with(List<String> more) {
    var all = new ArrayList<>(aliases);
    all.addAll(more);
    return new KnownName(id, type, name, all, shortNames, company);
  }

  boolean isShort(String wording) {
    var key = NameKey.of(wording);
    return shortNames.stream().anyMatch(name -> NameKey.of(name).equals(key));
  }

  Identity identity() {
    return new Identity(id, name, type, id);
  }
}
