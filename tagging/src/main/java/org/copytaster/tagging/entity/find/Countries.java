package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Fold;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.text.Table;
import org.jspecify.annotations.Nullable;

/** What copy calls countries, their people, their parts and their governments. */
public final class Countries {

  /** Half of a divided land. */
  public record Half(Identity country, Identity other) {}

  private final Map<String, Identity> demonyms = new HashMap<>();
  private final Set<String> peoples = new HashSet<>();
  private final Map<String, String> states = new HashMap<>();
  private final Map<String, String> governments = new HashMap<>();
  private final Set<String> seats = new HashSet<>();
  private final Map<String, Half> halves = new HashMap<>();

  private Countries() {}

  /** The countries of this version. */
  public static Countries read() {
    var countries = new Countries();
    for (var row : Table.read(EntityType.class, "demonyms.tsv").rows()) {
      countries.peoples.add(Fold.of(row.get(0)));
      if (row.get(1).length() == 2) {
        countries.demonyms.put(Fold.of(row.get(0)), country(row.get(1)));
      }
    }
    for (var row : Table.read(EntityType.class, "past-demonyms.tsv").rows()) {
      countries.peoples.add(Fold.of(row.get(0)));
      countries.demonyms.put(Fold.of(row.get(0)), Identity.local(EntityType.LOC, row.get(1)));
    }
    for (var row : Table.read(EntityType.class, "states.tsv").rows()) {
      countries.states.put(Fold.of(row.get(0)), row.get(1));
    }
    for (var row : Table.read(EntityType.class, "governments.tsv").rows()) {
      var code = row.get(1);
      countries.governments.put(
          Fold.of(row.get(0)), code.equals("EU") ? "European Union" : Gazetteer.nameOf(code));
      if (row.size() > 2) {
        countries.seats.add(Fold.of(row.get(0)));
      }
    }
    for (var row : Table.read(EntityType.class, "halves.tsv").rows()) {
      countries.halves.put(row.get(0), new Half(country(row.get(1)), country(row.get(2))));
    }
    return countries;
  }

  private static Identity country(String code) {
    return Identity.country(code, Gazetteer.nameOf(code));
  }

  /** The one country whose people or things a word is for, or null: Korean has two. */
  public @Nullable Identity ofDemonym(List<String> words) {
    return demonyms.get(Fold.of(String.join(" ", words)));
  }

  /** How many tokens in front of {@code end} are one word for a people: North Korean has two. */
  public int demonymBefore(Name.Context context, int end) {
    for (int length = 2; length > 0; length--) {
      var words = new ArrayList<String>();
      for (int i = end - length; i < end; i++) {
        words.add(context.word(i));
      }
      boolean capital =
          !words.get(0).isEmpty() && Character.isUpperCase(words.get(0).codePointAt(0));
      if (capital && peoples.contains(Fold.of(String.join(" ", words)))) {
        return length;
      }
    }
    return 0;
  }

  /** The country whose government sits there, or null. */
  public @Nullable String governedFrom(List<String> words) {
    return governments.get(Fold.of(String.join(" ", words)));
  }

  /** Whether a name is that of a seat of government and of no town: the Kremlin. */
  public boolean isSeat(List<String> words) {
    return seats.contains(Fold.of(String.join(" ", words)));
  }

  /** Whether words are for a people, or for the things of one; of several perhaps, as Korean. */
  boolean isPeople(List<String> words) {
    return peoples.contains(Fold.of(String.join(" ", words)));
  }

  /** Which country a word such as North stands for beside another, or null. */
  @Nullable Half half(String word) {
    return halves.get(word);
  }

  /** Whether towns are said to lie in it: a state or a country. */
  public boolean contains(Name place) {
    return isCountry(place) || states.containsKey(Fold.of(String.join(" ", place.words())));
  }

  /** Whether it is a country of today. */
  public boolean isCountry(Name place) {
    var known = place.clue().known();
    return known != null && known.knowledgeBaseId() != null;
  }

  /** The full name of a state or a country. */
  public String containerName(Name place) {
    var written = String.join(" ", place.words());
    var state = states.get(Fold.of(written));
    var known = place.clue().known();
    return state != null ? state : known != null ? known.name() : written;
  }

  /** Whether a word is short for a part of a country: Ill., D.C. */
  boolean isAbbreviation(String word) {
    return states.containsKey(Fold.of(word));
  }

  /** Whether a full name is that of a part of a country. */
  boolean isState(String name) {
    return name.equals(states.get(Fold.of(name)));
  }
}
