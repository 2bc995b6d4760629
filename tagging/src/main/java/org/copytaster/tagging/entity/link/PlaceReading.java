package org.copytaster.tagging.entity.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.copytaster.tagging.entity.NameKey;
import org.copytaster.tagging.entity.link.Place.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which of the places of one name an article means. Each is weighed by the people who live there,
 * times a factor for what it is, times one for what the article says around it. Beside them stands
 * a place that no list has, with {@value #UNKNOWN} people; a place's confidence is its share of all
 * weights. A country, subdivision and town of one name that lie in each other are one reading.
 */
final class PlaceReading {

  /** Copy names places that no gazetteer has about as often as towns of this size. */
  private static final double UNKNOWN = 30_000;

  private static final double COUNTRY = 10;

  /** A name without more is a state's or a town's rather than a county's. */
  private static final double SUBDIVISION = 3;

  private static final double TOWN = 3;

  /** A capital stands in the news for its country besides. */
  private static final double CAPITAL = 100;

  /** A town that is called as another state of its country is not named without its own. */
  private static final double NAMESAKE = 0.05;

  /** Other names come from all languages. */
  private static final double ALIAS = 0.02;

  /** The text itself says where the place is. */
  private static final double CONTAINED = 1_000;

  /** The text itself says that the place is elsewhere. */
  private static final double ELSEWHERE = 1e-5;

  /** The article names the subdivision itself. */
  private static final double NEAR = 10;

  /** It names one thing more in the same country, or several; one is often there by the way. */
  private static final double SAME_COUNTRY = 5;

  private static final double OFTEN = 10;

  /** A town that weighs less than this part of a subdivision gives its name away to it. */
  private static final double MAIN_TOWN = 0.1;

  private final Atlas atlas;
  private final Surroundings surroundings;

  PlaceReading(Atlas atlas, Surroundings surroundings) {
    this.atlas = atlas;
    this.surroundings = surroundings;
  }

  /** A place and its share of all weights. */
  record PlaceCandidate(Place place, double confidence) {}

  /** The best reading of a place's name, or null if no list has it. */
  @Nullable PlaceCandidate ofPlace(String name, @Nullable String container) {
    return best(atlas.places(name), NameKey.of(name), container);
  }

  /**
   * The best reading of an adjective or of a word for a people; none where the article names
   * several countries that it is for, as the Korean peninsula is both Koreas'.
   */
  @Nullable PlaceCandidate ofDemonym(String name) {
    var places = atlas.ofDemonym(name);
    var key = NameKey.of(name);
    long named =
        places.stream()
            .filter(place -> place.kind() == Kind.COUNTRY)
            .filter(place -> surroundings.names(place.country(), key) > 0)
            .count();
    return named > 1 ? null : best(places, key, null);
  }

  private @Nullable PlaceCandidate best(
      List<Place> places, String key, @Nullable String container) {
    var where = container == null ? Set.<Place>of() : divisions(container);
    var weights = new HashMap<Place, Double>();
    double sum = UNKNOWN;
    for (var place : places) {
      double weight = weight(place, key) * fit(place, where) * namesake(place, places);
      weights.put(place, weight);
      sum += weight;
    }
    merge(places, weights);
    return heaviest(places, weights, sum);
  }

  /**
   * Gives what lies in a place of the same name, or that place, the weights of both. A country
   * takes the name of what lies in it, a main town that of the subdivision around it.
   */
  private static void merge(List<Place> places, Map<Place, Double> weights) {
    for (var outer : places) {
      for (var inner : places) {
        if (nested(inner, outer)) {
          double within = weights.getOrDefault(inner, 0.0);
          double around = weights.getOrDefault(outer, 0.0);
          boolean state = inner.kind().town() && outer.kind() != Kind.COUNTRY;
          boolean town = state && within >= MAIN_TOWN * around;
          weights.put(town ? inner : outer, within + around);
          weights.remove(town ? outer : inner);
        }
      }
    }
  }

  private static @Nullable PlaceCandidate heaviest(
      List<Place> places, Map<Place, Double> weights, double sum) {
    Place best = null;
    double most = 0;
    for (var place : places) {
      double weight = weights.getOrDefault(place, 0.0);
      if (weight > most) {
        best = place;
        most = weight;
      }
    }
    return best == null || !best.known() ? null : new PlaceCandidate(best, Math.min(1, most / sum));
  }

  private double weight(Place place, String key) {
    double kind =
        switch (place.kind()) {
          case COUNTRY -> COUNTRY;
          case CAPITAL -> CAPITAL;
          case CITY -> TOWN;
          case SUBDIVISION -> SUBDIVISION;
          case OUTLINE, REGION -> 1;
        };
    double name = place.byAlias() ? ALIAS : 1;
    return place.people() * kind * name * near(place, key);
  }

  private double near(Place place, String key) {
    int names = surroundings.names(place.country(), key);
    double country = names == 0 ? 1 : names == 1 ? SAME_COUNTRY : OFTEN;
    boolean inSubdivision = place.within().contains("-");
    return inSubdivision && surroundings.names(place.within(), key) > 0 ? NEAR * country : country;
  }

  private static double namesake(Place place, List<Place> places) {
    if (place.kind() != Kind.CITY) {
      return 1;
    }
    for (var other : places) {
      var code = other.code();
      if (other.kind() == Kind.SUBDIVISION
          && code != null
          && other.country().equals(place.country())
          && !place.liesIn(code)) {
        return NAMESAKE;
      }
    }
    return 1;
  }

  /**
   * How a place goes with what stands behind its name. One that leaves it out speaks against it,
   * but "Alabama, Georgia and France" is a list: a country has nothing around it, and a subdivision
   * has no subdivision.
   */
  private static double fit(Place place, Set<Place> where) {
    if (where.isEmpty()) {
      return 1;
    }
    boolean whole = place.kind() == Kind.COUNTRY || place.kind() == Kind.REGION;
    double best = whole ? 1 : ELSEWHERE;
    for (var division : where) {
      var code = division.code();
      if (code != null && place.liesIn(code)) {
        return CONTAINED;
      }
      boolean sister = division.country().equals(place.country());
      boolean inOutline = sister && division.kind() == Kind.OUTLINE;
      boolean list = sister && !place.kind().town() && division.kind() != Kind.COUNTRY;
      best = inOutline || list ? 1 : best;
    }
    return best;
  }

  /** The countries and subdivisions of a name; "Texas, U.S." is the first that is one. */
  private Set<Place> divisions(String container) {
    for (var part : container.split(",", -1)) {
      var divisions = new HashSet<Place>();
      for (var place : atlas.places(part)) {
        if (!place.kind().town() && !place.byAlias()) {
          divisions.add(place);
        }
      }
      if (!divisions.isEmpty()) {
        return divisions;
      }
    }
    return Set.of();
  }

  /** Of an outline nobody knows what lies in it; within one country the names speak for it. */
  private static boolean nested(Place inner, Place outer) {
    if (inner.equals(outer) || outer.kind().town()) {
      return false;
    }
    var code = outer.code();
    boolean inside = code != null && inner.liesIn(code);
    boolean town = inner.kind().town() && outer.kind() == Kind.OUTLINE;
    return inside || (town && inner.country().equals(outer.country()));
  }

  /**
   * The ISO 3166 codes that a place is evidence for. A town speaks for its country only: whoever
   * names New York and Rotterdam does not mean the Rotterdam in the state of New York.
   */
  static List<String> codes(Place place) {
    var code = place.code();
    return Stream.of(code == null ? "" : code, place.country())
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }
}
