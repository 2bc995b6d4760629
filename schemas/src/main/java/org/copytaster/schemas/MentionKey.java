package org.copytaster.schemas;

import org.copytaster.schemas.record.EntityMention;

/**
 * What a record on the topic of mentions is about: an entity and an article. All records of an
 * entity stand in one partition, by the entity's id alone, so that whoever follows it reads one.
 */
public record MentionKey(String entityId, String guid) {

  /** What {@code mention} is about. */
  public static MentionKey of(EntityMention mention) {
    return new MentionKey(mention.getEntityId(), mention.getGuid());
  }

  /** The Kafka key: the entity's id, which has no blank in it, a blank, the guid. */
  public String key() {
    return entityId + " " + guid;
  }
}
