package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.copytaster.enrich.history.Copy;
import org.copytaster.enrich.history.StoryModel;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.store.StoredArticles;
import org.copytaster.store.StoredVersion;

/** The store under a history, within one transaction that is never committed. */
final class StoryStore {

  private static final List<String> TABLES =
      List.of("articles", "article_versions", "entities", "mentions", "timexes");

  private final Connection connection;
  private int taken;

  StoryStore(Connection connection) {
    this.connection = connection;
  }

  /** Takes what it has not taken yet, at most {@code batch} at once. */
  void take(List<EnrichedArticle> enriched, int batch) throws SQLException {
    while (taken < enriched.size()) {
      int end = (int) Math.min((long) taken + batch, enriched.size());
      var versions = enriched.subList(taken, end).stream().map(StoredVersion::of).toList();
      new StoredArticles(connection).write(versions, EnrichDriver.START);
      taken = end;
    }
  }

  /** It has what subscribers have, and no text that was killed. */
  void check(Map<String, StoryModel> models) throws SQLException {
    for (var each : models.entrySet()) {
      check(each.getKey(), each.getValue());
    }
  }

  private void check(String guid, StoryModel model) throws SQLException {
    var current = model.current();
    if (current == null) {
      assertThat(ask("select count(*) from articles", guid)).isEqualTo("0");
      return;
    }
    boolean killed = VersionHistory.isKill(current);
    var status = killed ? "CANCELED" : current.getPubStatus().toString();
    assertThat(ask("select pub_status from articles", guid)).isEqualTo(status);
    if (!killed) {
      assertThat(ask("select version || ' ' || content_hash from articles", guid))
          .isEqualTo(current.getVersion() + " " + current.getContentHash());
      return;
    }
    for (var text : Copy.Text.values()) {
      for (var table : TABLES) {
        assertThat(
                ask(
                    "select count(*) filter (where t::text like '%%%s%%') from %s t"
                        .formatted(text.mark(), table),
                    guid))
            .as("%s in %s", text, table)
            .isEqualTo("0");
      }
    }
  }

  private String ask(String select, String guid) throws SQLException {
    try (var statement = connection.prepareStatement(select + " where guid = ?")) {
      statement.setString(1, guid);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return String.valueOf(rows.getString(1));
      }
    }
  }
}
