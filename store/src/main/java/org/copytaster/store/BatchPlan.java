package org.copytaster.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.history.VersionHistory;

/**
 * What a batch does to the tables, worked out before any statement is sent, so that each row is
 * written once however often the batch names its guid.
 */
final class BatchPlan {

  /** The row of a guid in {@code articles}. */
  record Row(StoredVersion arrival, VersionHistory history) {}

  private final Map<String, VersionHistory> histories;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<ReceiptKey, StoredVersion> versions = new LinkedHashMap<>();
  private final Map<String, StoredVersion> kills = new LinkedHashMap<>();
  private final List<StoreOutcome> outcomes = new ArrayList<>();

  /**
   * @param histories what the store knows of the guids, before the batch
   */
  BatchPlan(Map<String, VersionHistory> histories, List<StoredVersion> arrivals) {
    this.histories = new HashMap<>(histories);
    arrivals.forEach(this::add);
  }

  /** Guids whose versions lose their text, with the kill that says so. */
  Map<String, StoredVersion> kills() {
    return kills;
  }

  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /** The rows of {@code article_versions}; what is killed is without its text. */
  List<StoredVersion> versions() {
    return List.copyOf(versions.values());
  }

  /** Guids whose entities, mentions and timexes are written anew, or cleared. */
  Set<String> retagged() {
    return new LinkedHashSet<>(rows.keySet());
  }

  /** One for each arrival, in order. */
  List<StoreOutcome> outcomes() {
    return outcomes;
  }

  private void add(StoredVersion arrival) {
    var guid = arrival.guid();
    var before = histories.getOrDefault(guid, VersionHistory.none());
    var outcome = StoreOutcome.of(before.judge(arrival.article()), arrival.article());
    outcomes.add(outcome);
    if (outcome == StoreOutcome.SUPERSEDED) {
      return;
    }
    var after = before.after(arrival.article());
    if (outcome == StoreOutcome.KILLED) {
      kills.put(guid, arrival);
      versions.replaceAll(
          (key, version) -> key.guid().equals(guid) ? version.withoutText() : version);
    }
    boolean killed = after.kills(arrival.article().getVersion());
    var kept = killed ? arrival.withoutText() : arrival;
    if (outcome != StoreOutcome.STALE) {
      rows.put(guid, new Row(kept, after));
    }
    versions.put(arrival.key(), kept);
    histories.put(guid, after);
  }
}
