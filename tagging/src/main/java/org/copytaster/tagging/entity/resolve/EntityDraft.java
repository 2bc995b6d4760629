package org.copytaster.tagging.entity.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.entity.Attribute;
import org.copytaster.tagging.entity.Attribute.Kind;
import org.copytaster.tagging.entity.Entity;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Fold;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.Mention;
import org.copytaster.tagging.entity.Role;
import org.copytaster.tagging.entity.find.Capitals;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.resolve.Identification.IdentifiedEntity;
import org.copytaster.tagging.text.Span;
import org.jspecify.annotations.Nullable;

/** One entity on its way: names that mean the same, and what is said of it. */
final class EntityDraft {

  /** More is not worth keeping, and a text of any length stays in bounds. */
  private static final int MOST_ATTRIBUTES = 16;

  private final EntityType type;
  private final boolean staff;
  private final List<Name> names = new ArrayList<>();
  private final Set<Role> roles = EnumSet.noneOf(Role.class);
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private String formal = "";
  private int words;
  private @Nullable Identity known;
  private @Nullable String container;

  EntityDraft(EntityType type, boolean staff) {
    this.type = type;
    this.staff = staff;
  }

  EntityType type() {
    return type;
  }

  boolean staff() {
    return staff;
  }

  List<Name> names() {
    return names;
  }

  Set<Role> roles() {
    return roles;
  }

  /** Takes a name that the text has not. */
  void formal(String name) {
    formal = words == 0 ? name : formal;
  }

  @Nullable Identity known() {
    return known;
  }

  @Nullable String container() {
    return container;
  }

  Collection<Attribute> attributes() {
    return attributes.values();
  }

  void add(Name name) {
    names.add(name);
  }

  /** Takes the knowledge base's word for who it is, unless there is one already. */
  void know(@Nullable Identity identity) {
    known = known == null ? identity : known;
  }

  void within(String place) {
    container = container == null ? place : container;
  }

  /** Takes a name as the full one if it has more words, or is the first not in capitals. */
  void formal(Name name) {
    boolean longer = name.words().size() > words;
    boolean same = name.words().size() == words;
    boolean written = inCapitals(formal) && !inCapitals(name.written());
    boolean spelled = initials(formal) && !initials(name.written());
    boolean shouted = inCapitals(name.written()) && !inCapitals(formal);
    if (words == 0 || (same && (written || spelled)) || (longer && !shouted)) {
      formal = name.written();
      words = name.words().size();
    }
  }

  /** J.K. Rowling is spelled out by Joanne Rowling. */
  private static boolean initials(String name) {
    return name.indexOf('.') == 1;
  }

  private static boolean inCapitals(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** A headline in capitals names whom the story names; an acronym is written as it is. */
  String canonical() {
    var name = formal.isEmpty() ? names.get(0).written() : formal;
    boolean acronym = words <= 1 && (type == EntityType.ORG || type == EntityType.MISC);
    return acronym ? name : Capitals.loweredName(name);
  }

  void say(Kind kind, String value, Span where) {
    if (attributes.size() < MOST_ATTRIBUTES) {
      attributes.putIfAbsent(kind + " " + Fold.of(value), new Attribute(kind, value, where));
    }
  }

  void play(Role role) {
    roles.add(role);
  }

  /** Takes over all of another part that means the same. */
  void absorb(EntityDraft other) {
    names.addAll(other.names);
    names.sort(Comparator.comparingInt(Name::begin));
    roles.addAll(other.roles);
    other.attributes.values().forEach(a -> say(a.kind(), a.value(), a.where()));
  }

  Entity entity(IdentifiedEntity identified, double salience) {
    var said = new ArrayList<>(attributes.values());
    said.sort(Comparator.comparingInt((Attribute attribute) -> attribute.where().begin()));
    var mentions = names.stream().map(n -> new Mention(n.place(), n.surface(), n.type())).toList();
    return new Entity(
        identified.identity(),
        identified.confidence(),
        identified.because(),
        List.copyOf(roles),
        salience,
        said,
        mentions);
  }

  /** What it goes by, so that a linker can look for it. */
  Set<String> surfaces() {
    var surfaces = new LinkedHashSet<String>();
    names.forEach(name -> surfaces.add(String.join(" ", name.words())));
    return surfaces;
  }
}
