package org.copytaster.tagging.entity.link;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.entity.NameKey;
import org.copytaster.tagging.entity.known.Bearer;

/**
 * What speaks for and against a person who bears a name. No name is enough by itself, and no
 * prominence is: a head of state needs the country or the office in the article, whoever is less
 * known needs more.
 */
final class PersonSigns {

  private static final int HEAD_OF_STATE = 82;
  private static final int MINISTER = 70;
  private static final int KNOWN = 45;

  /** How long somebody stays in the news after an office, and comes into it before, in years. */
  private static final int AFTER = 25;

  private static final int BEFORE = 12;

  private static final Pattern PAST =
      Pattern.compile(
          "\\b(?:former|ex|late|then|retired|past|onetime)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern SUBDIVISION = Pattern.compile("\\b[A-Z]{2}\\b");
  private static final Pattern SEAT = Pattern.compile("(?:of|from) ((?:\\p{Lu}[\\p{L}.-]+ ?)+)");

  private final SignWords words;
  private final Surroundings surroundings;
  private final Scene scene;

  PersonSigns(SignWords words, Surroundings surroundings, Scene scene) {
    this.words = words;
    this.surroundings = surroundings;
    this.scene = scene;
  }

  /**
   * How much doubt is left that an article means a bearer of a full name.
   *
   * @param nations codes of the countries whose adjective stands beside the name
   */
  Doubt of(Sighting sighting, Bearer bearer, Set<String> nations) {
    int weight = bearer.term().weight();
    var doubt =
        new Doubt(
            weight >= HEAD_OF_STATE ? 0.6 : weight >= MINISTER ? 0.8 : weight >= KNOWN ? 0.9 : 0.97,
            "the full name of a " + (athlete(bearer) ? "sportsperson" : "politician"));
    office(sighting, bearer, doubt);
    country(sighting, bearer, nations, doubt);
    if (athlete(bearer)) {
      play(bearer, doubt);
    } else {
      seat(sighting, bearer, doubt);
    }
    time(bearer, doubt);
    return doubt;
  }

  /**
   * Whether two bearers of one name have a seat in the same state, so that they are most likely one
   * person under two registers.
   */
  static boolean sameSeat(Bearer one, Bearer other) {
    var states = states(one);
    states.retainAll(states(other));
    return !states.isEmpty();
  }

  private static Set<String> states(Bearer bearer) {
    var states = new HashSet<String>();
    var code = SUBDIVISION.matcher(bearer.described().text());
    while (code.find()) {
      states.add(code.group());
    }
    return states;
  }

  private static boolean athlete(Bearer bearer) {
    return bearer.described().kind().equals("sportsperson");
  }

  private void office(Sighting sighting, Bearer bearer, Doubt doubt) {
    var held = words.offices(bearer.described().text());
    boolean head = bearer.term().weight() >= HEAD_OF_STATE;
    var called = new HashSet<String>();
    var trades = new HashSet<String>();
    for (var said : sighting.said()) {
      called.addAll(words.offices(said));
      trades.addAll(words.trades(said));
    }
    var both = new HashSet<>(called);
    both.retainAll(held);
    if (!both.isEmpty()) {
      held(sighting, bearer, doubt);
    } else if (head && called.contains("leader")) {
      doubt.times(0.3, "called a leader");
    } else if (!called.isEmpty() && called.stream().noneMatch("leader"::equals)) {
      doubt.times(1.3, "called by another office");
      doubt.cap(head ? 1 : 0.4);
    }
    if (both.isEmpty() && !trades.isEmpty()) {
      doubt.times(1.5, "called by a trade");
      doubt.cap(0.4);
    }
  }

  /**
   * The office says who it is only while it is held. Later it does where the copy says that it is
   * over, or tells of a year in which it was held; long before, it is somebody else's.
   */
  private void held(Sighting sighting, Bearer bearer, Doubt doubt) {
    int from = bearer.term().from() / 10_000;
    int to = bearer.term().to() / 10_000;
    int year = scene.day() / 10_000;
    boolean over = year > 0 && to > 0 && year > to;
    boolean past = sighting.said().stream().anyMatch(said -> PAST.matcher(said).find());
    if (year > 0 && year < from - 1) {
      doubt.cap(0.4);
    } else if (!over || past || scene.tellsOf(from, to)) {
      doubt.times(0.15, "called by the office");
    }
  }

  private void country(Sighting sighting, Bearer bearer, Set<String> nations, Doubt doubt) {
    var country = bearer.term().country();
    if (country.isEmpty()) {
      return;
    }
    if (!nations.isEmpty()) {
      if (nations.contains(country)) {
        doubt.times(0.4, "with the adjective of " + country);
      } else {
        doubt.cap(0.4);
      }
      return;
    }
    var key = NameKey.of(sighting.name());
    if (surroundings.names(country, key) > 0) {
      doubt.times(0.65, country + " is named");
    } else if (bearer.term().weight() < HEAD_OF_STATE) {
      doubt.cap(0.45);
    }
  }

  /** A seat in a state or a town: the more of it is named, the better. */
  private void seat(Sighting sighting, Bearer bearer, Doubt doubt) {
    var text = bearer.described().text();
    var key = NameKey.of(sighting.name());
    boolean named = false;
    boolean has = false;
    var code = SUBDIVISION.matcher(text);
    while (code.find()) {
      has = true;
      named |= surroundings.names(bearer.term().country() + "-" + code.group(), key) > 0;
    }
    var seat = SEAT.matcher(text);
    while (seat.find()) {
      named |= surroundings.has(seat.group(1).strip());
    }
    if (named) {
      doubt.times(0.35, "the seat is named");
    }
    int weight = bearer.term().weight();
    if (weight < KNOWN && !named && has) {
      doubt.cap(0.4);
    }
    if (weight < HEAD_OF_STATE && scene.has(words.field("politics")) >= 3) {
      doubt.times(0.6, "in copy on politics");
    }
  }

  private void play(Bearer bearer, Doubt doubt) {
    var text = bearer.described().text();
    var field = text.startsWith("Formula") ? "racing" : "baseball";
    int signs = scene.has(words.field(field));
    if (signs >= 3) {
      doubt.times(0.2, "in copy on " + field);
    } else if (signs > 0) {
      doubt.times(0.6, "with words of " + field);
    } else {
      doubt.cap(0.3);
    }
  }

  private void time(Bearer bearer, Doubt doubt) {
    int from = bearer.term().from();
    int to = bearer.term().to();
    int day = scene.day();
    if (day == 0 || from == 0) {
      return;
    }
    int end = to == 0 ? Integer.MAX_VALUE : to;
    if (day >= from && day / 10_000 <= end / 10_000) {
      doubt.times(0.85, athlete(bearer) ? "in play on that day" : "in office on that day");
    } else if (day < from - BEFORE * 10_000 || (to > 0 && day > to + AFTER * 10_000)) {
      doubt.times(1.5, "at another time");
      doubt.cap(0.3);
    }
  }
}
