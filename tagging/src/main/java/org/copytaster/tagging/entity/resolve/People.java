package org.copytaster.tagging.entity.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Fold;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.NameCues.Gender;
import org.copytaster.tagging.entity.find.NameCues.Kind;
import org.copytaster.tagging.entity.find.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Who is who among the people of one text. Full names are read first, longest first; then each
 * shorter one is given to a person, in the order of the text.
 */
final class People {

  /** A surname with more bearers is not looked into further, so that time stays linear. */
  private static final int MOST_BEARERS = 12;

  /** How often a surname alone means somebody before it is settled whose it is. */
  private static final int SETTLED = 3;

  private static final Set<String> COUPLED = Set.of("and", "&");

  /** How a key names a person, the surest way first. */
  private enum Way {
    WHOLE,
    FRAME,
    INITIAL,
    FAMILY,
    SHORTER,
    GIVEN
  }

  private record Key(Way way, String words) {}

  private final NameCues cues;
  private final boolean staff;
  private final Map<Key, List<Person>> ways = new HashMap<>();
  private final Map<Integer, Person> introduced = new HashMap<>();
  private final Map<String, Person> lastNamed = new HashMap<>();

  People(NameCues cues, boolean staff) {
    this.cues = cues;
    this.staff = staff;
  }

  private static final class Person {
    private final PersonName name;
    private final EntityDraft part;
    private final int first;
    private Gender gender = Gender.UNKNOWN;
    private boolean relative;
    private int bare;
    private final List<String> titles = new ArrayList<>();

    private Person(PersonName name, EntityDraft part, int first) {
      this.name = name;
      this.part = part;
      this.first = first;
    }
  }

  /** Reads all names of people before any of them is resolved. */
  void introduce(List<Name> names) {
    var full = new ArrayList<Name>();
    for (var name : names) {
      if (name.words().size() > 1 && PersonName.of(name.words(), cues).full()) {
        full.add(name);
      }
    }
    full.sort(Comparator.comparingInt((Name name) -> -name.words().size()));
    for (var name : full) {
      introduce(name);
    }
    for (int i = 0; i + 1 < names.size(); i++) {
      introduceCouple(names.get(i), names.get(i + 1));
    }
    for (var bearers : ways.values()) {
      bearers.sort(Comparator.comparingInt((Person person) -> person.first));
    }
  }

  private void introduce(Name name) {
    var parts = PersonName.of(name.words(), cues);
    var person = same(parts);
    if (person == null) {
      person = shorter(parts);
      if (person == null) {
        person = create(parts, name);
      }
    }
    if (PersonName.surnameFirst(name.words(), cues)) {
      person.part.formal(String.join(" ", PersonName.turned(name.words())));
    } else if (person.name.full() == parts.full() && !patronymic(parts)) {
      person.part.formal(name);
    }
    describe(person, name);
    introduced.put(name.begin(), person);
  }

  /** Bill in "Bill and Melinda Gates" is a Gates, unless he is somebody else's given name. */
  private void introduceCouple(Name first, Name second) {
    var parts = PersonName.of(second.words(), cues);
    boolean couple =
        first.words().size() == 1
            && first.context().sameParagraph(second.context())
            && first.context().end() + 1 == second.context().begin()
            && COUPLED.contains(first.context().after(1))
            && cues.is(Kind.GIVEN_NAME, first.words().get(0))
            && parts.full()
            && !parts.familyFirst()
            && cues.is(Kind.GIVEN_NAME, second.words().get(0));
    if (!couple) {
      return;
    }
    var given = Fold.of(first.words().get(0));
    var whole = new PersonName(List.of(given), parts.family(), "", false);
    var person = same(whole);
    if (person == null && bearers(Way.GIVEN, given).isEmpty()) {
      person = create(whole, first);
      int words = second.words().size();
      var family = second.words().subList(Math.max(1, words - parts.family().size()), words);
      person.part.formal(first.written() + " " + String.join(" ", family));
      person.gender = cues.genderOf(given);
    }
    if (person != null) {
      introduced.put(first.begin(), person);
    }
  }

  private boolean patronymic(PersonName name) {
    return cues.ends(Kind.PATRONYMIC, name.familyWord());
  }

  private @Nullable Person same(PersonName name) {
    var whole = first(Way.WHOLE, name.key());
    if (whole == null && !name.turned().isEmpty()) {
      whole = first(Way.WHOLE, name.turned());
    }
    if (whole != null) {
      return whole;
    }
    for (var frame : name.frames(cues)) {
      for (var person : bearers(Way.FRAME, frame)) {
        if (person.name.fits(name)) {
          return person;
        }
      }
    }
    for (var person : bearers(Way.INITIAL, name.initialFrame())) {
      if (person.name.initialsOnly() != name.initialsOnly()) {
        return person;
      }
    }
    return null;
  }

  /** López Obrador for Andrés Manuel López Obrador, Vladimir Vladimirovich for Vladimir Putin. */
  private @Nullable Person shorter(PersonName name) {
    var longer = only(bearers(Way.SHORTER, name.key()));
    if (longer == null && name.full() && patronymic(name)) {
      longer = only(bearers(Way.GIVEN, name.given().get(0)));
    }
    return longer;
  }

  private Person create(PersonName parts, Name name) {
    var person = new Person(parts, new EntityDraft(EntityType.PER, staff), name.begin());
    file(Way.WHOLE, parts.key(), person);
    if (parts.full()) {
      parts.frames(cues).forEach(frame -> file(Way.FRAME, frame, person));
      file(Way.INITIAL, parts.initialFrame(), person);
      file(Way.FAMILY, parts.familyKey(), person);
      file(Way.FAMILY, parts.familyWord(), person);
      file(Way.FAMILY, parts.bareFamily(), person);
      parts.shorterForms().forEach(form -> file(Way.SHORTER, form, person));
      file(Way.GIVEN, parts.given().get(0), person);
    }
    return person;
  }

  private void file(Way way, String key, Person person) {
    var bearers = ways.computeIfAbsent(new Key(way, key), absent -> new ArrayList<>());
    if (bearers.size() < MOST_BEARERS && !bearers.contains(person)) {
      bearers.add(person);
    }
  }

  private List<Person> bearers(Way way, String key) {
    return ways.getOrDefault(new Key(way, key), List.of());
  }

  private @Nullable Person first(Way way, String key) {
    var bearers = bearers(way, key);
    return bearers.isEmpty() ? null : bearers.get(0);
  }

  private static @Nullable Person only(List<Person> bearers) {
    return bearers.size() == 1 ? bearers.get(0) : null;
  }

  /** Keeps what the words in front of a full name tell of its bearer. */
  private void describe(Person person, Name name) {
    var before = wordBefore(name);
    if (person.gender == Gender.UNKNOWN) {
      person.gender = cues.genderBy(before);
    }
    if (person.gender == Gender.UNKNOWN && person.name.full()) {
      person.gender = cues.genderOf(person.name.given().get(0));
    }
    person.relative = person.relative || cues.is(Kind.KIN, before);
    if (cues.is(Kind.TITLE, before) && !cues.is(Kind.COURTESY, before)) {
      person.titles.add(before);
    }
  }

  /** The word in front of a name, also over a comma: his wife, Mary Sandvik. */
  private static String wordBefore(Name name) {
    var before = name.context().before(1);
    return before.equals(",") ? name.context().before(2) : before;
  }

  /** Whom a name means; the names must come in the order of the text. */
  EntityDraft resolve(Name name) {
    var person = introduced.get(name.begin());
    if (person == null) {
      person = ofOneWord(name);
      person.bare++;
      if (cues.is(Kind.TITLE, titleOf(name))) {
        lastNamed.put(bareKey(name), person);
      }
    } else if (takesOver(person)) {
      lastNamed.put(person.name.familyKey(), person);
      lastNamed.put(person.name.familyWord(), person);
    }
    return person.part;
  }

  /** Whom a word means that may be no name at all, or null. */
  @Nullable EntityDraft known(Name name) {
    var key = Fold.key(name.words());
    var family = bearers(Way.FAMILY, key);
    var person = family.isEmpty() ? first(Way.WHOLE, key) : family.get(0);
    return person == null ? null : person.part;
  }

  /**
   * A relative, a second Kim, and whoever turns up when the surname alone has long meant somebody
   * else are called by their full names throughout: it goes on to mean the one who had it first.
   */
  private boolean takesOver(Person person) {
    var holder = lastNamed.get(person.name.familyWord());
    return holder == null
        || !(person.relative || person.name.familyFirst() || holder.bare >= SETTLED);
  }

  /** The word in front of a bare name, even where the tagger took it for a part of it. */
  private static String titleOf(Name name) {
    int words = name.words().size();
    return words > 1 ? name.words().get(words - 2) : name.context().before(1);
  }

  private String bareKey(Name name) {
    return PersonName.of(name.words(), cues).familyKey();
  }

  private Person ofOneWord(Name name) {
    var key = bareKey(name);
    var gender = cues.genderBy(titleOf(name));
    var person = bearer(name, key, gender);
    if (person != null) {
      return person;
    }
    var alone = first(Way.WHOLE, key);
    if (alone != null && alone.gender.fits(gender)) {
      return alone;
    }
    var created = create(new PersonName(List.of(), List.of(key), "", false), name);
    created.part.formal(name);
    created.gender = gender;
    return created;
  }

  private @Nullable Person bearer(Name name, String key, Gender gender) {
    if (cues.is(Kind.GIVEN_TITLE, titleOf(name))) {
      var given = only(fitting(bearers(Way.GIVEN, key), gender));
      if (given != null) {
        return given;
      }
    }
    var family = fitting(bearers(Way.FAMILY, key), gender);
    if (!family.isEmpty()) {
      return family.size() == 1 ? family.get(0) : chosen(name, key, family);
    }
    var shorter = only(fitting(bearers(Way.SHORTER, key), gender));
    return shorter != null ? shorter : only(fitting(bearers(Way.GIVEN, key), gender));
  }

  private static List<Person> fitting(List<Person> people, Gender gender) {
    return people.stream().filter(person -> person.gender.fits(gender)).toList();
  }

  /**
   * Of several people with one surname: the one with this title, or the one whose gender is known
   * to fit, or else the last that was named in full.
   */
  private Person chosen(Name name, String key, List<Person> bearers) {
    var before = titleOf(name);
    var titled = only(bearers.stream().filter(b -> b.titles.contains(before)).toList());
    if (titled != null) {
      return titled;
    }
    var gender = cues.genderBy(before);
    var sure = bearers.stream().filter(b -> b.gender == gender).toList();
    var rest = gender == Gender.UNKNOWN || sure.isEmpty() ? bearers : sure;
    var last = lastNamed.get(key);
    return last != null && rest.contains(last) ? last : rest.get(0);
  }
}
