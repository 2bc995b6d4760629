package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which articles an article carries on, corrects or takes the place of, and which do so of it. A
 * link that any version has stated holds until a later one states another of its kind. Both ends
 * are looked up at each question, so that a link is whole once both are stored, in any order.
 */
final class ChainTables {

  /** So many articles that name this one are told, of all kinds together. */
  static final int MOST = 100;

  /** So far back it is told what was carried on; what goes round in a circle ends before that. */
  static final int FURTHEST = 20;

  private static final String ENDS =
      """
      , a.version as newest, a.pub_status, a.source, left(a.headline, 500) as headline
      """;

  /** What it says itself. */
  private static final String STATED =
      "select l.kind, l.guid, l.version"
          + ENDS
          + """
      from (select distinct on (kind) kind, to_guid as guid, to_version as version
          from article_links l where guid = ? and to_guid <> guid and kind <> 'EVOLVED_FROM'
          order by kind, l.version desc) as l
        left join articles a on a.guid = l.guid
      """;

  /** What others say of it. */
  private static final String NAMED =
      "select l.kind, l.guid, l.version"
          + ENDS
          + """
      from article_links l join articles a on a.guid = l.guid
      where l.to_guid = ? and l.guid <> l.to_guid
        and not exists (select 1 from article_links later
          where later.guid = l.guid and later.kind = l.kind and later.version > l.version
            and later.to_guid <> later.guid)
      order by l.kind, a.received_at desc, l.guid limit 101
      """;

  private static final String ANCESTORS =
      """
      with recursive line (guid, version, depth, path) as (
        select ?::text, null::integer, 0, array[?]::text[]
        union all
        select l.to_guid, l.to_version, line.depth + 1, line.path || l.to_guid
        from line cross join lateral (
            select to_guid, to_version from article_links s
            where s.guid = line.guid and s.kind = 'EVOLVED_FROM' and s.to_guid <> s.guid
            order by s.version desc limit 1) as l
        where line.depth < 20 and l.to_guid <> all (line.path))
      select 'EVOLVED_FROM' as kind, line.guid, line.version"""
          + ENDS
          + """
      from line left join articles a on a.guid = line.guid
      where line.depth > 0 order by line.depth
      """;

  /** The place of each kind in the answer. */
  private static final Map<String, String> OWN =
      Map.of(
          "EVOLVED_FROM", "evolvedFrom",
          "CORRECTS", "corrects",
          "SUBSTITUTES", "substitutes",
          "SUBSTITUTED_BY", "substitutedBy");

  /** The same where the other one says so. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "EVOLVED_FROM", "evolvedInto",
          "CORRECTS", "correctedBy",
          "SUBSTITUTES", "substitutedBy",
          "SUBSTITUTED_BY", "substitutes");

  private ChainTables() {}

  /** The chain of an article by the names of {@code openapi.yaml}; empty where it has none. */
  static Optional<ObjectNode> chain(Connection connection, String guid) throws SQLException {
    var links = new LinkedHashMap<String, Map<String, ObjectNode>>();
    read(connection, ANCESTORS, List.of(guid, guid), OWN, links);
    read(connection, STATED, List.of(guid), OWN, links);
    int named = read(connection, NAMED, List.of(guid), OTHERS, links);
    if (links.isEmpty()) {
      return Optional.empty();
    }
    var chain = ArticleJson.JSON.createObjectNode();
    links.forEach((kind, each) -> chain.putArray(kind).addAll(each.values()));
    if (named > MOST) {
      chain.put("more", true);
    }
    return Optional.of(chain);
  }

  private static int read(
      Connection connection,
      String sql,
      List<String> parameters,
      Map<String, String> places,
      Map<String, Map<String, ObjectNode>> links)
      throws SQLException {
    int count = 0;
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          if (++count <= MOST) {
            var link = RowJson.of(rows);
            var place = places.getOrDefault(link.remove("kind").asText(), "");
            link.put("stored", link.has("newest"));
            links
                .computeIfAbsent(place, none -> new LinkedHashMap<>())
                .putIfAbsent(link.path("guid").asText(), link);
          }
        }
      }
    }
    return count;
  }
}
