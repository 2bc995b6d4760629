package org.copytaster.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.copytaster.schemas.record.EnrichedArticle;

/** Writes {@code entities}, {@code mentions} and {@code timexes} of current versions. */
final class TagRows {

  private static final List<String> DELETIONS =
      List.of(
          "delete from mentions where guid = any(?)",
          "delete from timexes where guid = any(?)",
          "delete from entities where guid = any(?)");

  private static final String ENTITY =
      """
      insert into entities (guid, ordinal, entity_id, name, type, knowledge_base_id, salience, roles)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String MENTION =
      """
      insert into mentions (guid, entity_ordinal, ordinal, span_begin, span_end, surface, zone, type)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String TIMEX =
      """
      insert into timexes (guid, ordinal, span_begin, span_end, surface, zone, type, value, mod,
        interval_from, interval_to, grain, anchor, rule, confidence)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Connection connection;

  TagRows(Connection connection) {
    this.connection = connection;
  }

  void delete(Collection<String> guids) throws SQLException {
    for (var deletion : DELETIONS) {
      try (var statement = connection.prepareStatement(deletion)) {
        new Parameters(statement).texts(guids);
        statement.executeUpdate();
      }
    }
  }

  void insert(List<EnrichedArticle> articles) throws SQLException {
    try (var entities = connection.prepareStatement(ENTITY);
        var mentions = connection.prepareStatement(MENTION);
        var timexes = connection.prepareStatement(TIMEX)) {
      for (var article : articles) {
        var guid = article.getArticle().getGuid();
        entities(guid, article, new Parameters(entities));
        mentions(guid, article, new Parameters(mentions));
        timexes(guid, article, new Parameters(timexes));
      }
      entities.executeBatch();
      mentions.executeBatch();
      timexes.executeBatch();
    }
  }

  private static void entities(String guid, EnrichedArticle article, Parameters row)
      throws SQLException {
    int ordinal = 0;
    for (var entity : article.getEntities()) {
      row.text(guid).number(ordinal++).text(entity.getId()).text(entity.getName());
      row.text(entity.getType().name()).text(entity.getKnowledgeBaseId());
      row.fraction(entity.getSalience()).texts(entity.getRoles()).add();
    }
  }

  private static void mentions(String guid, EnrichedArticle article, Parameters row)
      throws SQLException {
    int entityOrdinal = 0;
    for (var entity : article.getEntities()) {
      int ordinal = 0;
      for (var mention : entity.getMentions()) {
        row.text(guid).number(entityOrdinal).number(ordinal++);
        row.number(mention.getBegin()).number(mention.getEnd()).text(mention.getSurface());
        row.text(mention.getZone().name()).text(mention.getType().name()).add();
      }
      entityOrdinal++;
    }
  }

  private static void timexes(String guid, EnrichedArticle article, Parameters row)
      throws SQLException {
    int ordinal = 0;
    for (var timex : article.getTimexes()) {
      row.text(guid).number(ordinal++).number(timex.getBegin()).number(timex.getEnd());
      row.text(timex.getSurface()).text(timex.getZone().name()).text(timex.getType().name());
      row.text(timex.getValue()).text(timex.getMod()).text(timex.getFrom()).text(timex.getTo());
      row.text(timex.getGrain()).text(timex.getAnchor()).text(timex.getRule());
      row.fraction(timex.getConfidence()).add();
    }
  }
}
