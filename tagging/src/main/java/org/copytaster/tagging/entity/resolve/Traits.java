package org.copytaster.tagging.entity.resolve;

import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.entity.Attribute.Kind;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Countries;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.text.Token;

/**
 * Reads what copy says of a person around the name: title and nationality in front of it, age and
 * office behind it.
 */
final class Traits {

  private static final Pattern AGE = Pattern.compile("[1-9]\\d?|1[01]\\d");
  private static final Pattern YEARS_OLD = Pattern.compile("([1-9]\\d?|1[01]\\d)-year-old");

  /** An apposition that goes on for longer is something else. */
  private static final int LONGEST_ROLE = 14;

  /** How far into an apposition the office stands at the latest. */
  private static final int OFFICE_WITHIN = 6;

  private static final Set<String> DETERMINERS = Set.of("a", "an", "the", "his", "her", "their");

  private final NameCues cues;
  private final Countries countries;
  private final Neighbours neighbours;

  Traits(NameCues cues, Countries countries, Neighbours neighbours) {
    this.cues = cues;
    this.countries = countries;
    this.neighbours = neighbours;
  }

  void read(Name name, EntityDraft part) {
    var context = name.context();
    int front = titles(context, part);
    if (front == context.begin()) {
      front = officeInFront(context, part);
    }
    if (front == context.begin() && closes(context.after(1))) {
      officeOf(context, part);
    }
    int people = countries.demonymBefore(context, front);
    if (people > 0) {
      say(part, Kind.NATIONALITY, context, front - people, front);
      front -= people;
    }
    var years = YEARS_OLD.matcher(context.word(front - 1));
    if (years.matches()) {
      part.say(Kind.AGE, years.group(1), context.span(front - 1, front));
    }
    int behind = age(context, part);
    affiliation(context, part);
    apposition(context, behind, part);
  }

  /** Titles in capitals in front of the name; the token where they begin. */
  private int titles(Name.Context context, EntityDraft part) {
    int begin = context.begin();
    while (begin > 0 && begin > context.begin() - 5) {
      int next = titleBefore(context, begin);
      if (next == begin) {
        break;
      }
      begin = next;
    }
    int end = context.begin();
    while (end > begin && cues.is(NameCues.Kind.COURTESY, context.word(end - 1))) {
      end--;
    }
    if (end > begin) {
      boolean former = context.word(begin - 1).equalsIgnoreCase("former");
      begin = former ? begin - 1 : begin;
      say(part, Kind.TITLE, context, begin, end);
    }
    return begin;
  }

  private int titleBefore(Name.Context context, int end) {
    var word = context.word(end - 1);
    if (isTitle(context, end - 1, end == context.begin())) {
      return end - 1;
    }
    boolean ofState =
        end > 2
            && !word.isEmpty()
            && Character.isUpperCase(word.codePointAt(0))
            && context.word(end - 2).equals("of")
            && cues.is(NameCues.Kind.TITLE, context.word(end - 3));
    return ofState ? end - 3 : end;
  }

  private boolean isTitle(Name.Context context, int at, boolean next) {
    var word = context.word(at);
    if (neighbours.endingAt(context, at + 1) != null) {
      return false;
    }
    boolean then = word.startsWith("Then-") || word.startsWith("then-");
    return cues.is(NameCues.Kind.TITLE, then ? word.substring(5) : word)
        || (!next && cues.is(NameCues.Kind.PORTFOLIO, word));
  }

  /** An office in small letters in front of the name, with the organisation in front of that. */
  private int officeInFront(Name.Context context, EntityDraft part) {
    boolean comma = context.before(1).equals(",");
    int end = context.begin() - (comma ? 1 : 0);
    var office = context.word(end - 1);
    boolean says = cues.is(NameCues.Kind.OFFICE, office) || cues.is(NameCues.Kind.KIN, office);
    if (!says || (comma && !closes(context.after(1)))) {
      return context.begin();
    }
    int begin = end - 1;
    while (begin > end - 5 && isModifier(context.word(begin - 1))) {
      begin--;
    }
    var before = neighbours.endingAt(context, begin);
    if (before != null && before.type() == EntityType.ORG) {
      begin = before.context().begin();
    }
    say(part, Kind.ROLE, context, begin, end);
    return begin;
  }

  /** The mayor of Harwick, John Tully, has an office behind two commas. */
  private void officeOf(Name.Context context, EntityDraft part) {
    if (!context.before(1).equals(",")) {
      return;
    }
    int end = context.begin() - 1;
    for (int i = end - 1; i > end - OFFICE_WITHIN && !stops(context.word(i)); i--) {
      boolean belongs = context.word(i + 1).equals("of") || context.word(i + 1).equals("at");
      if (belongs && i + 2 < end && isOffice(context, i)) {
        int begin = i;
        while (isModifier(context.word(begin - 1))) {
          begin--;
        }
        say(part, Kind.ROLE, context, begin, end);
        return;
      }
    }
  }

  private boolean isModifier(String word) {
    return cues.is(NameCues.Kind.MODIFIER, word)
        || cues.is(NameCues.Kind.OFFICE, word)
        || word.equals("Former");
  }

  private static boolean closes(String word) {
    return word.isEmpty() || ",.;:)".contains(word);
  }

  /** Smith, 45, and Smith (45); the token behind the age, or behind the name. */
  private int age(Name.Context context, EntityDraft part) {
    int end = context.end();
    boolean comma = context.word(end).equals(",");
    boolean bracket = context.word(end).equals("(");
    if (!comma && !bracket) {
      return end;
    }
    var word = context.word(end + 1);
    int at = word.equals("aged") || word.equals("age") ? end + 2 : end + 1;
    var behind = context.word(at + 1);
    boolean closed = bracket ? behind.equals(")") : closes(behind) || behind.equals("and");
    if (!closed || !AGE.matcher(context.word(at)).matches()) {
      return end;
    }
    say(part, Kind.AGE, context, at, at + 1);
    return bracket ? at + 2 : at + 1;
  }

  /** Sam Greene of the Center for European Policy Analysis. */
  private void affiliation(Name.Context context, EntityDraft part) {
    var word = context.word(context.end());
    if (word.equals("of") || word.equals("at") || word.equals("from")) {
      int at = context.end() + (context.after(2).equals("the") ? 2 : 1);
      var name = neighbours.beginningAt(context, at);
      if (name != null && name.type() == EntityType.ORG) {
        say(part, Kind.AFFILIATION, name.context(), at, name.context().end());
      }
    }
  }

  /** Tim Cook, the chief executive of Apple, or John Brandt, 45, a baker. */
  private void apposition(Name.Context context, int behind, EntityDraft part) {
    if (!context.word(behind).equals(",")) {
      return;
    }
    int begin = behind + (isDeterminer(context.word(behind + 1)) ? 2 : 1);
    var years = YEARS_OLD.matcher(context.word(begin));
    if (years.matches()) {
      part.say(Kind.AGE, years.group(1), context.span(begin, begin + 1));
      begin++;
    }
    int people = peopleAt(context, begin);
    int end = begin + people;
    boolean office = false;
    while (end < begin + LONGEST_ROLE && !stops(context.word(end))) {
      var named = neighbours.beginningAt(context, end);
      if (named != null && named.type() == EntityType.PER && !belongs(context, end)) {
        return;
      }
      office = office || (end < begin + OFFICE_WITHIN && isOffice(context, end));
      end++;
    }
    boolean closed = end < begin + LONGEST_ROLE && !context.word(end).equals("and");
    if (office && closed) {
      if (people > 0) {
        say(part, Kind.NATIONALITY, context, begin, begin + people);
      }
      say(part, Kind.ROLE, context, begin + people, end);
    }
  }

  /** How many tokens from one on are a word for a people. */
  private int peopleAt(Name.Context context, int begin) {
    for (int length = 2; length > 0; length--) {
      if (countries.demonymBefore(context, begin + length) == length) {
        return length;
      }
    }
    return 0;
  }

  private boolean isOffice(Name.Context context, int at) {
    var word = context.word(at);
    return cues.is(NameCues.Kind.OFFICE, word) || cues.is(NameCues.Kind.KIN, word);
  }

  /** The brother of Smith has a role; Smith, spokesman Jones and others are a list. */
  private boolean belongs(Name.Context context, int at) {
    int begin = at;
    while (cues.is(NameCues.Kind.TITLE, context.word(begin - 1))) {
      begin--;
    }
    var before = context.word(begin - 1);
    return before.equals("of") || before.equals("to") || before.equals("for");
  }

  private boolean stops(String word) {
    return closes(word) || cues.is(NameCues.Kind.ROLE_STOP, word) || "\"”''“``(--_".contains(word);
  }

  private static boolean isDeterminer(String word) {
    return DETERMINERS.contains(word);
  }

  /** Keeps some words of the copy with one blank between two that are apart. */
  static void say(EntityDraft part, Kind kind, Name.Context context, int begin, int end) {
    part.say(kind, words(context, begin, end), context.span(begin, end));
  }

  static String words(Name.Context context, int begin, int end) {
    var words = new StringBuilder();
    Token last = null;
    for (var token : context.tokens().subList(begin, end)) {
      boolean apart = last != null && last.span().end() < token.span().begin();
      words.append(apart ? " " : "").append(token.surface());
      last = token;
    }
    return words.toString();
  }
}
