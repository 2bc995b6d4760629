package org.copytaster.standalone.gazetteer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copytaster.tagging.entity.train.AtlasBuilder;
import org.copytaster.tagging.entity.train.AtlasBuilder.Entry;
import org.copytaster.tagging.entity.train.AtlasBuilder.Kind;

/**
 * Puts countries, subdivisions and towns together. The people of a country or subdivision are those
 * of its towns; a subdivision of which no town is known gets an equal share of its country's.
 */
final class WorldAtlas {

  private final Divisions divisions;
  private final long leastPeople;
  private final List<City> cities = new ArrayList<>();
  private final Map<String, Long> people = new HashMap<>();
  private final Set<String> countries = new TreeSet<>(Set.of(Locale.getISOCountries()));

  /**
   * An empty one.
   *
   * @param leastPeople towns with fewer are left out, but for capitals
   */
  WorldAtlas(Divisions divisions, long leastPeople) {
    this.divisions = divisions;
    this.leastPeople = leastPeople;
  }

  void add(City city) {
    countries.add(city.country());
    people.merge(city.country(), city.people(), Long::sum);
    var iso = divisions.iso(city.division());
    if (iso != null) {
      people.merge(iso, city.people(), Long::sum);
    }
    if (city.people() >= leastPeople || city.capital()) {
      cities.add(city);
    }
  }

  /** Writes the table; returns how many names it has. */
  int write(List<String> header, OutputStream out) throws IOException {
    var atlas = new AtlasBuilder();
    for (var code : countries) {
      long all = people.getOrDefault(code, 1L);
      atlas.add(new Entry("iso3166:" + code, nameOf(code), Kind.COUNTRY, "", all), List.of());
    }
    addSubdivisions(atlas);
    for (var city : cities) {
      var iso = divisions.iso(city.division());
      atlas.add(
          new Entry(
              city.id(),
              city.name(),
              city.capital() ? Kind.CAPITAL : Kind.CITY,
              iso == null ? city.country() : iso,
              city.people()),
          city.otherNames());
    }
    atlas.write(header, out);
    return atlas.size();
  }

  private void addSubdivisions(AtlasBuilder atlas) {
    var count = new HashMap<String, Integer>();
    divisions.names().keySet().forEach(iso -> count.merge(iso.substring(0, 2), 1, Integer::sum));
    divisions
        .names()
        .forEach(
            (iso, name) -> {
              var country = iso.substring(0, 2);
              var counted = people.get(iso);
              long share = people.getOrDefault(country, 0L) / count.getOrDefault(country, 1);
              if (!isCountry(iso, name)) {
                atlas.add(
                    new Entry(
                        "iso3166:" + iso,
                        name,
                        counted == null ? Kind.OUTLINE : Kind.SUBDIVISION,
                        country,
                        counted == null ? share : counted),
                    divisions.otherNames(iso));
              }
            });
  }

  /** US-PR is a code for PR, and the country's own code is the one to link to. */
  private static boolean isCountry(String iso, String name) {
    return nameOf(iso.substring(3)).equals(name);
  }

  private static String nameOf(String country) {
    return new Locale("", country).getDisplayCountry(Locale.ENGLISH);
  }
}
