package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Fold;
import org.copytaster.tagging.text.Table;

/** Words that tell what a name is, or that they are none. */
public final class NameCues {

  /** The kinds of {@code cues.tsv}. */
  public enum Kind {
    TITLE,
    /** What a title may begin with: foreign, vice. */
    PORTFOLIO,
    DIRECTION,
    ORG_START,
    ORG_END,
    PLACE_START,
    PLACE_END,
    MISC_END,
    PARTICLE,
    FAMILY,
    PLAIN,
    FIRST_NAME,
    /** A wider list of given names, for where the form speaks for a person already. */
    GIVEN_NAME,
    /** Jr. and III behind a name. */
    NAME_SUFFIX,
    KIN,
    /** Words that say that the name behind them is a man's, or a woman's. */
    HE,
    SHE,
    /** Mr. and Mrs., which tell the gender and nothing else. */
    COURTESY,
    /** Titles that stand before given names: Prince, Pope. */
    GIVEN_TITLE,
    SAYING,
    /** What governments do. */
    ACTING,
    /** What is between governments. */
    DEALING,
    /** What governments have. */
    POLICY,
    SPEAKER,
    LEGAL_FORM,
    LINK_WORD,
    /** The last word of a body that is a part of another or is named after it: Committee. */
    INSTITUTION,
    /** What someone can be, in small letters: spokesman, mayor. */
    OFFICE,
    /** What stands before an office: chief, foreign. */
    MODIFIER,
    /** The end of a Russian patronymic. */
    PATRONYMIC,
    AGENCY,
    /** What makes of a name a word about it: based, born. */
    COMPOUND,
    /** Words that end what is said of someone. */
    ROLE_STOP,
    /** Words behind the first name of a list of contributors. */
    REPORTING,
    /** What is at sea, in small letters: frigate, ferry. */
    SHIP,
    /** What stands before the name of a ship: USS. */
    SHIP_PREFIX,
    /** What ships do: sank, docked. */
    SAILING,
    /** A firm whose name ends in 's, without that: Macy. */
    APOSTROPHE_FIRM,
    /** What the verb of a headline is, in small letters: joins. */
    HEADLINE_VERB,
    /** What joins the parts of a headline and is in no name, in small letters: amid. */
    HEADLINE_STOP,
    /** Verbs that firms are the subject of, besides what they say. */
    PREDICATE,
    /** What an organisation can be, in small letters: utility, retailer. */
    BODY,
    /** Parties as copy calls them: Lib Dems. */
    PARTY,
    /** The last word of a party's name. */
    PARTY_END,
    /** The short form of a month without a full stop. */
    MONTH,
    /** A pronoun and its verb in one word, in small letters: i've. */
    CONTRACTION,
    /** Titles of the learned, behind which a person stands. */
    DOCTOR,
    /** What given names of Korea, and of China in Wade-Giles, are made of, in small letters. */
    SYLLABLE,
    /** Given names that are joined to a second one: Jean, Marie. */
    COMPOUND_GIVEN,
    /** What Arabic family names begin with. */
    ARABIC_ARTICLE,
    /** What a title in quotation marks is the name of, or what is done with it: film, sang. */
    WORK,
    /** Words for a faith or a people that mean nothing else. */
    PEOPLE,
    /** A faith that has the name of a people before it: Orthodox. */
    FAITH,
    WEEKDAY,
    /** What stands before the name of a storm: Hurricane. */
    STORM,
    /** The last word of a place that is called without it, too: Airport. */
    FACILITY
  }

  /** How copy speaks of a person. */
  public enum Gender {
    HE,
    SHE,
    UNKNOWN;

    /** Whether one person may have both. */
    public boolean fits(Gender other) {
      return this == UNKNOWN || other == UNKNOWN || this == other;
    }
  }

  private final Map<Kind, Set<String>> byKind = new EnumMap<>(Kind.class);
  private final Map<String, Gender> genders = new HashMap<>();
  private final Map<String, List<String>> nicknames = new HashMap<>();

  private NameCues() {}

  /** The cues of this version. */
  public static NameCues read() {
    var cues = new NameCues();
    for (var table : List.of("cues.tsv", "cast.tsv")) {
      for (var row : Table.read(EntityType.class, table).rows()) {
        var kind = Kind.valueOf(row.get(0).replace('-', '_').toUpperCase(Locale.ROOT));
        cues.of(kind).add(row.get(1));
      }
    }
    for (var row : Table.read(EntityType.class, "given-names.tsv").rows()) {
      cues.genders.put(Fold.of(row.get(0)), row.get(1).equals("he") ? Gender.HE : Gender.SHE);
    }
    for (var row : Table.read(EntityType.class, "nicknames.tsv").rows()) {
      cues.nicknames
          .computeIfAbsent(Fold.of(row.get(0)), absent -> new ArrayList<>())
          .add(Fold.of(row.get(1)));
    }
    for (var row : Table.read(EntityType.class, "first-names.tsv").rows()) {
      cues.of(Kind.FIRST_NAME).add(row.get(0));
      cues.of(Kind.GIVEN_NAME).add(row.get(0));
    }
    for (var row : Table.read(EntityType.class, "moby-given-names.tsv").rows()) {
      cues.of(Kind.GIVEN_NAME).add(row.get(0));
    }
    return cues;
  }

  private Set<String> of(Kind kind) {
    return byKind.computeIfAbsent(kind, absent -> new HashSet<>());
  }

  /** Whether a word is of this kind, as it is written. */
  public boolean is(Kind kind, String word) {
    return byKind.getOrDefault(kind, Set.of()).contains(word);
  }

  /** Whether a word ends as the words of a kind do. */
  public boolean ends(Kind kind, String word) {
    return byKind.getOrDefault(kind, Set.of()).stream().anyMatch(word::endsWith);
  }

  /** What a word in front of a name says of the person. */
  public Gender genderBy(String wordBefore) {
    if (is(Kind.HE, wordBefore)) {
      return Gender.HE;
    }
    return is(Kind.SHE, wordBefore) ? Gender.SHE : Gender.UNKNOWN;
  }

  /** What a given name says, folded. */
  public Gender genderOf(String given) {
    return genders.getOrDefault(given, Gender.UNKNOWN);
  }

  /** The forms of a given name that others are counted as: william for bill; folded. */
  List<String> formalGiven(String given) {
    return nicknames.getOrDefault(given, List.of(given));
  }
}
