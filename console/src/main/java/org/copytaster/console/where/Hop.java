package org.copytaster.console.where;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.copytaster.schemas.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One step of an article, as it is told.
 *
 * @param what published, held, refused, stored, received, tagged, recall, …
 * @param order among hops of one time: what comes earlier on the way comes first
 * @param said the rest of it
 */
record Hop(Instant time, int order, String what, ObjectNode said) {

  /** With {@code value} under a name, if there is one; it is made short and plain. */
  Hop with(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      said.put(name, Wording.plain(value, Wording.LONGEST_REASON));
    }
    return this;
  }

  Hop with(String name, @Nullable Long value) {
    if (value != null) {
      said.put(name, value);
    }
    return this;
  }

  Hop version(@Nullable Integer version) {
    return with("version", version == null ? null : Long.valueOf(version));
  }
}
