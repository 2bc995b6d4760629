package org.copytaster.standalone.knowledge;

import java.util.HashMap;
import java.util.Map;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.text.Table;

/** Which type of entity a kind of bearer is: a politician is a person. */
final class KindTable {

  private final Map<String, EntityType> types = new HashMap<>();

  private KindTable() {}

  static KindTable read() {
    var kinds = new KindTable();
    for (var row : Table.read(KindTable.class, "kinds.tsv").rows()) {
      kinds.types.put(row.get(0), EntityType.valueOf(row.get(1)));
    }
    for (var type : EntityType.values()) {
      kinds.types.put(type.name(), type);
    }
    return kinds;
  }

  /**
   * The type of a kind.
   *
   * @throws IllegalArgumentException if nobody has said what it is
   */
  EntityType type(String kind) {
    var type = types.get(kind);
    if (type == null) {
      var reason = "is none that is known: give PER, ORG or LOC, here or with --type";
      throw KnownRows.wrong("type", kind, reason);
    }
    return type;
  }
}
