package org.copytaster.tagging.entity.resolve;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.copytaster.tagging.entity.Attribute.Kind;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Fold;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.find.Countries;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.NameCues;

/**
 * Which places of one text are the same. Two towns of one name in two states are two; a name that
 * comes without its state is the one that was named last.
 */
final class Places {

  /** What stands behind a town's state, so that "In Moscow, Russia denied it" has none. */
  private static final String CLOSING = ",.;:()--–—_\"”";

  private static final Set<String> BEHIND =
      Set.of("in", "on", "at", "for", "to", "from", "by", "with", "after", "before", "where");

  /** Stands for a short form that several facilities have. */
  private static final String SEVERAL = "";

  private final Countries countries;
  private final NameCues cues;
  private final Predicate<String> known;
  private final Map<String, String> facilities = new HashMap<>();
  private final Map<String, EntityDraft> parts = new LinkedHashMap<>();
  private final Map<String, String> last = new HashMap<>();
  private final Map<Integer, Container> containers = new HashMap<>();

  /** What follows a town's name behind a comma: its full name, and the name it stands in. */
  private record Container(String place, Name name) {}

  /**
   * Makes the places of one text.
   *
   * @param known whether a gazetteer has a place of a name
   */
  Places(Countries countries, NameCues cues, Predicate<String> known) {
    this.countries = countries;
    this.cues = cues;
    this.known = known;
  }

  /** Finds the containers, and the first of each town, before any name is resolved. */
  void introduce(List<Name> names) {
    names.stream().filter(name -> name.type() == EntityType.LOC).forEach(this::introduceFacility);
    for (int i = 0; i + 1 < names.size(); i++) {
      var town = names.get(i);
      var next = names.get(i + 1);
      if (contained(town, next)) {
        var place = countries.containerName(next);
        containers.put(town.begin(), new Container(place, next));
        last.putIfAbsent(Fold.key(town.words()), place);
      }
    }
  }

  /** Fath Airport may be called Fath, if that is no town and no other facility's. */
  private void introduceFacility(Name name) {
    var words = name.words();
    int front = words.size() - 1;
    if (front < 1 || !cues.is(NameCues.Kind.FACILITY, words.get(front))) {
      return;
    }
    if (front > 1 && words.get(front - 1).equals("International")) {
      front--;
    }
    var shorter = Fold.key(words.subList(0, front));
    var key = Fold.key(words);
    facilities.merge(shorter, key, (a, b) -> a.equals(b) ? a : SEVERAL);
  }

  private String key(Name name) {
    var key = Fold.key(name.words());
    var facility = facilities.getOrDefault(key, SEVERAL);
    boolean free = !facility.equals(SEVERAL) && name.clue().known() == null;
    return free && !known.test(name.surface()) ? facility : key;
  }

  /** Paris, Texas: a comma between them and no list around them. */
  private boolean contained(Name town, Name next) {
    var context = town.context();
    boolean adjacent =
        context.sameParagraph(next.context())
            && next.context().begin() == context.end() + 1
            && context.after(1).equals(",");
    var behind = next.context().after(1);
    boolean closed = behind.isEmpty() || CLOSING.contains(behind) || BEHIND.contains(behind);
    return adjacent
        && closed
        && town.type() == EntityType.LOC
        && countries.contains(next)
        && !isPeer(town, next);
  }

  /** Texas, Oklahoma is a list; Washington, D.C. is none. */
  private boolean isPeer(Name town, Name next) {
    boolean abbreviated = next.surface().endsWith(".");
    return countries.isCountry(town) || (countries.contains(town) && !abbreviated);
  }

  /** A country that is named by its people. */
  EntityDraft ofPeople(Identity country) {
    var part =
        parts.computeIfAbsent("=" + country.id(), absent -> new EntityDraft(EntityType.LOC, false));
    part.formal(country.name());
    part.know(country);
    return part;
  }

  /** Which place a name means; the names must come in the order of the text. */
  EntityDraft resolve(Name name) {
    var key = key(name);
    var container = containers.get(name.begin());
    if (container != null) {
      last.put(key, container.place());
    }
    var place = last.getOrDefault(key, "");
    var part =
        parts.computeIfAbsent(key + "|" + place, absent -> new EntityDraft(EntityType.LOC, false));
    part.formal(name);
    part.know(name.clue().known());
    if (container != null) {
      part.within(container.place());
      part.say(Kind.CONTAINER, container.place(), container.name().place().span());
    }
    return part;
  }
}
