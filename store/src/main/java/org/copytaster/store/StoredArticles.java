package org.copytaster.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.history.VersionHistory;

/**
 * Articles, versions and tags in the tables, within a transaction of whoever has the connection.
 */
public final class StoredArticles {

  private static final String HISTORIES =
      """
      select guid, version, killed_version, content_hash, read_again_at from articles
      where guid = any(?)
      """;

  private static final String KNOWN =
      "select guid, version from article_versions where guid = any(?)";

  private final Connection connection;

  public StoredArticles(Connection connection) {
    this.connection = connection;
  }

  /**
   * Writes a batch; what {@code versions} supersede goes out of the tables.
   *
   * @return what became of each, in order
   * @throws SQLException if the store is away, or refuses one of them: then none may be committed
   */
  public List<StoreOutcome> write(List<StoredVersion> versions, Instant storedAt)
      throws SQLException {
    var guids = versions.stream().map(StoredVersion::guid).distinct().toList();
    var histories = histories(guids);
    var plan = new BatchPlan(histories, versions);
    var articles = new ArticleRows(connection, storedAt);
    var tags = new TagRows(connection);
    if (!plan.kills().isEmpty()) {
      articles.clear(plan.kills().keySet());
    }
    articles.write(plan);
    articles.versions(plan.versions());
    new LinkRows(connection).write(plan.versions());
    var known = plan.retagged().stream().filter(histories::containsKey).toList();
    if (!known.isEmpty()) {
      tags.delete(known);
    }
    tags.insert(plan.rows().stream().map(row -> row.arrival().enriched()).toList());
    return plan.outcomes();
  }

  /** Those of {@code keys} that stand in the store. */
  public Set<ReceiptKey> known(Collection<ReceiptKey> keys) throws SQLException {
    var known = new HashSet<ReceiptKey>();
    try (var statement = connection.prepareStatement(KNOWN)) {
      new Parameters(statement).texts(keys.stream().map(ReceiptKey::guid).distinct().toList());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          known.add(new ReceiptKey(rows.getString(1), rows.getInt(2)));
        }
      }
    }
    known.retainAll(keys);
    return known;
  }

  /** What is known of those of {@code guids} that stand in the store. */
  public Map<String, VersionHistory> histories(Collection<String> guids) throws SQLException {
    var histories = new HashMap<String, VersionHistory>();
    try (var statement = connection.prepareStatement(HISTORIES)) {
      new Parameters(statement).texts(guids);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var killed = rows.getObject(3, Integer.class);
          var readAgain = rows.getObject(5, OffsetDateTime.class);
          histories.put(
              rows.getString(1),
              new VersionHistory(
                  rows.getInt(2),
                  killed,
                  rows.getString(4),
                  readAgain == null ? null : readAgain.toInstant()));
        }
      }
    }
    return histories;
  }
}
