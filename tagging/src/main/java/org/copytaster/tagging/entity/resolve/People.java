package org.copytaster.tagging.entity.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.copytaster.tagging.entity.resolve.Aliases.Alias;
import org.copytaster.tagging.entity.resolve.NameIndex.Way;
import org.copytaster.tagging.text.Zone;
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

  private final NameCues cues;
  private final boolean staff;
  private final Kinship kinship;
  private final Set<Integer> namesakes = new HashSet<>();
  private final NameIndex<Person> ways = new NameIndex<>(MOST_BEARERS);
  private final Map<Integer, Person> introduced = new HashMap<>();
  private final Map<String, Person> lastNamed = new HashMap<>();

  People(NameCues cues, boolean staff) {
    this.cues = cues;
    this.staff = staff;
    this.kinship = new Kinship(cues);
  }

  private static final class Person {
    private final PersonName name;
    private final EntityDraft part;
    private final int first;
    private Gender gender = Gender.UNKNOWN;
    private boolean relative;
    private boolean headlined;
    private int written;
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
    namesakes.addAll(kinship.namesakes(names));
    var aliases = staff ? List.<Alias>of() : Aliases.of(names);
    var second = new HashSet<String>();
    aliases.forEach(alias -> second.add(keyOf(alias.name())));
    var full = new ArrayList<Name>();
    for (var name : names) {
      boolean whole = name.words().size() > 1 && PersonName.of(name.words(), cues).full();
      if (whole && !second.contains(keyOf(name))) {
        full.add(name);
      }
    }
    full.sort(Comparator.comparingInt((Name name) -> -name.words().size()));
    for (var name : full) {
      introduce(name);
    }
    aliases.forEach(this::introduceAlias);
    for (var name : names) {
      if (name.words().size() > 1 && second.contains(keyOf(name))) {
        introduceAgain(name);
      }
    }
    for (int i = 0; i + 1 < names.size(); i++) {
      introduceCouple(names.get(i), names.get(i + 1));
    }
    ways.sort(Comparator.comparingInt((Person person) -> person.first));
  }

  private String keyOf(Name name) {
    return PersonName.of(name.words(), cues).key();
  }

  /** Files a second name with whoever has the first, if that is somebody by now. */
  private void introduceAlias(Alias alias) {
    var first = alias.first();
    var person = introduced.get(first.begin());
    if (person == null) {
      person = NameIndex.only(ways.bearers(Way.FAMILY, keyOf(first)));
    }
    var parts = PersonName.of(alias.name().words(), cues);
    if (person != null && ways.bearers(Way.WHOLE, parts.key()).isEmpty()) {
      ways.file(Way.WHOLE, parts.key(), person);
      if (ways.bearers(Way.FAMILY, parts.familyKey()).isEmpty()) {
        ways.file(Way.FAMILY, parts.familyKey(), person);
      }
    }
  }

  /** Gives a second name to its bearer, or makes somebody of it where the first is nobody's. */
  private void introduceAgain(Name name) {
    var person = ways.first(Way.WHOLE, keyOf(name));
    if (person == null) {
      introduce(name);
    } else {
      introduced.put(name.begin(), person);
    }
  }

  private void introduce(Name name) {
    var parts = PersonName.of(name.words(), cues);
    var person = same(parts, name.begin());
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
    var person = same(whole, first.begin());
    if (person == null && ways.bearers(Way.GIVEN, given).isEmpty()) {
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

  private @Nullable Person same(PersonName name, int begin) {
    var whole = ways.first(Way.WHOLE, name.key());
    if (whole == null && !name.turned().isEmpty()) {
      whole = ways.first(Way.WHOLE, name.turned());
    }
    if (whole != null) {
      return whole;
    }
    for (var frame : name.frames(cues)) {
      for (var person : ways.bearers(Way.FRAME, frame)) {
        if (person.name.fits(name) && !isNamesake(person, begin)) {
          return person;
        }
      }
    }
    var spelled = spelled(Spellings.frame(name), name);
    if (spelled != null) {
      return spelled;
    }
    for (var person : ways.bearers(Way.INITIAL, name.initialFrame())) {
      if (person.name.initialsOnly() != name.initialsOnly()) {
        return person;
      }
    }
    return null;
  }

  /** Whether one of both is introduced as the father, or the like, of the other. */
  private boolean isNamesake(Person person, int begin) {
    return begin > person.first ? namesakes.contains(begin) : namesakes.contains(person.first);
  }

  /** The one of that name in another spelling. */
  private @Nullable Person spelled(String key, PersonName name) {
    var alike = ways.bearers(Way.SPELLING, key);
    return NameIndex.only(
        alike.stream()
            .filter(person -> Spellings.same(person.name, name) && person.name.fits(name))
            .toList());
  }

  /** López Obrador for Andrés Manuel López Obrador, Vladimir Vladimirovich for Vladimir Putin. */
  private @Nullable Person shorter(PersonName name) {
    var longer = NameIndex.only(ways.bearers(Way.SHORTER, name.key()));
    if (longer == null && Spellings.isParticle(name)) {
      longer = spelled(Spellings.skeleton(name.bareFamily()), name);
    }
    if (longer == null && name.full() && patronymic(name)) {
      longer = NameIndex.only(ways.bearers(Way.GIVEN, name.given().get(0)));
    }
    return longer;
  }

  private Person create(PersonName parts, Name name) {
    var person = new Person(parts, new EntityDraft(EntityType.PER, staff), name.begin());
    ways.file(Way.WHOLE, parts.key(), person);
    ways.file(Way.SPELLING, Spellings.skeleton(parts.bareFamily()), person);
    if (parts.full()) {
      ways.file(Way.SPELLING, Spellings.frame(parts), person);
      parts.frames(cues).forEach(frame -> ways.file(Way.FRAME, frame, person));
      ways.file(Way.INITIAL, parts.initialFrame(), person);
      ways.file(Way.FAMILY, parts.familyKey(), person);
      ways.file(Way.FAMILY, parts.familyWord(), person);
      ways.file(Way.FAMILY, parts.bareFamily(), person);
      parts.shorterForms().forEach(form -> ways.file(Way.SHORTER, form, person));
      ways.file(Way.GIVEN, parts.given().get(0), person);
    }
    return person;
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
    person.relative = person.relative || kinship.relative(name);
    person.headlined = person.headlined || name.place().zone() == Zone.HEADLINE;
    person.written++;
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
    var family = ways.bearers(Way.FAMILY, key);
    var person = family.isEmpty() ? ways.first(Way.WHOLE, key) : family.get(0);
    return person == null ? null : person.part;
  }

  /**
   * A relative, a second Kim, and whoever turns up when the surname alone has long meant somebody
   * else, or the headline has somebody else, are called by their full names throughout: it goes on
   * to mean the one who had it first.
   */
  private boolean takesOver(Person person) {
    var holder = lastNamed.get(person.name.familyWord());
    return holder == null
        || !(person.relative
            || person.name.familyFirst()
            || holder.bare >= SETTLED
            || isWhatItIsAbout(holder, person));
  }

  /** The headline has one by the full name, and the story mentions the other. */
  private static boolean isWhatItIsAbout(Person holder, Person other) {
    return holder.headlined && !other.headlined && holder.written > other.written;
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
    var alone = ways.first(Way.WHOLE, key);
    if (alone != null && alone.gender.fits(gender)) {
      return alone;
    }
    var parts = new PersonName(List.of(), List.of(key), "", false);
    var otherwise = spelled(Spellings.skeleton(parts.bareFamily()), parts);
    if (otherwise != null && otherwise.gender.fits(gender)) {
      return otherwise;
    }
    var created = create(parts, name);
    created.part.formal(name);
    created.gender = gender;
    return created;
  }

  private @Nullable Person bearer(Name name, String key, Gender gender) {
    if (cues.is(Kind.GIVEN_TITLE, titleOf(name))) {
      var given = NameIndex.only(fitting(ways.bearers(Way.GIVEN, key), gender));
      if (given != null) {
        return given;
      }
    }
    var family = fitting(ways.bearers(Way.FAMILY, key), gender);
    if (!family.isEmpty()) {
      return family.size() == 1 ? family.get(0) : chosen(name, key, family);
    }
    var shorter = NameIndex.only(fitting(ways.bearers(Way.SHORTER, key), gender));
    return shorter != null
        ? shorter
        : NameIndex.only(fitting(ways.bearers(Way.GIVEN, key), gender));
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
    var titled = NameIndex.only(bearers.stream().filter(b -> b.titles.contains(before)).toList());
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
