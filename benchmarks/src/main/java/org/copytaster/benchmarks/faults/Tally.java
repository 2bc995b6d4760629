package org.copytaster.benchmarks.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was acknowledged against what topics and store have of it.
 *
 * <p>Of a guid the newest version wins, a kill above all; what is under an embargo stands nowhere
 * but in {@code news.articles}.
 */
final class Tally {

  /** What can be found, in the order of the report. */
  enum Finding {
    LOST("lost"),
    DOUBLED_IN_STORE("doubled in the store"),
    ENRICHED_TWICE("enriched twice"),
    ACCEPTED_TWICE("accepted twice"),
    OLDER_OVER_NEWER("older over newer"),
    KILLED_TEXT("killed text found"),
    EMBARGOED_TEXT("embargoed text found");

    private final String words;

    Finding(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final Map<String, NavigableMap<Integer, Pushed>> acknowledged = new HashMap<>();
  private final Map<String, List<Enriched>> onTopic = new HashMap<>();
  private final Map<Finding, List<String>> findings = new LinkedHashMap<>();
  private final Instant now;

  /** The current version of a guid in the store. */
  record Row(String guid, int version, String pubStatus) {}

  /** A record of {@code news.enriched}. */
  record Enriched(String guid, int version, String pubStatus, @Nullable Instant receivedAt) {}

  /** Of what was pushed the acknowledged counts; {@code now} says which embargoes hold still. */
  Tally(List<Pushed> pushed, Instant now) {
    this.now = now;
    for (var each : pushed) {
      if (each.acknowledged()) {
        acknowledged
            .computeIfAbsent(each.guid(), guid -> new TreeMap<>())
            .put(each.version(), each);
      }
    }
    for (var finding : Finding.values()) {
      findings.put(finding, new ArrayList<>());
    }
  }

  /** Versions that were acknowledged. */
  int versions() {
    return acknowledged.values().stream().mapToInt(Map::size).sum();
  }

  /** What was found, each with what is known of it. */
  Map<Finding, List<String>> findings() {
    return findings;
  }

  /**
   * Whether nothing was found that must not be. A push that had no answer is made again, and may
   * then be accepted a second time: an article can be published whose receipt cannot.
   */
  boolean clean() {
    return findings.entrySet().stream()
        .filter(each -> each.getKey() != Finding.ACCEPTED_TWICE)
        .allMatch(each -> each.getValue().isEmpty());
  }

  /** Takes all rows of the store's current versions. */
  void rows(List<Row> rows) {
    var byGuid = new HashMap<String, Row>();
    rows.forEach(row -> byGuid.put(row.guid(), row));
    acknowledged.forEach((guid, versions) -> standing(versions, byGuid.get(guid)));
  }

  /** Takes a guid and version of which the store has several rows. */
  void doubled(String guidAndVersion) {
    found(Finding.DOUBLED_IN_STORE, guidAndVersion);
  }

  /** Takes any text that the store has under a guid. */
  void text(String guid, String text) {
    var versions = acknowledged.getOrDefault(guid, new TreeMap<>()).values();
    for (var version : versions) {
      boolean killed =
          versions.stream().anyMatch(other -> other.kill() && other.version() >= version.version());
      if (text.contains(version.mark()) && killed) {
        found(Finding.KILLED_TEXT, version.guid() + " " + version.version());
      } else if (text.contains(version.mark()) && version.heldAt(now)) {
        found(Finding.EMBARGOED_TEXT, version.guid() + " " + version.version());
      }
    }
  }

  /** Takes one record of {@code news.enriched}, those of a guid in their order. */
  void enriched(Enriched record) {
    var guid = record.guid();
    int version = record.version();
    var known = acknowledged.getOrDefault(guid, new TreeMap<>()).get(version);
    if (known == null) {
      return;
    }
    var before = onTopic.computeIfAbsent(guid, key -> new ArrayList<>());
    if (known.heldAt(now)) {
      found(Finding.EMBARGOED_TEXT, guid + " " + version + " on news.enriched");
    }
    var equal = before.stream().filter(other -> other.version() == version).toList();
    if (equal.stream().anyMatch(record::equals)) {
      found(Finding.ENRICHED_TWICE, record.toString());
    } else if (!equal.isEmpty()) {
      found(Finding.ACCEPTED_TWICE, record + " after " + equal);
    } else if (!record.pubStatus().equals("CANCELED")
        && before.stream().anyMatch(other -> other.version() > version)) {
      found(Finding.OLDER_OVER_NEWER, record + " after " + before);
    }
    before.add(record);
  }

  private void standing(NavigableMap<Integer, Pushed> versions, @Nullable Row row) {
    var top = versions.lastEntry().getValue();
    boolean killed = versions.values().stream().anyMatch(Pushed::kill);
    boolean held = !killed && versions.values().stream().allMatch(each -> each.heldAt(now));
    if (held) {
      if (row != null) {
        found(Finding.EMBARGOED_TEXT, row.toString());
      }
    } else if (row == null) {
      found(Finding.LOST, top.guid() + " " + versions.keySet() + " is not in the store");
    } else if (killed) {
      if (!row.pubStatus().equals("CANCELED")) {
        found(Finding.LOST, "the kill of " + row);
      }
    } else if (!top.heldAt(now) && row.version() < top.version()) {
      found(Finding.OLDER_OVER_NEWER, row + ", acknowledged " + versions.keySet());
    } else if (!top.heldAt(now) && !row.pubStatus().equals(top.pubStatus())) {
      found(Finding.LOST, row + " should be " + top.pubStatus());
    }
  }

  private void found(Finding finding, String what) {
    findings.computeIfAbsent(finding, key -> new ArrayList<>()).add(what);
  }
}
