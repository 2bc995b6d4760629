package org.copytaster.enrich.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person, an organisation, a place or another thing with a name.
 *
 * @param linkConfidence from 0 to 1, how sure the knowledge base's id is; null without one
 * @param roles what it is to the article besides a subject: BYLINE, CONTRIBUTOR
 * @param salience how much the article is about it, from 0 to 1
 * @param mentions where it is named, in order
 */
public record Entity(
    Identity identity,
    @Nullable Double linkConfidence,
    List<String> roles,
    double salience,
    List<Mention> mentions) {

  /** Copies the lists. */
  public Entity {
    roles = List.copyOf(roles);
    mentions = List.copyOf(mentions);
  }
}
