package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.COURTESY;
import static org.copytaster.tagging.entity.find.NameCues.Kind.DOCTOR;
import static org.copytaster.tagging.entity.find.NameCues.Kind.FIRST_NAME;
import static org.copytaster.tagging.entity.find.NameCues.Kind.GIVEN_NAME;
import static org.copytaster.tagging.entity.find.NameCues.Kind.NAME_SUFFIX;
import static org.copytaster.tagging.entity.find.NameCues.Kind.ORG_END;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PLACE_END;
import static org.copytaster.tagging.entity.find.NameCues.Kind.SAYING;
import static org.copytaster.tagging.entity.find.NameCues.Kind.TITLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/**
 * People by their form: "Doe, John, 42" in a list; whoever stands behind Mrs. or Dr., or in front
 * of Jr.; and a given name that is a place's or a month's, too, in front of a surname.
 */
final class PersonForms implements NameForm {

  private static final Set<String> LIST_BEGINS = Set.of(";", ":", "•", "*", "-", "–");
  private static final Set<String> RELATIVE = Set.of("who", "whose", "aged");

  private final NameCues cues;

  PersonForms(NameCues cues) {
    this.cues = cues;
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    for (int i = 0; i < words.tokens().size(); i++) {
      int end = Math.max(surnameFirst(words, i), behindCourtesy(words, i, found));
      end = Math.max(end, beforeSuffix(words, i, found));
      if (end > i) {
        claims.add(new Stretch(i, end, EntityType.PER));
        i = end - 1;
      }
    }
    for (int i = 0; i < found.size(); i++) {
      int begin = givenNameBegin(words, found, i);
      int end = suffixEnd(words, found.get(i));
      if (begin < found.get(i).begin() || end > found.get(i).end()) {
        claims.add(new Stretch(begin, end, EntityType.PER));
      } else if (found.get(i).type() != EntityType.PER) {
        int namesake = placesNamesake(words, found.get(i));
        if (namesake > begin) {
          claims.add(new Stretch(begin, namesake, EntityType.PER));
        }
      }
    }
    return claims;
  }

  /** The end of "Doe, John R." in a list of people, or the place itself. */
  private int surnameFirst(Words words, int at) {
    if (!words.capitalised(at) || !words.at(at + 1).equals(",")) {
      return at;
    }
    boolean begins = at == 0 || LIST_BEGINS.contains(words.at(at - 1));
    if (!begins || !words.name(at, cues)) {
      return at;
    }
    int end = at + 2;
    if (!cues.is(GIVEN_NAME, words.at(end)) || cues.is(FIRST_NAME, words.at(at))) {
      return at;
    }
    end++;
    while (words.at(end).length() == 2 && words.at(end).endsWith(".")) {
      end++;
    }
    boolean age = words.at(end).equals(",") && words.number(end + 1);
    return age || words.at(end).equals(";") || words.at(end).equals("(") ? end : at;
  }

  /** The end of what stands behind Mrs, if the model has no person there. */
  private int behindCourtesy(Words words, int at, List<Stretch> found) {
    boolean capitals = words.capitalised(at) && words.capitalised(at - 1);
    boolean courtesy = capitals && cues.is(COURTESY, words.at(at - 1));
    if (!courtesy && !(capitals && doctor(words, at - 1))) {
      return at;
    }
    for (var stretch : found) {
      boolean firm = stretch.end() > at + 1 && stretch.type() == EntityType.ORG && !courtesy;
      boolean person = firm || (stretch.begin() <= at && stretch.type() == EntityType.PER);
      boolean title = stretch.begin() < at; // as in the song "Miss Murder"
      if (at < stretch.end() && (person || title)) {
        return at;
      }
    }
    int end = at + 1;
    while (end < at + 3 && words.name(end, cues)) {
      end++;
    }
    return end;
  }

  /** Not the drive in "14 Sunset Dr." */
  private boolean doctor(Words words, int at) {
    return cues.is(DOCTOR, words.at(at))
        && (!words.capitalised(at - 1) || words.tokens().get(at).sentenceStart());
  }

  /** The end of "Harold Washington Jr." from a given name, if the model has no person there. */
  private int beforeSuffix(Words words, int at, List<Stretch> found) {
    if (!words.capitalised(at) || (words.capitalised(at - 1) && !titled(words, at - 1))) {
      return at;
    }
    int last = at + 1;
    while (last <= at + 3 && words.name(last, cues) && !suffix(words, last)) {
      last++;
    }
    if (last == at + 1 || !suffix(words, last) || !cues.is(GIVEN_NAME, words.at(at))) {
      return at;
    }
    for (var stretch : found) {
      boolean longer = stretch.end() > last + 1;
      boolean here = stretch.begin() <= last && stretch.end() > at;
      if (here && (longer || stretch.type() == EntityType.PER)) {
        return at;
      }
    }
    return last + 1;
  }

  private boolean titled(Words words, int at) {
    return cues.is(TITLE, words.at(at)) || cues.is(COURTESY, words.at(at));
  }

  private boolean suffix(Words words, int at) {
    return words.capitalised(at)
        && cues.is(NAME_SUFFIX, words.at(at))
        && words.at(at).indexOf('r') == 1;
  }

  /**
   * Where a person's name begins, of which the model took the given name for a place, or for no
   * name: Georgia in "Georgia Harrowell", May in "May Harlow".
   */
  private int givenNameBegin(Words words, List<Stretch> found, int at) {
    var person = found.get(at);
    int given = person.begin() - 1;
    var before = at > 0 ? found.get(at - 1) : null;
    boolean free = before == null || before.end() <= given;
    boolean place =
        before != null
            && before.type() == EntityType.LOC
            && before.begin() == given
            && before.end() == person.begin();
    boolean surname = person.end() == person.begin() + 1;
    return person.type() == EntityType.PER
            && surname
            && (free || place)
            && words.capitalised(given)
            && cues.is(GIVEN_NAME, words.at(given))
            && !asks(words)
        ? given
        : person.begin();
  }

  /** "May Harlow resign?" does not begin with a name. */
  private static boolean asks(Words words) {
    return words.at(words.tokens().size() - 1).equals("?");
  }

  /** Where a person's name ends that Jr. stands behind, perhaps behind King, which is no title. */
  private int suffixEnd(Words words, Stretch person) {
    if (person.type() == EntityType.PER) {
      for (int at = person.end(); at < person.end() + 2 && words.capitalised(at); at++) {
        if (suffix(words, at)) {
          return at + 1;
        }
      }
      boolean comma = words.at(person.end()).equals(",") && suffix(words, person.end() + 1);
      return comma ? person.end() + 2 : person.end();
    }
    return person.end();
  }

  /**
   * Where "Georgia Harrowell" ends, of which the model took at least the first word for a place:
   * places have no age and say nothing. The begin of the stretch if it is one.
   */
  private int placesNamesake(Words words, Stretch stretch) {
    int last = stretch.begin() + 1;
    boolean form =
        stretch.end() <= last + 1
            && cues.is(GIVEN_NAME, words.at(stretch.begin()))
            && words.name(last, cues)
            && !words.capitalised(last + 1)
            && !cues.is(PLACE_END, words.at(last))
            && !cues.is(ORG_END, words.at(last));
    var behind = words.at(last + 2);
    boolean age =
        words.at(last + 1).equals(",") && (words.number(last + 2) || RELATIVE.contains(behind));
    return form && (age || cues.is(SAYING, words.at(last + 1))) ? last + 1 : stretch.begin();
  }
}
