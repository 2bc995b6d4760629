package org.copytaster.benchmarks.faults;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was acknowledged against topics and store.
 *
 * <p>Of a guid whose versions were all acknowledged the newest wins, a kill above all; what is
 * under an embargo is nowhere but in {@code news.articles}.
 */
final class Tally {

  private final Map<String, NavigableMap<Integer, Pushed>> acknowledged = new HashMap<>();
  private final Map<String, List<String>> findings = new LinkedHashMap<>();
  private final Store store;
  private final Instant now;

  /** A row of the store. */
  private record Row(String guid, int version, String pubStatus) {}

  Tally(List<Pushed> pushed, Store store, Instant now) {
    this.store = store;
    this.now = now;
    for (var each : pushed) {
      if (each.acknowledged()) {
        acknowledged
            .computeIfAbsent(each.guid(), guid -> new TreeMap<>())
            .put(each.version(), each);
      }
    }
    List.of(
            "lost",
            "doubled in the store",
            "doubled on news.enriched",
            "older over newer",
            "killed text found",
            "embargoed text found")
        .forEach(kind -> findings.put(kind, new ArrayList<>()));
  }

  /** Versions that were acknowledged. */
  int versions() {
    return acknowledged.values().stream().mapToInt(Map::size).sum();
  }

  /** What was found, by kind; each with what is known of it. */
  Map<String, List<String>> findings() {
    return findings;
  }

  /** Holds the store against what was acknowledged. */
  void readStore() throws SQLException {
    var rows = new HashMap<String, Row>();
    for (var row :
        store.rows(
            "select guid, version, pub_status from articles",
            r -> new Row(r.getString(1), r.getInt(2), r.getString(3)))) {
      rows.put(row.guid(), row);
    }
    acknowledged.forEach((guid, versions) -> standing(versions, rows.get(guid)));
    var doubled =
        "select guid || ' ' || version from article_versions group by guid, version"
            + " having count(*) > 1";
    found("doubled in the store").addAll(store.rows(doubled, row -> row.getString(1)));
    texts();
  }

  private void standing(NavigableMap<Integer, Pushed> versions, @Nullable Row row) {
    var top = versions.lastEntry().getValue();
    boolean killed = versions.values().stream().anyMatch(Pushed::kill);
    if (!killed && versions.values().stream().allMatch(version -> version.heldAt(now))) {
      if (row != null) {
        found("embargoed text found").add(row.toString());
      }
    } else if (row == null) {
      found("lost").add(top.guid() + " " + versions.keySet() + " is not in the store");
    } else if (killed && !row.pubStatus().equals("CANCELED")) {
      found("lost").add("the kill of " + row);
    } else if (!killed && !top.heldAt(now) && row.version() < top.version()) {
      found("older over newer").add(row + ", acknowledged " + versions.keySet());
    } else if (!killed && !top.heldAt(now) && !row.pubStatus().equals(top.pubStatus())) {
      found("lost").add(row + " should be " + top.pubStatus());
    }
  }

  /** Every mark that stands anywhere in the text of the store. */
  private void texts() throws SQLException {
    var query =
        "select guid, coalesce(text, '') || coalesce(tags::text, '') || coalesce(article::text, '')"
            + " from article_versions union all select guid, coalesce(headline, '') || text"
            + " || coalesce(tags::text, '') from articles";
    store.rows(
        query,
        row -> {
          marked(row.getString(1), row.getString(2));
          return 0;
        });
  }

  private void marked(String guid, String text) {
    var versions = acknowledged.getOrDefault(guid, new TreeMap<>()).values();
    for (var version : versions) {
      boolean killed =
          versions.stream().anyMatch(other -> other.kill() && other.version() >= version.version());
      if (text.contains(version.mark()) && killed) {
        found("killed text found").add(version.guid() + " " + version.version());
      } else if (text.contains(version.mark()) && version.heldAt(now)) {
        found("embargoed text found").add(version.guid() + " " + version.version());
      }
    }
  }

  /**
   * Takes one record of {@code news.enriched}, in the order of its partition.
   *
   * @param before the versions of this guid that came before it, which it is added to
   */
  void enriched(EnrichedArticle record, List<Integer> before) {
    var article = record.getArticle();
    var guid = article.getGuid();
    int version = article.getVersion();
    var known = acknowledged.getOrDefault(guid, new TreeMap<>()).get(version);
    if (known == null) {
      return;
    }
    if (known.heldAt(now)) {
      found("embargoed text found").add(guid + " " + version + " on news.enriched");
    }
    if (before.contains(version)) {
      found("doubled on news.enriched").add(guid + " " + version);
    } else if (article.getPubStatus() != PubStatus.CANCELED
        && before.stream().anyMatch(other -> other > version)) {
      found("older over newer").add(guid + " " + version + " after " + before);
    }
    before.add(version);
  }

  private List<String> found(String kind) {
    return findings.computeIfAbsent(kind, name -> new ArrayList<>());
  }
}
