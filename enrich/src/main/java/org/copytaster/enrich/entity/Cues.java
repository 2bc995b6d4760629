package org.copytaster.enrich.entity;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copytaster.enrich.text.Table;

/** Words that tell what a name is, or that they are none. */
final class Cues {

  /** The kinds of {@code cues.tsv}. */
  enum Kind {
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
    FIRST_NAME
  }

  private final Map<Kind, Set<String>> byKind = new EnumMap<>(Kind.class);

  private Cues() {}

  static Cues read() {
    var cues = new Cues();
    for (var row : Table.read(Cues.class, "cues.tsv").rows()) {
      var kind = Kind.valueOf(row.get(0).replace('-', '_').toUpperCase(Locale.ROOT));
      cues.of(kind).add(row.get(1));
    }
    for (var row : Table.read(Cues.class, "first-names.tsv").rows()) {
      cues.of(Kind.FIRST_NAME).add(row.get(0));
    }
    return cues;
  }

  private Set<String> of(Kind kind) {
    return byKind.computeIfAbsent(kind, absent -> new HashSet<>());
  }

  boolean is(Kind kind, String word) {
    return byKind.getOrDefault(kind, Set.of()).contains(word);
  }
}
