package org.copytaster.tagging.entity.known;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.NameKey;

/**
 * The key under which a name stands in a table. Beside what {@link NameKey} folds, a person's
 * middle initial comes and goes, and so do an organisation's article and legal form; whatever is of
 * the United States begins with them.
 */
public final class KnownKey {

  private static final Pattern MIDDLE_INITIAL = Pattern.compile("(?<=\\p{L}{2}) \\p{L} ");
  private static final String STATES = "united states ";

  /** As {@link NameKey} has them: small, without dots. */
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "corp",
          "corporation",
          "co",
          "company",
          "ltd",
          "limited",
          "plc",
          "llc",
          "lp",
          "ag",
          "sa",
          "se",
          "nv",
          "ab",
          "asa",
          "spa",
          "gmbh",
          "bhd",
          "pty",
          "oyj");

  private KnownKey() {}

  /** The key of a name; empty if it has neither letter nor digit. */
  public static String of(EntityType type, String name) {
    var key = NameKey.of(name);
    return switch (type) {
      case PER ->
          key.indexOf(' ') == key.lastIndexOf(' ')
              ? key
              : MIDDLE_INITIAL.matcher(key).replaceAll(" ");
      case ORG -> organisation(key);
      case LOC, MISC -> withoutArticle(key);
    };
  }

  private static String organisation(String key) {
    var core = withoutArticle(key);
    int blank = core.lastIndexOf(' ');
    while (blank > 0 && LEGAL_FORMS.contains(core.substring(blank + 1))) {
      core = core.substring(0, blank);
      blank = core.lastIndexOf(' ');
    }
    if (core.startsWith("nv ")) {
      core = core.substring(3);
    }
    if (core.startsWith("us ") && core.length() > 3) {
      return STATES + core.substring(3);
    }
    var suffix = " of the united states";
    return core.endsWith(suffix) && core.length() > suffix.length()
        ? STATES + core.substring(0, core.length() - suffix.length())
        : core;
  }

  private static String withoutArticle(String key) {
    return key.startsWith("the ") && key.length() > 4 ? key.substring(4) : key;
  }

  /** Whether a name as it is written is an acronym: some capitals and nothing else but dots. */
  public static boolean isAcronym(String written) {
    var bare = written.replace(".", "");
    return bare.length() >= 2
        && bare.length() <= 6
        && bare.indexOf(' ') < 0
        && bare.equals(bare.toUpperCase(Locale.ROOT))
        && bare.chars().anyMatch(Character::isLetter);
  }
}
