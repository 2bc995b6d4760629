package org.copytaster.enrich.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.copytaster.enrich.text.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in one text. A surname alone means the first person who was introduced with it: copy
 * names its main figure first, and his sister by her full name.
 */
final class Cast {

  private final Cues cues;
  private final Linker linker;
  private final Map<String, String> writtenOut = new HashMap<>();
  private final Map<String, String> fullNames = new HashMap<>();
  private final Map<String, String> bySurname = new HashMap<>();
  private final Map<String, EntityType> typeOfSurface = new HashMap<>();
  private final Map<String, Identity> knownSurface = new HashMap<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();

  Cast(Cues cues, Linker linker) {
    this.cues = cues;
    this.linker = linker;
  }

  /** The entities behind the names, in the order of their first mentions. */
  List<Entity> of(List<Name> names, int length) {
    names.forEach(this::introduce);
    names.forEach(this::assign);
    var linked = linked(containers(names));
    int most = 1;
    for (var part : linked) {
      most = Math.max(most, part.mentions.size());
    }
    var entities = new ArrayList<Entity>();
    for (var part : linked) {
      entities.add(part.entity(most, length));
    }
    return entities;
  }

  /** "Texas" for the "Paris" before it: two places with a comma and a space between them. */
  private static Map<String, String> containers(List<Name> names) {
    var containers = new HashMap<String, String>();
    for (int i = 1; i < names.size(); i++) {
      var before = names.get(i - 1);
      var name = names.get(i);
      boolean both = before.clue().type() == EntityType.LOC && name.clue().type() == EntityType.LOC;
      if (both && name.place().begin() - before.place().end() == 2) {
        containers.putIfAbsent(before.surface(), name.surface());
      }
    }
    return containers;
  }

  /** Links each part but those who made the article; parts with one link are one. */
  private Collection<Part> linked(Map<String, String> containers) {
    var sightings = new LinkedHashMap<Part, Sighting>();
    for (var part : parts.values()) {
      sightings.put(part, part.sighting(containers));
    }
    var here = linker.among(sightings.values());
    var linked = new LinkedHashMap<String, Part>();
    sightings.forEach(
        (part, sighting) -> {
          var link = part.roles.isEmpty() ? here.best(sighting) : null;
          var same = link == null ? part.unlinked() : part.linked(link);
          linked.merge(same.identity.id(), same, Part::with);
        });
    return linked.values();
  }

  private void introduce(Name name) {
    var whole = String.join(" ", name.words());
    if (!whole.equals(whole.toUpperCase(Locale.ROOT))) {
      writtenOut.putIfAbsent(whole.toLowerCase(Locale.ROOT), whole);
    }
    if (name.clue().trust() == Name.Trust.SURE && !name.staff()) {
      typeOfSurface.putIfAbsent(name.surface(), name.clue().type());
      var known = name.clue().known();
      if (known != null) {
        knownSurface.putIfAbsent(name.surface(), known);
      }
    }
    if (name.person() && !name.staff() && name.words().size() > 1) {
      var canonical = canonical(name);
      fullNames.merge(key(name), canonical, Cast::longer);
      bySurname.putIfAbsent(surname(name), key(name));
    }
  }

  private static String longer(String a, String b) {
    return b.length() > a.length() ? b : a;
  }

  /** A headline in capitals names whom the story names; an acronym is written as it is. */
  private String canonical(Name name) {
    var whole = String.join(" ", name.words());
    var type = name.clue().type();
    boolean acronym =
        name.words().size() == 1 && (type == EntityType.ORG || type == EntityType.MISC);
    var written = acronym ? whole : Capitals.loweredName(whole);
    return writtenOut.getOrDefault(whole.toLowerCase(Locale.ROOT), written);
  }

  /** First and last word: a middle initial comes and goes. */
  private String key(Name name) {
    boolean initials =
        name.words().size() == 3 && name.words().get(1).length() <= 2 && !familyFirst(name);
    return initials
        ? Capitals.loweredName(name.words().get(0) + " " + name.lastWord())
        : canonical(name);
  }

  /** The family name comes first in Kim Jong Un and in Xi Jinping. */
  private boolean familyFirst(Name name) {
    var first = Capitals.loweredName(name.words().get(0));
    return cues.is(Cues.Kind.FAMILY, first)
        && !cues.is(Cues.Kind.FIRST_NAME, first)
        && name.words().size() <= 3;
  }

  private String surname(Name name) {
    return Capitals.loweredName(familyFirst(name) ? name.words().get(0) : name.lastWord());
  }

  private void assign(Name name) {
    var identity = identity(name);
    if (identity != null) {
      parts.computeIfAbsent(identity.id(), id -> new Part(identity, null)).add(name);
    }
  }

  private @Nullable Identity identity(Name name) {
    var known = name.clue().known();
    if (known != null) {
      return known;
    }
    if (name.staff() && name.person()) {
      return Identity.staff(canonical(name));
    }
    if (name.words().size() > 1 && name.person()) {
      return Identity.local(EntityType.PER, fullNames.getOrDefault(key(name), canonical(name)));
    }
    boolean certain = name.clue().trust() == Name.Trust.SURE;
    var surname = bySurname.get(Capitals.loweredName(name.surface()));
    if (surname != null && (name.person() || !certain)) {
      return Identity.local(EntityType.PER, fullNames.getOrDefault(surname, surname));
    }
    if (!certain && typeOfSurface.containsKey(name.surface())) {
      var same = knownSurface.get(name.surface());
      var type = typeOfSurface.getOrDefault(name.surface(), EntityType.MISC);
      return same != null ? same : Identity.local(type, canonical(name));
    }
    return name.clue().trust() == Name.Trust.ONLY_IF_KNOWN
        ? null
        : Identity.local(name.clue().type(), canonical(name));
  }

  /** One entity on its way. */
  private static final class Part {
    private final Identity identity;
    private final @Nullable Double linkConfidence;
    private final Set<String> roles = new LinkedHashSet<>();
    private final List<Mention> mentions = new ArrayList<>();
    private boolean inHeadline;

    private Part(Identity identity, @Nullable Double linkConfidence) {
      this.identity = identity;
      this.linkConfidence = linkConfidence;
    }

    private Sighting sighting(Map<String, String> containers) {
      var surfaces = mentions.stream().map(Mention::surface).collect(Collectors.toSet());
      var container =
          surfaces.stream().sorted().filter(containers::containsKey).findFirst().orElse(null);
      return new Sighting(
          identity.type(),
          identity.name(),
          surfaces,
          container == null ? null : containers.get(container));
    }

    /** What the gazetteer finds names by says nothing of how sure it is. */
    private Part unlinked() {
      return identity.knowledgeBaseId() == null
          ? this
          : new Part(Identity.local(identity.type(), identity.name()), null).with(this);
    }

    private Part linked(Link link) {
      return new Part(link.identity(), link.confidence()).with(this);
    }

    private Part with(Part other) {
      roles.addAll(other.roles);
      mentions.addAll(other.mentions);
      mentions.sort(Comparator.comparingInt(mention -> mention.place().begin()));
      inHeadline = inHeadline || other.inHeadline;
      return this;
    }

    private void add(Name name) {
      var zone = name.place().zone();
      mentions.add(new Mention(name.place(), name.surface(), identity.type()));
      inHeadline = inHeadline || zone == Zone.HEADLINE;
      if (name.staff() && identity.type() == EntityType.PER) {
        roles.add(zone == Zone.CONTRIBUTORS ? "CONTRIBUTOR" : zone.name());
      }
    }

    /** Named often, early and in the headline means that the article is about it. */
    private Entity entity(int most, int length) {
      double often = (double) mentions.size() / most;
      double early = 1 - (double) mentions.get(0).place().begin() / Math.max(1, length);
      double salience = 0.5 * often + 0.25 * early + (inHeadline ? 0.25 : 0);
      boolean staff = !roles.isEmpty();
      double rounded = Math.round(1000 * (staff ? salience / 10 : salience)) / 1000.0;
      return new Entity(identity, linkConfidence, List.copyOf(roles), rounded, mentions);
    }
  }
}
