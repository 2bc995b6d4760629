package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the store's tables. */
final class ArticleTables {

  private static final String SUMMARY =
      """
      select guid, version, pub_status, signal, corrective, urgency,
        left(headline, 500) as headline,
        left(slugline, 500) as slugline, source, version_created, received_at, stored_at,
        case when pub_status = 'CANCELED' then killed_version end as killed_version,
        case when pub_status = 'CANCELED' then left(kill_reason, 500) end as kill_reason,
        (select count(*) from entities e where e.guid = a.guid) as entity_count,
        (select count(*) from timexes t where t.guid = a.guid) as timex_count,
        (select coalesce(json_agg(json_build_object('name', left(name, 200), 'type', type)), '[]')
          from (select name, type from entities e where e.guid = a.guid
            order by salience desc, ordinal limit 3) as top) as top_entities,
        news_time
      from articles a
      """;

  private static final String WHOLE =
      """
      select guid, version, pub_status, signal, corrective, urgency, language, version_created,
        first_created,
        embargoed, headline, slugline, byline, dateline, creditline, ed_note, usage_terms, url,
        case when pub_status <> 'CANCELED' then subjects end as subjects, source, content_hash,
        received_at, enriched_at, stored_at,
        case when pub_status = 'CANCELED' then killed_version end as killed_version,
        case when pub_status = 'CANCELED' then kill_reason end as kill_reason,
        case when tags is not null then
          (select article from shown_versions v where v.guid = a.guid and v.version = a.version)
        end as received,
        case when tags is not null then text end as text, tags, engines
      from articles a where guid = ?
      """;

  /** Each article in the configuration that its index was built with. */
  private static final String WORDS =
      """
      coalesce(language, 'en') like 'en%' and search @@ websearch_to_tsquery('english', ?)
      or coalesce(language, 'en') not like 'en%' and search @@ websearch_to_tsquery('simple', ?)
      """;

  private static final String NAMED =
      """
      guid in (select guid from entities where entity_id = ?
        union select guid from entities where lower(name) = lower(?))
      """;

  private static final String VERSIONS =
      """
      select version, pub_status, signal, corrective, version_created, received_at, stored_at,
        text_gone, left(article ->> 'headline', 500) as headline
      from shown_versions where guid = ? order by version desc limit 200
      """;

  private static final String COUNTS =
      """
      select
        (select count(*) from articles) as articles,
        (select count(*) from article_versions) as versions,
        (select count(*) from articles where pub_status = 'CANCELED') as kills,
        (select count(distinct entity_id) from entities) as entities,
        newest.stored_at, newest.received_at
      from (select 1) as one left join lateral
        (select stored_at, received_at from articles order by received_at desc limit 1) as newest
        on true
      """;

  private final DataSource pool;

  ArticleTables(DataSource pool) {
    this.pool = pool;
  }

  /** What was found, and whether there is more. */
  record FoundArticles(List<ObjectNode> articles, boolean more) {}

  /**
   * Newest first.
   *
   * @throws BadParameterException if PostgreSQL cannot make a search of the words
   */
  FoundArticles find(Search search) throws SQLException {
    var where = conditions(search);
    var column = search.order().column();
    search
        .slice()
        .after()
        .ifPresent(
            after -> where.add("(" + column + ", guid) < (?, ?)", after.time(), after.guid()));
    int limit = search.slice().limit();
    // One more than asked for: it tells whether there is a next page.
    var sql =
        SUMMARY
            + where.sql()
            + " order by %s desc, guid desc limit %d".formatted(column, limit + 1);
    try {
      return found(sql, where, search.order(), limit);
    } catch (SQLException e) {
      if (search.words().isPresent() && isNoSearch(search.words().get())) {
        throw new BadParameterException("q", "has more signs and operators than a search can hold");
      }
      throw e;
    }
  }

  /** Whether the words alone are what makes a statement fail. */
  private boolean isNoSearch(String words) throws SQLException {
    try (var connection = pool.getConnection();
        var statement =
            connection.prepareStatement(
                "select websearch_to_tsquery('english', ?), websearch_to_tsquery('simple', ?)")) {
      statement.setString(1, words);
      statement.setString(2, words);
      statement.executeQuery().close();
      return false;
    } catch (SQLException e) {
      if (StoreFault.isOfItsText(e)) {
        return true;
      }
      throw e;
    }
  }

  private static Conditions conditions(Search search) {
    var where = new Conditions();
    search.words().ifPresent(words -> where.add(WORDS, words, words));
    search.entity().ifPresent(entity -> where.add(NAMED, entity, entity));
    search.span().from().ifPresent(from -> where.add("news_time >= ?", from));
    search.span().to().ifPresent(to -> where.add("news_time < ?", to));
    return where;
  }

  private FoundArticles found(String sql, Conditions where, Search.Order order, int limit)
      throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(sql)) {
      where.bind(statement);
      try (var rows = statement.executeQuery()) {
        var articles = new ArrayList<ObjectNode>();
        while (rows.next()) {
          if (articles.size() == limit) {
            return new FoundArticles(articles, true);
          }
          articles.add(ArticleJson.summary(rows, order));
        }
        return new FoundArticles(articles, false);
      }
    }
  }

  /** One article with its tags and all its versions. */
  Optional<ObjectNode> article(String guid) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(WHOLE)) {
      statement.setString(1, guid);
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        var article = ArticleJson.whole(rows);
        article.set("versions", versions(connection, guid));
        ChainTables.chain(connection, guid).ifPresent(chain -> article.set("chain", chain));
        return Optional.of(article);
      }
    }
  }

  /** How much there is, and how long the article that came last was under way. */
  ObjectNode counts() throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(COUNTS);
        var rows = statement.executeQuery()) {
      rows.next();
      var counts = ArticleJson.JSON.createObjectNode();
      for (var name : List.of("articles", "versions", "kills", "entities")) {
        counts.put(name, rows.getLong(name));
      }
      var stored = rows.getObject("stored_at", OffsetDateTime.class);
      if (stored != null) {
        var received = rows.getObject("received_at", OffsetDateTime.class);
        counts.put("newestStoredAt", stored.toInstant().toString());
        counts.put(
            "newestDelayMillis",
            Math.max(0, stored.toInstant().toEpochMilli() - received.toInstant().toEpochMilli()));
      }
      return counts;
    }
  }

  /**
   * The oldest transaction that still runs: rows written by earlier ones will not become more.
   * Empty while the sink has not made the tables yet.
   */
  Optional<String> settledBefore() throws SQLException {
    try (var connection = pool.getConnection();
        var statement =
            connection.prepareStatement(
                "select to_regclass('articles') is not null,"
                    + " pg_snapshot_xmin(pg_current_snapshot())::text");
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getBoolean(1) ? Optional.of(rows.getString(2)) : Optional.empty();
    }
  }

  /** At most {@code limit} of the articles written from one transaction on and before another. */
  List<ObjectNode> written(String from, String before, int limit) throws SQLException {
    var sql =
        SUMMARY
            + "where written_by >= ?::xid8 and written_by < ?::xid8"
            + " order by written_by desc, received_at desc limit "
            + limit;
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, from);
      statement.setString(2, before);
      try (var rows = statement.executeQuery()) {
        var articles = new ArrayList<ObjectNode>();
        while (rows.next()) {
          articles.add(ArticleJson.summary(rows, Search.Order.ARRIVED));
        }
        return articles;
      }
    }
  }

  private static ArrayNode versions(Connection connection, String guid) throws SQLException {
    var versions = ArticleJson.JSON.createArrayNode();
    try (var statement = connection.prepareStatement(VERSIONS)) {
      statement.setString(1, guid);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          versions.add(RowJson.of(rows));
        }
      }
    }
    return versions;
  }

  /** Conditions of a query, all of which must hold, with their parameters. */
  private static final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    void add(String condition, Object... values) {
      conditions.add("(" + condition + ")");
      for (var value : values) {
        parameters.add(value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
      }
    }

    String sql() {
      return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    void bind(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
    }
  }
}
