package org.copytaster.tagging.timex.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.AnyCase;
import org.copytaster.tagging.text.Table;

/**
 * Abbreviations of zones that mean another time in another part of the world: CST is Central
 * Standard Time in Chicago and China Standard Time in Beijing. Which one is meant is read off the
 * places that stand near, by {@code zone-places.tsv}.
 */
public final class ZoneWords {

  private final Map<String, Map<String, Pattern>> byAbbreviation = new HashMap<>();

  private ZoneWords() {}

  /** The places of this version. */
  public static ZoneWords read() {
    var places = new ZoneWords();
    for (var row : Table.read(ZoneWords.class, "zone-places.tsv").rows()) {
      places
          .byAbbreviation
          .computeIfAbsent(row.get(0), abbreviation -> new LinkedHashMap<>())
          .put(row.get(2), AnyCase.compiled("\\b(?:" + row.get(1) + ")\\b"));
    }
    return places;
  }

  /**
   * The zone of which a place is named last between two offsets, if the abbreviation has others.
   */
  public Optional<String> zone(String abbreviation, String characters, int from, int to) {
    var zones = byAbbreviation.getOrDefault(abbreviation.toUpperCase(Locale.ROOT), Map.of());
    String found = null;
    int last = -1;
    for (var zone : zones.entrySet()) {
      var place = zone.getValue().matcher(characters).region(from, to);
      while (place.find()) {
        if (place.start() > last) {
          last = place.start();
          found = zone.getKey();
        }
      }
    }
    return Optional.ofNullable(found);
  }
}
