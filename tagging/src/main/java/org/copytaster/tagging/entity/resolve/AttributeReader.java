package org.copytaster.tagging.entity.resolve;

import java.util.List;
import java.util.Map;
import org.copytaster.tagging.entity.Attribute.Kind;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Role;
import org.copytaster.tagging.entity.find.Countries;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.text.Zone;

/** Reads what the text says of each entity: its roles and its attributes. */
final class AttributeReader {

  private final List<Name> names;
  private final Map<Integer, EntityDraft> partAt;
  private final Traits traits;
  private final Speech speech;

  /**
   * A reader for one text.
   *
   * @param partAt the entity of each name by the name's first offset
   */
  AttributeReader(
      NameCues cues, Countries countries, List<Name> names, Map<Integer, EntityDraft> partAt) {
    this.names = names;
    this.partAt = partAt;
    var neighbours = new Neighbours(names);
    this.traits = new Traits(cues, countries, neighbours);
    this.speech = new Speech(cues, countries, neighbours);
  }

  void read() {
    for (var name : names) {
      var part = partAt.get(name.begin());
      if (part != null) {
        made(name, part);
        if (!name.staff() && name.place().zone() != Zone.DATELINE) {
          told(name, part);
        }
      }
    }
    new Pairs(names).read(this::pair);
  }

  /** Roles that the zone gives. */
  private static void made(Name name, EntityDraft part) {
    boolean person = name.type() == EntityType.PER;
    var zone = name.place().zone();
    if (name.type() == EntityType.ORG && (name.staff() || zone == Zone.DATELINE)) {
      part.play(Role.AGENCY);
    } else if (person && zone == Zone.BYLINE) {
      part.play(Role.BYLINE);
    } else if (part.staff() && zone == Zone.CONTRIBUTORS) {
      part.play(Role.CONTRIBUTOR);
    } else if (person && zone == Zone.CREDIT) {
      part.play(Role.PHOTOGRAPHER);
    } else if (zone == Zone.DATELINE && name.context().begin() == 0) {
      part.play(Role.DATELINE_PLACE);
    }
  }

  /** What the sentence around a name says. */
  private void told(Name name, EntityDraft part) {
    if (part.type() == EntityType.PER) {
      traits.read(name, part);
    }
    var quoted = speech.quoted(name);
    var speaker = quoted == null ? null : partAt.get(quoted.begin());
    if (speaker != null) {
      speaker.play(Role.QUOTED);
    }
    var government = speech.government(name);
    if (government != null && !elsewhere(part, government)) {
      part.say(Kind.METONYM, government, name.place().span());
    }
  }

  /** The Moscow in Idaho has no government. */
  private static boolean elsewhere(EntityDraft part, String country) {
    return part.container() != null && !country.equals(part.container());
  }

  private void pair(Name name, Kind kind, Name with) {
    var part = partAt.get(name.begin());
    var other = partAt.get(with.begin());
    if (part != null && other != null) {
      var known = other.known();
      var value = known == null ? other.canonical() : known.name();
      part.say(kind, value, with.place().span());
    }
  }
}
