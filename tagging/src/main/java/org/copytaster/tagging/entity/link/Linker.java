package org.copytaster.tagging.entity.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.known.Knowledge;
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

  /** What comes along with this version, and is the same for all houses. */
  private record Shipped(Atlas atlas, KnownNames names, Knowledge knowledge, SignWords words) {}

  private final Shipped shipped;
  private final Linking linking;
  private final Knowledge knowledge;
  private final Surroundings surroundings;
  private final Scene scene;

  private Linker(
      Shipped shipped,
      Linking linking,
      Knowledge knowledge,
      Surroundings surroundings,
      Scene scene) {
    this.shipped = shipped;
    this.linking = linking;
    this.knowledge = knowledge;
    this.surroundings = surroundings;
    this.scene = scene;
  }

  /** A linker with the lists that come with this version. */
  public static Linker read() {
    var shipped =
        new Shipped(Atlas.read(), KnownNames.read(), Knowledge.shipped(), SignWords.read());
    return new Linker(
        shipped, Linking.DEFAULT, shipped.knowledge(), Surroundings.NONE, Scene.unknown());
  }

  /** The same lists behind a house's own, and its threshold. */
  public Linker with(Linking other) {
    return new Linker(
        shipped,
        other,
        other.knowledge().and(shipped.knowledge()),
        Surroundings.NONE,
        Scene.unknown());
  }

  /** A linker for an article of whose day and words nothing is known. */
  public Linker among(Collection<Sighting> sightings) {
    return among(sightings, Scene.unknown());
  }

  /**
   * A linker for an article: what is clear in it helps with what is not. Its time is linear in the
   * number of sightings.
   */
  public Linker among(Collection<Sighting> sightings, Scene around) {
    return new Linker(shipped, linking, knowledge, surroundings(sightings), around);
  }

  private Surroundings surroundings(Collection<Sighting> sightings) {
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
    return around;
  }

  /** Whether the gazetteer has a place of a name, anywhere. */
  public boolean hasPlace(String name) {
    return !shipped.atlas().places(name).isEmpty();
  }

  /** The best link at or above the threshold, or null. */
  public @Nullable Link best(Sighting sighting) {
    var wordings = wordings(sighting);
    var link = fromAuthority(sighting, wordings);
    if (link == null) {
      link =
          switch (sighting.type()) {
            case PER, ORG ->
                surer(fromLists(sighting, wordings), fromKnowledge(sighting, wordings));
            case LOC -> place(sighting, wordings);
            case MISC -> fromAtlas(sighting);
          };
    }
    return link == null || link.confidence() < linking.leastConfidence() ? null : rounded(link);
  }

  /** To three digits; more would say more than is known. */
  private static Link rounded(Link link) {
    double confidence = Math.round(1000 * link.confidence()) / 1000.0;
    return new Link(link.identity(), confidence, link.because());
  }

  /** Airports and the like are asked for where no town has the name. */
  private @Nullable Link place(Sighting sighting, List<String> wordings) {
    var place = fromAtlas(sighting);
    return place == null ? fromKnowledge(sighting, wordings) : place;
  }

  private static @Nullable Link surer(@Nullable Link first, @Nullable Link second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return second.confidence() > first.confidence() ? second : first;
  }

  private @Nullable Link fromKnowledge(Sighting sighting, List<String> wordings) {
    var reading =
        new BearerReading(
            knowledge,
            shipped.atlas(),
            new PersonSigns(shipped.words(), surroundings, scene),
            new OrganisationSigns(shipped.atlas(), shipped.words(), surroundings, scene));
    return reading.of(sighting, wordings);
  }

  private @Nullable Link fromAuthority(Sighting sighting, List<String> wordings) {
    for (var wording : wordings) {
      var found = linking.authority().names().find(sighting.type(), wording);
      if (!found.isEmpty()) {
        var first = found.iterator().next();
        boolean same = wording.equals(sighting.name());
        var because = "in the house's list by " + (same ? "its name" : "another wording");
        return new Link(first.identity(), (same ? 1 : WORDING) / found.size(), because);
      }
    }
    return null;
  }

  private @Nullable Link fromLists(Sighting sighting, List<String> wordings) {
    var doubts = new LinkedHashMap<KnownName, Double>();
    for (var wording : wordings) {
      var found = shipped.names().find(sighting.type(), wording);
      for (var known : found) {
        double doubt = 1 - reliability(known, wording) / found.size();
        doubts.merge(known, doubt, (a, b) -> a * b);
      }
    }
    Link best = null;
    for (var doubt : doubts.entrySet()) {
      double left = doubt.getValue();
      int company = 0;
      for (var each : doubt.getKey().company()) {
        company += surroundings.has(each) ? 1 : 0;
      }
      left *= Math.pow(1 - COMPANY, company);
      if (best == null || 1 - left > best.confidence()) {
        var because = "listed by name" + (company == 0 ? "" : "; " + company + " of its company");
        best = new Link(doubt.getKey().identity(), 1 - left, because);
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
    if (sighting.surfaces().size() == 1 && sighting.surfaces().contains(sighting.name())) {
      return wordings;
    }
    int words = words(sighting.name());
    sighting.surfaces().stream()
        .filter(surface -> !surface.equals(sighting.name()))
        .filter(surface -> sighting.type() != EntityType.PER || words(surface) >= words)
        .sorted()
        .forEach(wordings::add);
    return wordings;
  }

  private static int words(String name) {
    int words = 1;
    for (int i = 1; i < name.length(); i++) {
      boolean begins = isSpace(name.charAt(i - 1)) && !isSpace(name.charAt(i));
      words += begins ? 1 : 0;
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
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
    return new Link(identity, reading.confidence(), "its share of all places of the name");
  }

  private @Nullable PlaceCandidate reading(Sighting sighting) {
    var places = new PlaceReading(shipped.atlas(), surroundings);
    return switch (sighting.type()) {
      case LOC -> places.ofPlace(sighting.name(), sighting.container());
      case MISC -> places.ofDemonym(sighting.name());
      default -> null;
    };
  }
}
