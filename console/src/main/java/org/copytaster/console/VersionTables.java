package org.copytaster.console;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.copytaster.console.diff.ComparedVersion;
import org.copytaster.console.diff.Difference;

/** Reads the versions of an article, as far as they may be shown. */
final class VersionTables {

  private static final String HEAD =
      "select guid, version, pub_status from articles where guid = ?";

  private static final String PAGE =
      """
      select v.version, v.pub_status, v.signal, v.corrective, v.version_created, v.received_at,
        v.enriched_at, v.stored_at, v.content_hash, left(v.article ->> 'headline', 500) as headline,
        v.article ->> 'format' as format, v.article ->> 'original' as original,
        v.article ->> 'readAgainAt' as read_again_at, v.text_gone,
        (select max(p.version) from article_versions p
          where p.guid = v.guid and p.version < v.version) as before,
        (select json_object_agg(kind, json_build_object('guid', to_guid, 'version', to_version))
          from article_links l where l.guid = v.guid and l.version = v.version) as links
      from shown_versions v where v.guid = ? and v.version < ?
      order by v.version desc limit %d
      """;

  private static final String TWO =
      """
      select version, pub_status, signal, corrective, version_created, received_at, stored_at,
        left(article ->> 'headline', 500) as headline, text_gone, article, text, tags
      from shown_versions where guid = ? and version in (?, ?)
      """;

  private final DataSource pool;

  VersionTables(DataSource pool) {
    this.pool = pool;
  }

  /**
   * Versions below a number, newest first, with where the list goes on.
   *
   * @param below all where it is larger than any version, {@link Long#MAX_VALUE} for instance
   * @return empty where there is no such article
   */
  Optional<ObjectNode> page(String guid, long below, int limit) throws SQLException {
    try (var connection = pool.getConnection()) {
      var answer = head(connection, guid);
      if (answer.isPresent()) {
        versions(connection, answer.get(), below, limit);
      }
      return answer;
    }
  }

  private static Optional<ObjectNode> head(Connection connection, String guid) throws SQLException {
    try (var statement = connection.prepareStatement(HEAD)) {
      statement.setString(1, guid);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(RowJson.of(rows)) : Optional.empty();
      }
    }
  }

  private static void versions(Connection connection, ObjectNode answer, long below, int limit)
      throws SQLException {
    var versions = answer.putArray("versions");
    // One more than asked for: it tells whether there is a next page.
    try (var statement = connection.prepareStatement(PAGE.formatted(limit + 1))) {
      statement.setString(1, answer.path("guid").asText());
      statement.setLong(2, below);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          if (versions.size() == limit) {
            answer.set("next", versions.get(limit - 1).get("version"));
            return;
          }
          versions.add(VersionJson.of(RowJson.of(rows)));
        }
      }
    }
  }

  /**
   * What has changed between two versions.
   *
   * @return empty where one of them is not there
   */
  Optional<ObjectNode> difference(String guid, int from, int to) throws SQLException {
    var two = new HashMap<Integer, ObjectNode>();
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(TWO)) {
      statement.setString(1, guid);
      statement.setInt(2, from);
      statement.setInt(3, to);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          two.put(rows.getInt("version"), RowJson.of(rows));
        }
      }
    }
    var before = two.get(from);
    var after = two.get(to);
    if (before == null || after == null) {
      return Optional.empty();
    }
    var difference = Difference.between(compared(before), compared(after)).json();
    var answer = ArticleJson.JSON.createObjectNode().put("guid", guid);
    answer.set("from", facts(before));
    answer.set("to", facts(after));
    return Optional.of(answer.setAll(difference));
  }

  /** Of a version without its text only what the columns say is known. */
  private static ComparedVersion compared(ObjectNode row) {
    var article = row.has("article") ? row.get("article") : row;
    var tags = row.has("tags") ? row.get("tags") : MissingNode.getInstance();
    return new ComparedVersion(article, row.path("text").asText(""), tags);
  }

  private static ObjectNode facts(ObjectNode row) {
    var facts = row.deepCopy();
    facts.remove(java.util.List.of("article", "text", "tags"));
    return facts;
  }

  /** How a version is answered in a list. */
  private static final class VersionJson {

    private static final Map<String, String> LINKS =
        Map.of(
            "CORRECTS", "corrects",
            "EVOLVED_FROM", "evolvedFrom",
            "SUBSTITUTES", "substitutes",
            "SUBSTITUTED_BY", "substitutedBy");

    /** Where copy does not say what a version comes after, or corrects, the history does. */
    static ObjectNode of(ObjectNode row) {
      var before = row.remove("before");
      var links = row.remove("links");
      LINKS.forEach(
          (kind, name) -> {
            var link = links == null ? null : links.get(kind);
            if (link instanceof ObjectNode stated) {
              if (stated.path("version").isNull()) {
                stated.remove("version");
              }
              row.set(name, stated.put("by", "copy"));
            }
          });
      if (before != null) {
        inferred(row, "evolvedFrom", before.asInt());
        if (row.path("signal").asText().equals("CORRECTION")) {
          inferred(row, "corrects", before.asInt());
        }
      }
      return row;
    }

    private static void inferred(ObjectNode row, String name, int version) {
      if (!row.has(name)) {
        row.putObject(name).put("version", version).put("by", "history");
      }
    }
  }
}
