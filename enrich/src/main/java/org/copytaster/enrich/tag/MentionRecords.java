package org.copytaster.enrich.tag;

import java.util.List;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;

/** Writes the light records of {@code news.mentions}. */
final class MentionRecords {

  private MentionRecords() {}

  /** One for each entity of an article, in the article's order. */
  static List<EntityMention> of(EnrichedArticle enriched) {
    var article = enriched.getArticle();
    return enriched.getEntities().stream()
        .map(
            entity ->
                EntityMention.newBuilder()
                    .setEntityId(entity.getId())
                    .setName(entity.getName())
                    .setType(entity.getType())
                    .setSalience(entity.getSalience())
                    .setRoles(entity.getRoles())
                    .setMentions(entity.getMentions().size())
                    .setGuid(article.getGuid())
                    .setVersion(article.getVersion())
                    .setHeadline(article.getHeadline())
                    .setVersionCreated(article.getVersionCreated())
                    .setEnrichedAt(enriched.getEnrichedAt())
                    .build())
        .toList();
  }

  /**
   * Takes back what was said of an entity: who knows nothing of retractions sees an article that
   * names it no times and has no headline.
   *
   * @param enriched the version that names it no longer
   */
  static EntityMention retraction(String entityId, EnrichedArticle enriched) {
    return EntityMention.newBuilder()
        .setEntityId(entityId)
        .setGuid(enriched.getArticle().getGuid())
        .setVersion(enriched.getArticle().getVersion())
        .setRetracted(true)
        .setEnrichedAt(enriched.getEnrichedAt())
        .build();
  }
}
