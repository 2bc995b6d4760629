package org.copytaster.tagging.entity.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.link.PlaceReading.PlaceCandidate;
import org.jspecify.annotations.Nullable;

/**
 * Tells whom a list or a gazetteer knows by what an article shows of an entity, or that nobody is
 * known well enough. Immutable; {@link #among} gives one for an article.
 *
 * <p>A house's authority lists come first: an entry found by the canonical name has confidence 1,
 * by another wording 0.9, and if several share the wording each has an equal part of that. Then
 * people and organisations by the lists that come along: a full name counts 0.9, an acronym 0.7,
 * one that means others as well 0.3, a person's name {@value #PERSON}, each name in whose company
 * they are meant {@value #COMPANY}; the counts add up as chances of being right that do not depend
 * on each other, and are shared among all who go by the name. Places and demonyms are weighed as
 * {@link PlaceReading} says. A person is never a place: only lists of the sighting's own type are
 * asked.
 */
public final class Linker {

  private static final double WORDING = 0.9;
  private static final double FULL_NAME = 0.9;
  private static final double ACRONYM = 0.7;
  private static final double SHORT_NAME = 0.3;

  /** People share their names with others. */
  private static final double PERSON = 0.4;

  private static final double COMPANY = 0.6;

  /** How sure the reading of a name must be to say something about others. */
  private static final double CLEAR = 0.8;

  private final Atlas atlas;
  private final KnownNames names;
  private final Authority authority;
  private final double threshold;
  private final Surroundings surroundings;

  private Linker(
      Atlas atlas,
      KnownNames names,
      Authority authority,
      double threshold,
      Surroundings surroundings) {
    this.atlas = atlas;
    this.names = names;
    this.authority = authority;
    this.threshold = threshold;
    this.surroundings = surroundings;
  }

  /** A linker with the lists that come with this version. */
  public static Linker read() {
    return new Linker(
        Atlas.read(),
        KnownNames.read(),
        Authority.NONE,
        Linking.DEFAULT.leastConfidence(),
        Surroundings.NONE);
  }

  /** The same lists behind a house's own, and its threshold. */
  public Linker with(Linking linking) {
    return new Linker(
        atlas, names, linking.authority(), linking.leastConfidence(), Surroundings.NONE);
  }

  /**
   * A linker for an article: what is clear in it helps with what is not. Its time is linear in the
   * number of sightings.
   */
  public Linker among(Collection<Sighting> sightings) {
    var around = new Surroundings();
    for (var sighting : sightings) {
      around.addName(sighting.name());
      sighting.surfaces().forEach(around::addName);
      var reading = reading(sighting);
      if (reading != null && reading.confidence() >= CLEAR) {
        for (var code : PlaceReading.codes(reading.place())) {
          around.addPlace(code, sighting.name());
        }
      }
    }
    return new Linker(atlas, names, authority, threshold, around);
  }

  /** The best link at or above the threshold, or null. */
  public @Nullable Link best(Sighting sighting) {
    var link = fromAuthority(sighting);
    if (link == null) {
      link =
          switch (sighting.type()) {
            case PER, ORG -> fromLists(sighting);
            case LOC, MISC -> fromAtlas(sighting);
          };
    }
    return link == null || link.confidence() < threshold ? null : rounded(link);
  }

  /** To three digits; more would say more than is known. */
  private static Link rounded(Link link) {
    return new Link(link.identity(), Math.round(1000 * link.confidence()) / 1000.0);
  }

  private @Nullable Link fromAuthority(Sighting sighting) {
    var wordings = wordings(sighting);
    for (var wording : wordings) {
      var found = authority.names().find(sighting.type(), wording);
      if (!found.isEmpty()) {
        var first = found.iterator().next();
        boolean same = wording.equals(sighting.name());
        return new Link(first.identity(), (same ? 1 : WORDING) / found.size());
      }
    }
    return null;
  }

  private @Nullable Link fromLists(Sighting sighting) {
    var doubts = new LinkedHashMap<KnownName, Double>();
    for (var wording : wordings(sighting)) {
      var found = names.find(sighting.type(), wording);
      for (var known : found) {
        double doubt = 1 - reliability(known, wording) / found.size();
        doubts.merge(known, doubt, (a, b) -> a * b);
      }
    }
    Link best = null;
    for (var doubt : doubts.entrySet()) {
      double left = doubt.getValue();
      for (var company : doubt.getKey().company()) {
        left *= surroundings.has(company) ? 1 - COMPANY : 1;
      }
      if (best == null || 1 - left > best.confidence()) {
        best = new Link(doubt.getKey().identity(), 1 - left);
      }
    }
    return best;
  }

  private static double reliability(KnownName known, String wording) {
    if (known.type() == EntityType.PER) {
      return PERSON;
    }
    if (known.isShort(wording)) {
      return SHORT_NAME;
    }
    boolean acronym = wording.equals(wording.toUpperCase(Locale.ROOT)) && !wording.contains(" ");
    return acronym ? ACRONYM : FULL_NAME;
  }

  /**
   * By what to look it up, the canonical name first. A person's surname alone is no wording: there
   * are others of that name, but only one of this one's full name.
   */
  private static List<String> wordings(Sighting sighting) {
    var wordings = new ArrayList<String>();
    wordings.add(sighting.name());
    int words = words(sighting.name());
    sighting.surfaces().stream()
        .filter(surface -> !surface.equals(sighting.name()))
        .filter(surface -> sighting.type() != EntityType.PER || words(surface) >= words)
        .sorted()
        .forEach(wordings::add);
    return wordings;
  }

  private static int words(String name) {
    return name.split("\\s+", -1).length;
  }

  private @Nullable Link fromAtlas(Sighting sighting) {
    var reading = reading(sighting);
    if (reading == null) {
      return null;
    }
    var place = reading.place();
    var identity =
        sighting.type() == EntityType.LOC
            ? new Identity(place.id(), place.name(), EntityType.LOC, place.id())
            : Identity.local(EntityType.MISC, sighting.name()).knownAs(place.id());
    return new Link(identity, reading.confidence());
  }

  private @Nullable PlaceCandidate reading(Sighting sighting) {
    var places = new PlaceReading(atlas, surroundings);
    return switch (sighting.type()) {
      case LOC -> places.ofPlace(sighting.name(), sighting.container());
      case MISC -> places.ofDemonym(sighting.name());
      default -> null;
    };
  }
}
