package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Fold;
import org.copytaster.tagging.text.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Lets the whole article correct the type of a single mention: a word that is the surname of
 * somebody named in full is that person, and a name is what it is nearly everywhere else.
 */
public final class TypeCorrection {

  /** How often a name must be of a type before others count as slips. */
  private static final int ENOUGH = 3;

  /** How many times as often as any other type. */
  private static final int TIMES = 3;

  private static final Set<String> CHAMBERS = Set.of("House", "Senate", "Congress");
  private static final Set<String> PLACE_CUES = Set.of("in", "at", "near", "the", "of");

  private final NameCues cues;
  private final Countries countries;
  private final Predicate<String> places;
  private final Map<String, Map<EntityType, Integer>> counts = new HashMap<>();
  private final Set<String> surnames = new HashSet<>();
  private final Set<String> openings = new HashSet<>();
  private final Set<String> firms = new HashSet<>();
  private final Set<String> datelines = new HashSet<>();

  /**
   * Corrects the names of one text by these words.
   *
   * @param places whether a gazetteer has a place of a name
   */
  public TypeCorrection(NameCues cues, Countries countries, Predicate<String> places) {
    this.places = places;
    this.cues = cues;
    this.countries = countries;
  }

  /** The names with their types corrected. */
  public List<Name> repaired(List<Name> names) {
    for (var name : names) {
      if (!name.staff()) {
        count(name);
      }
    }
    var repaired = new ArrayList<Name>();
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var type = name.staff() ? null : better(name);
      if (type == null && !name.staff() && i > 0 && joinsPerson(names.get(i - 1), name)) {
        type = EntityType.PER;
      }
      repaired.add(type == null || type == name.type() ? name : name.as(type));
    }
    return repaired;
  }

  private void count(Name name) {
    counts
        .computeIfAbsent(Fold.key(name.words()), absent -> new EnumMap<>(EntityType.class))
        .merge(name.type(), 1, Integer::sum);
    if (name.place().zone() == Zone.DATELINE && name.type() == EntityType.LOC) {
      datelines.add(Fold.key(name.words()));
    }
    if (name.words().size() > 1) {
      if (name.person()) {
        surnames.add(PersonName.of(name.words(), cues).familyKey());
      } else {
        openings.add(Fold.of(name.words().get(0)));
        if (name.type() == EntityType.ORG) {
          firms.add(Fold.of(name.words().get(0)));
        }
      }
    }
  }

  private @Nullable EntityType better(Name name) {
    var key = Fold.key(name.words());
    if (name.person() && datelines.contains(key) && !surnames.contains(key)) {
      return EntityType.LOC;
    }
    boolean state = countries.isAbbreviation(name.surface()) && name.surface().endsWith(".");
    if (state && name.context().before(1).equals(",")) {
      return EntityType.LOC;
    }
    if (name.type() != EntityType.ORG && isChamber(name)) {
      return EntityType.ORG;
    }
    if (name.type() != EntityType.LOC && isDirection(name)) {
      return EntityType.LOC;
    }
    if (name.clue().known() != null) {
      return null;
    }
    if (name.type() == EntityType.LOC && countries.isPeople(name.words())) {
      return EntityType.MISC;
    }
    boolean surname =
        name.words().size() == 1
            && surnames.contains(key)
            && !openings.contains(key)
            && !PLACE_CUES.contains(name.context().before(1));
    if (surname) {
      return EntityType.PER;
    }
    return isFirm(name, key) ? EntityType.ORG : usual(name, key);
  }

  /** Burisma is no person where the article has Burisma Holdings and nobody of that surname. */
  private boolean isFirm(Name name, String key) {
    var before = name.context().before(1);
    return name.type() == EntityType.PER
        && name.words().size() == 1
        && firms.contains(key)
        && !surnames.contains(key)
        && !cues.is(NameCues.Kind.GIVEN_NAME, name.words().get(0))
        && !cues.is(NameCues.Kind.FIRST_NAME, name.words().get(0))
        && !cues.is(NameCues.Kind.TITLE, before)
        && !cues.is(NameCues.Kind.COURTESY, before);
  }

  /** The U.S. House is no place, as the White House may be. */
  private static boolean isChamber(Name name) {
    return name.words().size() == 2
        && Fold.withoutStops(name.words().get(0)).equals("US")
        && CHAMBERS.contains(name.words().get(1));
  }

  /** The West is where, whatever it does. */
  private boolean isDirection(Name name) {
    return name.words().size() == 1
        && cues.is(NameCues.Kind.DIRECTION, name.words().get(0))
        && name.context().before(1).equalsIgnoreCase("the");
  }

  /**
   * Biden and Zelensky: a word that is no place which anybody knows, behind a person of one word,
   * where something is told of both.
   */
  private boolean joinsPerson(Name person, Name name) {
    var context = name.context();
    var next = context.after(1);
    return name.type() == EntityType.LOC
        && name.words().size() == 1
        && name.clue().known() == null
        && person.person()
        && person.words().size() == 1
        && context.sameParagraph(person.context())
        && person.context().end() + 1 == context.begin()
        && context.before(1).equals("and")
        && !next.isEmpty()
        && Character.isLowerCase(next.charAt(0))
        && !PLACE_CUES.contains(person.context().before(1))
        && !places.test(name.surface());
  }

  private @Nullable EntityType usual(Name name, String key) {
    var types = counts.getOrDefault(key, Map.of());
    int own = types.getOrDefault(name.type(), 0);
    for (var entry : types.entrySet()) {
      if (entry.getValue() >= ENOUGH && entry.getValue() >= TIMES * own) {
        return entry.getKey();
      }
    }
    return null;
  }
}
