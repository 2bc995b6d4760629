package org.copytaster.tagging.entity.link;

import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * What an article shows of one entity: what to look up.
 *
 * @param name its canonical name in the article, the fullest one
 * @param surfaces all wordings by which the article calls it
 * @param container what stands behind its name to say where it is, "Texas" in "Paris, Texas"
 * @param said what it says of it in passing: titles, trades, a nationality, an affiliation
 */
public record Sighting(
    EntityType type,
    String name,
    Set<String> surfaces,
    @Nullable String container,
    Set<String> said) {

  /** Copies the sets. */
  public Sighting {
    surfaces = Set.copyOf(surfaces);
    said = Set.copyOf(said);
  }

  /** One of which nothing is said. */
  public Sighting(EntityType type, String name, Set<String> surfaces, @Nullable String container) {
    this(type, name, surfaces, container, Set.of());
  }
}
