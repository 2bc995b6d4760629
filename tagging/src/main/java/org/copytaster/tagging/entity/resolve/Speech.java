package org.copytaster.tagging.entity.resolve;

import static org.copytaster.tagging.entity.find.NameCues.Kind.ACTING;
import static org.copytaster.tagging.entity.find.NameCues.Kind.DEALING;
import static org.copytaster.tagging.entity.find.NameCues.Kind.MODIFIER;
import static org.copytaster.tagging.entity.find.NameCues.Kind.OFFICE;
import static org.copytaster.tagging.entity.find.NameCues.Kind.POLICY;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PORTFOLIO;
import static org.copytaster.tagging.entity.find.NameCues.Kind.SAYING;
import static org.copytaster.tagging.entity.find.NameCues.Kind.SPEAKER;
import static org.copytaster.tagging.entity.find.NameCues.Kind.TITLE;

import java.util.Locale;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Countries;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.NameCues;
import org.jspecify.annotations.Nullable;

/** Finds who is quoted, and where the seat of a government stands for the government. */
final class Speech {

  private static final Set<String> QUOTES = Set.of("\"", "”", "''", "’", "'");
  private static final Set<String> BETWEEN_NAME_AND_VERB = Set.of("also", "has", "had", "later");
  private static final Set<String> SILENCE = Set.of("nothing", "little");
  private static final Set<String> BELONGING = Set.of("of", "for", "from", "at", "with");
  private static final Set<String> GOVERNMENTS = Set.of("government", "regime", "administration");
  private static final Set<String> ADVERBIAL = Set.of("in", "over", "since", "for", "this");
  private static final int LONGEST_ADVERBIAL = 4;

  private static final Set<String> WHEREABOUTS =
      Set.of(
          "in", "from", "of", "near", "at", "to", "outside", "around", "through", "for", "on",
          "into", "over", "leaving", "left");

  private static final int LONGEST_APPOSITION = 18;
  private static final int LONGEST_DESCRIPTION = 10;

  private final NameCues cues;
  private final Countries countries;
  private final Neighbours neighbours;

  Speech(NameCues cues, Countries countries, Neighbours neighbours) {
    this.cues = cues;
    this.countries = countries;
    this.neighbours = neighbours;
  }

  /**
   * The name of whom the words at a name quote, or null. It may be another one: of "Sam Greene of
   * the Policy Center said" it is Sam Greene.
   */
  @Nullable Name quoted(Name name) {
    var context = name.context();
    if (saysNext(context)) {
      return speaker(name);
    }
    boolean person = name.type() == EntityType.PER;
    if (person && (saysBehindApposition(context) || saidInFront(context))) {
      return name;
    }
    boolean organisation = name.type() == EntityType.ORG;
    return organisation && (spokesmanSays(context) || accordingTo(context, context.begin()))
        ? name
        : null;
  }

  private boolean saysNext(Name.Context context) {
    var next = context.after(1);
    int verb = BETWEEN_NAME_AND_VERB.contains(next) ? 2 : 1;
    return cues.is(SAYING, context.after(verb)) && !SILENCE.contains(context.after(verb + 1));
  }

  private @Nullable Name speaker(Name name) {
    var context = name.context();
    int at = context.begin() - 1;
    at = context.word(at).equals("the") ? at - 1 : at;
    if (name.type() != EntityType.PER && BELONGING.contains(context.word(at))) {
      var before = neighbours.endingAt(context, at);
      if (before != null && before.type() == EntityType.PER) {
        return before;
      }
      boolean speaks = cues.is(SPEAKER, context.word(at - 1));
      return speaks && name.type() == EntityType.ORG ? name : null;
    }
    boolean speaks = name.type() == EntityType.PER || name.type() == EntityType.ORG;
    return speaks ? name : null;
  }

  /** Mary Sandvik, the mayor of Harwick, said. */
  private boolean saysBehindApposition(Name.Context context) {
    if (!context.after(1).equals(",")) {
      return false;
    }
    for (int i = context.end() + 1; i < context.end() + LONGEST_APPOSITION; i++) {
      var word = context.word(i);
      if (word.equals(",") && cues.is(SAYING, context.word(i + 1))) {
        return !SILENCE.contains(context.word(i + 2));
      }
      if (word.isEmpty() || ".;\"“”``''".contains(word)) {
        return false;
      }
    }
    return false;
  }

  /** "…," said Foreign Minister Ulla Hartwig; according to analyst Tom Reve. */
  private boolean saidInFront(Name.Context context) {
    int at = context.begin() - 1;
    for (int i = 0; i < LONGEST_DESCRIPTION && describes(context, at); i++) {
      at--;
    }
    if (accordingTo(context, at + 1)) {
      return true;
    }
    if (!cues.is(SAYING, context.word(at))) {
      return false;
    }
    boolean quote =
        QUOTES.contains(context.word(at - 1))
            || (context.word(at - 1).equals(",") && QUOTES.contains(context.word(at - 2)));
    boolean closes = context.after(1).isEmpty() || ",.".contains(context.after(1));
    return quote || (context.word(at - 1).equals(",") && closes);
  }

  private boolean describes(Name.Context context, int at) {
    var word = context.word(at);
    return cues.is(TITLE, word)
        || cues.is(PORTFOLIO, word)
        || cues.is(OFFICE, word)
        || cues.is(MODIFIER, word)
        || word.equals("'s")
        || word.equals("’s")
        || word.equals("the")
        || inName(context, at);
  }

  /** Whether the token ends a name, or stands in one of a few words. */
  private boolean inName(Name.Context context, int at) {
    for (int end = at + 1; end <= at + 4; end++) {
      var name = neighbours.endingAt(context, end);
      if (name != null) {
        return name.context().begin() <= at && name.type() != EntityType.PER;
      }
    }
    return false;
  }

  private static boolean accordingTo(Name.Context context, int begin) {
    int at = context.word(begin - 1).equals("the") ? begin - 1 : begin;
    return context.word(at - 1).equals("to") && context.word(at - 2).equalsIgnoreCase("according");
  }

  private boolean spokesmanSays(Name.Context context) {
    return cues.is(SPEAKER, context.after(1)) && cues.is(SAYING, context.after(2));
  }

  /** The country whose government a name means here, or null. */
  @Nullable String government(Name name) {
    var country = countries.governedFrom(name.words());
    boolean fits = name.type() == EntityType.LOC || name.type() == EntityType.ORG;
    if (country == null || !fits) {
      return null;
    }
    var context = name.context();
    var before = context.before(1).equals("the") ? context.before(2) : context.before(1);
    boolean place = WHEREABOUTS.contains(before.toLowerCase(Locale.ROOT));
    boolean means =
        (!place && (acts(context) || owns(name) || governs(context)))
            || hasPolicy(context)
            || dealsWithNext(context)
            || dealsWithLast(context);
    return means ? country : null;
  }

  /** Whatever is the Kremlin's is the government's. */
  private boolean owns(Name name) {
    var next = name.context().after(1);
    return countries.isSeat(name.words()) && (next.equals("'s") || next.equals("’s"));
  }

  /** The Seoul government. */
  private static boolean governs(Name.Context context) {
    return context.before(1).equalsIgnoreCase("the") && GOVERNMENTS.contains(context.after(1));
  }

  /** Washington in recent months has seen: what stands between has no name and no mark. */
  private boolean actsLater(Name.Context context) {
    if (!ADVERBIAL.contains(context.after(1))) {
      return false;
    }
    for (int i = 2; i <= LONGEST_ADVERBIAL + 1; i++) {
      var word = context.after(i);
      if (word.equals("has") || word.equals("have")) {
        return actsAt(context, context.end() - 1 + i);
      }
      if (word.isEmpty() || !Character.isLetterOrDigit(word.charAt(0))) {
        return false;
      }
    }
    return false;
  }

  private boolean acts(Name.Context context) {
    if (actsAt(context, context.end()) || accused(context.before(1)) || actsLater(context)) {
      return true;
    }
    var second = neighbours.beginningAt(context, context.end() + 1);
    return context.after(1).equals("and")
        && second != null
        && countries.governedFrom(second.words()) != null
        && actsAt(context, second.context().end());
  }

  /** Moscow denied; Moscow has denied, but not: Moscow has a zoo. */
  private boolean actsAt(Name.Context context, int at) {
    var word = context.word(at);
    boolean has = word.equals("has") || word.equals("have");
    var next = context.word(at + 1);
    boolean did = next.endsWith("ed") || (next.endsWith("en") && !next.equals("been"));
    return has ? cues.is(ACTING, next) || did : cues.is(ACTING, word);
  }

  /** Beijing accused Washington. */
  private boolean accused(String before) {
    return cues.is(ACTING, before) && !cues.is(SAYING, before) && !before.startsWith("s");
  }

  private boolean hasPolicy(Name.Context context) {
    boolean possessive = context.after(1).equals("'s") || context.after(1).equals("’s");
    return possessive && (cues.is(POLICY, context.after(2)) || cues.is(POLICY, context.after(3)));
  }

  /** Talks between Moscow and Kyiv, at Moscow. */
  private boolean dealsWithNext(Name.Context context) {
    return context.before(1).equals("between")
        && context.after(1).equals("and")
        && isDealing(context, context.begin() - 1);
  }

  /** Talks between Moscow and Kyiv, at Kyiv. */
  private boolean dealsWithLast(Name.Context context) {
    var first = neighbours.endingAt(context, context.begin() - 1);
    if (!context.before(1).equals("and") || first == null) {
      return false;
    }
    int begin = first.context().begin();
    boolean between = context.word(begin - 1).equals("between");
    boolean acting =
        actsAt(context, context.end())
            && countries.governedFrom(first.words()) != null
            && !WHEREABOUTS.contains(context.word(begin - 1));
    return acting || (between && isDealing(context, begin - 1));
  }

  private boolean isDealing(Name.Context context, int between) {
    for (int i = 1; i <= 3; i++) {
      if (cues.is(DEALING, context.word(between - i).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
