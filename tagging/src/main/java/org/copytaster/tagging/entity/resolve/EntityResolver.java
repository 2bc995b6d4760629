package org.copytaster.tagging.entity.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.copytaster.tagging.entity.Entity;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Role;
import org.copytaster.tagging.entity.find.Countries;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.Name.Trust;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TypeCorrection;
import org.copytaster.tagging.entity.link.Linker;
import org.copytaster.tagging.entity.link.Scene;
import org.copytaster.tagging.entity.resolve.Identification.IdentifiedEntity;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in one text. All names are read before any is resolved, so that a headline may say
 * Putin and the body who that is; then each is given to its entity in the order of the text. Every
 * step looks names up by their words and never compares all with all: the time is linear.
 */
public final class EntityResolver {

  private final Countries countries;
  private final NameCues cues;
  private final Linker linker;
  private final Scene scene;
  private final People people;
  private final People staff;
  private final Organisations organisations;
  private final Places places;
  private final Fleet fleet;
  private final Map<String, EntityDraft> others = new HashMap<>();

  /** A resolver for one text. */
  public EntityResolver(NameCues cues, Countries countries, Linker linker, Scene scene) {
    this.scene = scene;
    this.cues = cues;
    this.linker = linker;
    this.countries = countries;
    this.people = new People(cues, false);
    this.staff = new People(cues, true);
    this.organisations = new Organisations(cues, countries);
    this.places = new Places(countries, cues, linker::hasPlace);
    this.fleet = new Fleet(cues);
  }

  /**
   * The entities behind the names, in the order of their first mentions.
   *
   * @param found in the order of the text, apart
   * @param sentences UTF-16 offsets at which the sentences of the body begin
   */
  public List<Entity> of(List<Name> found, int[] sentences) {
    var names = new TypeCorrection(cues, countries, linker::hasPlace).repaired(found);
    people.introduce(some(names, name -> name.person() && !name.staff()));
    staff.introduce(some(names, name -> name.person() && name.staff()));
    organisations.introduce(some(names, name -> name.type() == EntityType.ORG));
    organisations.possessed(names);
    places.introduce(names);
    var partAt = new LinkedHashMap<Integer, EntityDraft>();
    for (var name : names) {
      var part = part(name);
      if (part != null) {
        part.add(name);
        partAt.put(name.begin(), part);
      }
    }
    organisations.learnFromShorterForms();
    new AttributeReader(cues, countries, names, partAt).read();
    return entities(new LinkedHashSet<>(partAt.values()), sentences);
  }

  private static List<Name> some(List<Name> names, Predicate<Name> wanted) {
    return names.stream().filter(wanted).toList();
  }

  /** The entity that a name means, or null if it is none. */
  private @Nullable EntityDraft part(Name name) {
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

  private EntityDraft other(Name name) {
    var country = countries.ofDemonym(name.words());
    if (country != null) {
      return places.ofPeople(country);
    }
    var key = fleet.key(name);
    var part = others.computeIfAbsent(key, absent -> new EntityDraft(EntityType.MISC, false));
    part.formal(name);
    part.know(name.clue().known());
    return part;
  }

  /** Asks who each part is; parts that turn out to be the same become one. */
  private List<Entity> entities(Set<EntityDraft> inOrder, int[] sentences) {
    var identification = new Identification(linker, inOrder, scene);
    var parts = new LinkedHashMap<IdentifiedEntity, EntityDraft>();
    var byId = new HashMap<String, EntityDraft>();
    for (var part : inOrder) {
      var identified = identification.of(part);
      var first = byId.putIfAbsent(identified.identity().id(), part);
      if (first == null) {
        parts.put(identified, part);
      } else {
        first.absorb(part);
      }
    }
    var salience = new Salience(sentences, List.copyOf(parts.values()));
    var entities = new ArrayList<Entity>();
    parts.forEach(
        (identified, part) -> {
          if (salience.subject(part)) {
            part.play(Role.SUBJECT);
          }
          entities.add(part.entity(identified, salience.of(part)));
        });
    return entities;
  }
}
