package org.copytaster.tagging.entity.link;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.entity.NameKey;
import org.copytaster.tagging.entity.known.Bearer;
import org.copytaster.tagging.entity.known.KnownKey;

/**
 * What speaks for and against an organisation that bears a name. A name of three words hardly means
 * another; one of a single word, of letters, or of words that hundreds of bodies share says nothing
 * without the country or the subject of the article.
 */
final class OrganisationSigns {

  private static final int PROMINENT = 80;
  private static final int LITTLE_KNOWN = 45;
  private static final int WELL_KNOWN = 60;

  /** What is known by a shorter name only, while the full one is another's or nobody's. */
  private static final double SHORTER = 0.3;

  /** People who live in a town that is known by its name alone. */
  private static final int CITY = 100_000;

  /** One of hundreds, in a country of which nobody speaks. */
  private static final double NAMESAKE = 0.02;

  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("club", "sport"),
          Map.entry("team", "sport"),
          Map.entry("league", "sport"),
          Map.entry("sportsorg", "sport"),
          Map.entry("company", "business"),
          Map.entry("bank", "business"),
          Map.entry("airline", "travel"),
          Map.entry("party", "politics"),
          Map.entry("court", "justice"),
          Map.entry("university", "learning"),
          Map.entry("media", "media"));

  private static final Set<String> CLUBS = Set.of("club", "team");

  private final Atlas atlas;
  private final SignWords words;
  private final Surroundings surroundings;
  private final Scene scene;

  OrganisationSigns(Atlas atlas, SignWords words, Surroundings surroundings, Scene scene) {
    this.atlas = atlas;
    this.words = words;
    this.surroundings = surroundings;
    this.scene = scene;
  }

  /**
   * How much doubt is left that an article means a bearer.
   *
   * @param wordings all by which the article calls it and the table has the bearer
   */
  Doubt of(Sighting sighting, List<String> wordings, Bearer bearer) {
    var longest = wordings.get(0);
    for (var wording : wordings) {
      longest = wording.length() > longest.length() ? wording : longest;
    }
    var key = KnownKey.of(bearer.type(), longest);
    int length = words(key);
    boolean letters = length == 1 && KnownKey.isAcronym(longest);
    boolean generic = words.generic(key);
    boolean clear = length >= 3 && !generic;
    var doubt = name(longest, length, letters, generic);
    if (!clear && !key.equals(KnownKey.of(bearer.type(), bearer.name()))) {
      doubt.times(1.15, "another name");
    }
    boolean legal = legalForm(wordings, key);
    if (wordings.size() > 1) {
      doubt.times(0.4, "by two of its names");
    } else if (legal) {
      doubt.times(0.6, "with a legal form");
    }
    if (bearer.term().weight() >= PROMINENT && !generic) {
      doubt.times(0.7, "well known");
    }
    if (!wordings.contains(sighting.name())) {
      doubt.cap(SHORTER);
    }
    country(bearer, key, new Clearness(clear, generic), doubt);
    field(bearer, length == 1 && !legal && !ofTheNation(bearer, generic), doubt);
    if (CLUBS.contains(bearer.described().kind()) && !nearlyWhole(bearer, key)) {
      doubt.cap(SHORTER);
    }
    int day = scene.day();
    if (day > 0 && bearer.term().from() > day + 20_000) {
      doubt.cap(0.1);
    }
    return doubt;
  }

  private static Doubt name(String name, int words, boolean letters, boolean generic) {
    if (letters) {
      return name.length() <= 4 ? new Doubt(0.95, "a few letters") : new Doubt(0.7, "an acronym");
    }
    if (generic) {
      return new Doubt(0.95, "a name that many bodies have");
    }
    return switch (words) {
      case 1 -> new Doubt(0.8, "a name of one word");
      case 2 -> new Doubt(0.5, "a name of two words");
      default -> new Doubt(0.2, "a name of several words");
    };
  }

  /** Imperial College London says itself where it is. */
  private boolean hasItsPlace(String key, String country) {
    for (var word : key.split(" ", -1)) {
      for (var place : atlas.places(word)) {
        if (!place.byAlias() && place.people() >= CITY && place.country().equals(country)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * How far a name speaks for itself.
   *
   * @param clear whether hardly another has it
   * @param generic whether hundreds may have it
   */
  private record Clearness(boolean clear, boolean generic) {}

  private void country(Bearer bearer, String key, Clearness name, Doubt doubt) {
    boolean clear = name.clear();
    var country = bearer.term().country();
    if (country.isEmpty()) {
      return;
    }
    if (surroundings.names(country, key) > 0) {
      doubt.times(0.5, country + " is named");
      if (!clear && surroundings.leads(country)) {
        doubt.times(0.6, country + " is where it happens");
      }
    } else if (name.generic()) {
      doubt.cap(NAMESAKE);
    } else if (bearer.term().weight() < LITTLE_KNOWN && !hasItsPlace(key, country)) {
      doubt.cap(SHORTER);
    } else if (bearer.term().weight() < PROMINENT) {
      doubt.times(clear ? 1.3 : 1.5, country + " is not named");
      doubt.cap(clear ? 1 : SHORTER);
    }
  }

  /** Whether an article that calls it so says that it is a firm. */
  private static boolean legalForm(List<String> wordings, String key) {
    for (var wording : wordings) {
      if (wording.length() > key.length()) {
        var name = NameKey.of(wording);
        if (name.startsWith(key + " ") || name.equals("nv " + key)) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many words a key has. */
  private static int words(String key) {
    int words = 1;
    for (int i = key.indexOf(' '); i >= 0; i = key.indexOf(' ', i + 1)) {
      words++;
    }
    return words;
  }

  /** A club's name says more than whose club it once was: a ministry, a university, the police. */
  private static boolean nearlyWhole(Bearer bearer, String key) {
    return words(KnownKey.of(bearer.type(), bearer.name())) <= words(key) + 2;
  }

  /** The Senate, in copy on the doings of a nation that leads the article. */
  private boolean ofTheNation(Bearer bearer, boolean generic) {
    return generic
        && bearer.described().kind().equals("agency")
        && surroundings.leads(bearer.term().country())
        && scene.has(words.field("nation")) >= 2;
  }

  private void field(Bearer bearer, boolean oneWord, Doubt doubt) {
    var kind = bearer.described().kind();
    var field = FIELDS.get(kind);
    int signs = field == null ? 0 : scene.has(words.field(field));
    if (field != null && signs >= 3) {
      doubt.times(0.5, "in copy on " + field);
    } else if (CLUBS.contains(kind)) {
      doubt.cap(0.3);
    }
    int weight = bearer.term().weight();
    boolean home = surroundings.leads(bearer.term().country()) && signs >= 3;
    if (oneWord && (weight < LITTLE_KNOWN || (weight < WELL_KNOWN && !home))) {
      doubt.cap(0.4);
    }
  }
}
