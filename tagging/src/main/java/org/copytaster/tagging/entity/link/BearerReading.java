package org.copytaster.tagging.entity.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.known.Bearer;
import org.copytaster.tagging.entity.known.Knowledge;
import org.copytaster.tagging.entity.known.KnownKey;
import org.jspecify.annotations.Nullable;

/**
 * Which of those who bear a name an article means, or nobody of them. Each is weighed by what
 * speaks for it; those who are not far behind take from the confidence of the best. One who has no
 * id takes part and is nobody to link to.
 */
final class BearerReading {

  private final Knowledge knowledge;
  private final Atlas atlas;
  private final PersonSigns people;
  private final OrganisationSigns organisations;

  BearerReading(
      Knowledge knowledge, Atlas atlas, PersonSigns people, OrganisationSigns organisations) {
    this.knowledge = knowledge;
    this.atlas = atlas;
    this.people = people;
    this.organisations = organisations;
  }

  private record Weighed(Bearer bearer, Doubt doubt) {}

  /** The best reading of a name, or null if no table has it or the best has no id. */
  @Nullable Link of(Sighting sighting, List<String> wordings) {
    var found = new LinkedHashMap<Bearer, List<String>>();
    for (var wording : wordings) {
      boolean first = found.isEmpty();
      for (var bearer : bearers(sighting.type(), wording)) {
        if (first || found.containsKey(bearer)) {
          found.computeIfAbsent(bearer, absent -> new ArrayList<>()).add(wording);
        }
      }
    }
    return found.isEmpty() ? null : best(sighting, found);
  }

  private List<Bearer> bearers(EntityType type, String wording) {
    return asked(type, wording) ? knowledge.find(type, wording) : List.of();
  }

  /** A surname or a given name alone is nobody's. */
  private static boolean asked(EntityType type, String wording) {
    return type != EntityType.PER || KnownKey.of(type, wording).indexOf(' ') > 0;
  }

  private @Nullable Link best(Sighting sighting, Map<Bearer, List<String>> found) {
    var nations = sighting.type() == EntityType.PER ? nations(sighting) : Set.<String>of();
    Weighed best = null;
    var all = new ArrayList<Weighed>();
    for (var entry : found.entrySet()) {
      var doubt =
          switch (sighting.type()) {
            case PER -> people.of(sighting, entry.getKey(), nations);
            case ORG -> organisations.of(sighting, entry.getValue(), entry.getKey());
            case LOC, MISC -> place(entry.getKey());
          };
      var weighed = new Weighed(entry.getKey(), doubt);
      all.add(weighed);
      boolean better = best == null || doubt.confidence() > best.doubt().confidence();
      best = better ? weighed : best;
    }
    return best == null || !best.bearer().known() ? null : link(sighting, best, all);
  }

  /** The name is the article's, as tables write names in many ways; the id says who it is. */
  private static Link link(Sighting sighting, Weighed best, List<Weighed> all) {
    double own = best.doubt().confidence();
    double others = 0;
    for (var each : all) {
      if (!same(each.bearer(), best.bearer())) {
        others += each.doubt().confidence();
      }
    }
    var because = best.doubt().because();
    if (all.size() > 1) {
      because += "; the likeliest of " + all.size() + " who bear the name";
    }
    var bearer = best.bearer();
    var identity = new Identity(bearer.id(), sighting.name(), bearer.type(), bearer.id());
    return new Link(identity, own == 0 ? 0 : own * own / (own + others), because);
  }

  /**
   * Whether two bearers of one name are one: registers of one country that give ids of their own
   * have the same newspaper twice, and the same politician.
   */
  private static boolean same(Bearer one, Bearer other) {
    if (one.id().equals(other.id())) {
      return true;
    }
    var country = one.term().country();
    return one.known()
        && other.known()
        && !scheme(one).equals(scheme(other))
        && !country.isEmpty()
        && country.equals(other.term().country())
        && one.described().kind().equals(other.described().kind())
        && (one.type() != EntityType.PER || PersonSigns.sameSeat(one, other));
  }

  private static String scheme(Bearer bearer) {
    return bearer.id().substring(0, Math.max(0, bearer.id().indexOf(':')));
  }

  private static Doubt place(Bearer bearer) {
    boolean clear = bearer.name().indexOf(' ') > 0;
    return new Doubt(clear ? 0.3 : 0.9, "a name of a " + bearer.described().kind());
  }

  /** The countries whose adjectives stand beside a name. */
  private Set<String> nations(Sighting sighting) {
    var nations = new HashSet<String>();
    for (var said : sighting.said()) {
      for (var place : atlas.ofDemonym(said)) {
        nations.add(place.country());
      }
    }
    return nations;
  }
}
