package org.copytaster.tagging.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person, an organisation, a place or another thing with a name.
 *
 * @param linkConfidence from 0 to 1, how sure the knowledge base's id is; null without one
 * @param linkReason what spoke for that id, in words of our own; null without one
 * @param roles what it is to the article, in the order of {@link Role}
 * @param salience how much the article is about it, from 0 to 1
 * @param attributes what is said of it in passing, in order
 * @param mentions where it is named, in order
 */
public record Entity(
    Identity identity,
    @Nullable Double linkConfidence,
    @Nullable String linkReason,
    List<Role> roles,
    double salience,
    List<Attribute> attributes,
    List<Mention> mentions) {

  /** Copies the lists. */
  public Entity {
    roles = List.copyOf(roles);
    attributes = List.copyOf(attributes);
    mentions = List.copyOf(mentions);
  }
}
