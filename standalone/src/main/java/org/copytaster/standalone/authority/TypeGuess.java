package org.copytaster.standalone.authority;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.text.Table;
import org.jspecify.annotations.Nullable;

/** What kind of thing a concept is, by the classes and schemes that it is in. */
final class TypeGuess {

  private final Map<String, EntityType> types = new HashMap<>();
  private final @Nullable EntityType otherwise;

  /**
   * Knows the classes of the table beside it.
   *
   * @param own those of the house, which go before the table's
   * @param otherwise what a concept is that is in none of them, or null
   */
  TypeGuess(Map<String, EntityType> own, @Nullable EntityType otherwise) {
    for (var row : Table.read(TypeGuess.class, "types.tsv").rows()) {
      types.put(row.get(0), EntityType.valueOf(row.get(1)));
    }
    types.putAll(own);
    this.otherwise = otherwise;
  }

  /** The type, or null if nothing tells; the first class that is known decides. */
  @Nullable EntityType of(Collection<String> classes) {
    for (var each : classes) {
      var type = types.get(each);
      if (type != null) {
        return type;
      }
    }
    return otherwise;
  }
}
