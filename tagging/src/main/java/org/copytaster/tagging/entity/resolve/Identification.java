package org.copytaster.tagging.entity.resolve;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.link.Linker;
import org.copytaster.tagging.entity.link.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * Says who the finished parts of one text are. This is the one place where a link is asked for;
 * what is not known for sure gets a local identity made of type and name.
 */
final class Identification {

  private final Map<EntityDraft, Sighting> sightings = new LinkedHashMap<>();
  private final Linker here;

  Identification(Linker linker, Collection<EntityDraft> parts) {
    parts.forEach(part -> sightings.put(part, sighting(part)));
    this.here = linker.among(sightings.values());
  }

  /**
   * Who a part is.
   *
   * @param confidence from 0 to 1, how sure the knowledge base's id is; null without one
   */
  record IdentifiedEntity(Identity identity, @Nullable Double confidence) {}

  private static Sighting sighting(EntityDraft part) {
    var known = part.known();
    var name = known == null ? part.canonical() : known.name();
    return new Sighting(part.type(), name, part.surfaces(), part.container());
  }

  IdentifiedEntity of(EntityDraft part) {
    var sighting = sightings.get(part);
    if (sighting == null || part.staff()) {
      return new IdentifiedEntity(Identity.staff(part.canonical()), null);
    }
    boolean ofNation = part.type() == EntityType.ORG && part.container() != null;
    var link = ofNation ? null : here.best(sighting);
    return link == null
        ? new IdentifiedEntity(local(part, sighting), null)
        : new IdentifiedEntity(link.identity(), link.confidence());
  }

  /** What the gazetteer finds names by says nothing of how sure it is. */
  private static Identity local(EntityDraft part, Sighting sighting) {
    var container = sighting.container();
    return container == null
        ? Identity.local(part.type(), sighting.name())
        : Identity.local(part.type(), sighting.name(), sighting.name() + ", " + container);
  }
}
