package org.copytaster.tagging.entity.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.NameKey;
import org.copytaster.tagging.text.Table;

/** Lists of people, organisations and other things with an id, by type and name. Immutable. */
final class KnownNames {

  private static final Pattern MIDDLE_INITIAL = Pattern.compile(" \\p{L} ");

  private record Key(EntityType type, String key) {}

  private final Map<Key, Set<KnownName>> byKey = new HashMap<>();

  private KnownNames() {}

  static KnownNames of(Collection<KnownName> all) {
    var names = new KnownNames();
    for (var each : all) {
      names.put(each.name(), each);
      each.aliases().forEach(alias -> names.put(alias, each));
      each.shortNames().forEach(alias -> names.put(alias, each));
    }
    return names;
  }

  /** The lists that come with this version. */
  static KnownNames read() {
    var all = new ArrayList<KnownName>();
    for (var table : List.of("organisation-ids.tsv", "people-ids.tsv")) {
      for (var row : Table.read(EntityType.class, table).rows()) {
        var type = EntityType.valueOf(row.get(1));
        all.add(
            new KnownName(
                row.get(0),
                type,
                row.get(2),
                parts(row.get(3)),
                parts(row.get(4)),
                parts(row.get(5))));
      }
    }
    return of(all);
  }

  private static List<String> parts(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split("\\|", -1));
  }

  private void put(String name, KnownName known) {
    byKey
        .computeIfAbsent(new Key(known.type(), key(known.type(), name)), k -> new LinkedHashSet<>())
        .add(known);
  }

  /** All of a type that go by a name. */
  Set<KnownName> find(EntityType type, String name) {
    return byKey.getOrDefault(new Key(type, key(type, name)), Set.of());
  }

  /** A person's middle initial comes and goes. */
  private static String key(EntityType type, String name) {
    var key = NameKey.of(name);
    return type == EntityType.PER ? MIDDLE_INITIAL.matcher(key).replaceAll(" ") : key;
  }
}
