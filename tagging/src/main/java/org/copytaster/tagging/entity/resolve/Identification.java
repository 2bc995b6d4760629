package org.copytaster.tagging.entity.resolve;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.entity.Attribute;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.link.Linker;
import org.copytaster.tagging.entity.link.Scene;
import org.copytaster.tagging.entity.link.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * Says who the finished parts of one text are. This is the one place where a link is asked for;
 * what is not known for sure gets a local identity made of type and name.
 */
final class Identification {

  private static final Set<Attribute.Kind> TELLING =
      Set.of(
          Attribute.Kind.TITLE,
          Attribute.Kind.NATIONALITY,
          Attribute.Kind.ROLE,
          Attribute.Kind.AFFILIATION);

  private final Map<EntityDraft, Sighting> sightings = new LinkedHashMap<>();
  private final Linker here;

  Identification(Linker linker, Collection<EntityDraft> parts, Scene scene) {
    parts.forEach(part -> sightings.put(part, sighting(part)));
    this.here = linker.among(sightings.values(), scene);
  }

  /**
   * Who a part is.
   *
   * @param confidence from 0 to 1, how sure the knowledge base's id is; null without one
   * @param because why it is that one; null without one
   */
  record IdentifiedEntity(
      Identity identity, @Nullable Double confidence, @Nullable String because) {}

  private static Sighting sighting(EntityDraft part) {
    var known = part.known();
    var name = known == null ? part.canonical() : known.name();
    return new Sighting(part.type(), name, part.surfaces(), part.container(), said(part));
  }

  /** What helps to tell namesakes apart; ages do not. */
  private static Set<String> said(EntityDraft part) {
    var said = new LinkedHashSet<String>();
    for (var attribute : part.attributes()) {
      if (TELLING.contains(attribute.kind())) {
        said.add(attribute.value());
      }
    }
    return said;
  }

  IdentifiedEntity of(EntityDraft part) {
    var sighting = sightings.get(part);
    if (sighting == null || part.staff()) {
      return new IdentifiedEntity(Identity.staff(part.canonical()), null, null);
    }
    boolean ofNation = part.type() == EntityType.ORG && part.container() != null;
    var link = ofNation ? null : here.best(sighting);
    return link == null
        ? new IdentifiedEntity(local(part, sighting), null, null)
        : new IdentifiedEntity(link.identity(), link.confidence(), link.because());
  }

  /** What the gazetteer finds names by says nothing of how sure it is. */
  private static Identity local(EntityDraft part, Sighting sighting) {
    var container = sighting.container();
    return container == null
        ? Identity.local(part.type(), sighting.name())
        : Identity.local(part.type(), sighting.name(), sighting.name() + ", " + container);
  }
}
