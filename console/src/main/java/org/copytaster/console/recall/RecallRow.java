package org.copytaster.console.recall;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;
import org.copytaster.schemas.record.RecallKind;
import org.jspecify.annotations.Nullable;

/**
 * A recall as it stands in the store.
 *
 * @param versions as they are answered: a list of version and since
 * @param acknowledgements the first come first
 */
record RecallRow(
    String id,
    String guid,
    RecallKind kind,
    int version,
    ArrayNode versions,
    int versionsLeftOut,
    Instant issuedAt,
    @Nullable String reason,
    @Nullable String substitute,
    String source,
    Instant storedAt,
    List<Acknowledged> acknowledgements) {

  /**
   * Who has acted on it.
   *
   * @param at by the broker's clock
   */
  record Acknowledged(String subscriber, Instant at, @Nullable String note) {}
}
