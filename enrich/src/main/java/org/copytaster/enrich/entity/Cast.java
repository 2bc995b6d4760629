package org.copytaster.enrich.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.copytaster.enrich.entity.Name.Trust;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in one text. All names are read before any is resolved, so that a headline may say
 * Putin and the body who that is; then each is given to its entity in the order of the text. Every
 * step looks names up by their words and never compares all with all: the time is linear.
 */
final class Cast {

  private final Countries countries;
  private final Cues cues;
  private final People people;
  private final People staff;
  private final Organisations organisations;
  private final Places places;
  private final Map<String, Part> others = new HashMap<>();

  Cast(Cues cues, Countries countries) {
    this.cues = cues;
    this.countries = countries;
    this.people = new People(cues, false);
    this.staff = new People(cues, true);
    this.organisations = new Organisations(cues, countries);
    this.places = new Places(countries);
  }

  /**
   * The entities behind the names, in the order of their first mentions.
   *
   * @param found in the order of the text, apart
   * @param sentences UTF-16 offsets at which the sentences of the body begin
   */
  List<Entity> of(List<Name> found, int[] sentences) {
    var names = new Majority(cues, countries).repaired(found);
    people.introduce(some(names, name -> name.person() && !name.staff()));
    staff.introduce(some(names, name -> name.person() && name.staff()));
    organisations.introduce(some(names, name -> name.type() == EntityType.ORG));
    organisations.possessed(names);
    places.introduce(names);
    var partAt = new LinkedHashMap<Integer, Part>();
    for (var name : names) {
      var part = part(name);
      if (part != null) {
        part.add(name);
        partAt.put(name.begin(), part);
      }
    }
    organisations.learnFromShorterForms();
    new Portraits(cues, countries, names, partAt).read();
    return entities(new LinkedHashSet<>(partAt.values()), sentences);
  }

  private static List<Name> some(List<Name> names, Predicate<Name> wanted) {
    return names.stream().filter(wanted).toList();
  }

  /** The entity that a name means, or null if it is none. */
  private @Nullable Part part(Name name) {
    if (name.clue().trust() == Trust.ONLY_IF_KNOWN) {
      return staff.known(name);
    }
    return switch (name.type()) {
      case PER -> name.staff() ? staff.resolve(name) : people.resolve(name);
      case ORG -> organisations.resolve(name);
      case LOC -> places.resolve(name);
      case MISC -> other(name);
    };
  }

  private Part other(Name name) {
    var country = countries.ofDemonym(name.words());
    if (country != null) {
      return places.ofPeople(country);
    }
    var key = Fold.key(name.words());
    var part = others.computeIfAbsent(key, absent -> new Part(EntityType.MISC, false));
    part.formal(name);
    part.know(name.clue().known());
    return part;
  }

  /** Asks who each part is; parts that turn out to be the same become one. */
  private static List<Entity> entities(Set<Part> inOrder, int[] sentences) {
    var known = new LinkedHashMap<String, Part>();
    var identities = new HashMap<String, Identity>();
    for (var part : inOrder) {
      var identity = Identification.of(part);
      identities.putIfAbsent(identity.id(), identity);
      var first = known.putIfAbsent(identity.id(), part);
      if (first != null) {
        first.absorb(part);
      }
    }
    var parts = List.copyOf(known.values());
    var salience = new Salience(sentences, parts);
    var entities = new ArrayList<Entity>();
    known.forEach(
        (id, part) -> {
          if (salience.subject(part)) {
            part.play(Role.SUBJECT);
          }
          var identity = identities.getOrDefault(id, Identification.of(part));
          entities.add(part.entity(identity, salience.of(part)));
        });
    return entities;
  }
}
