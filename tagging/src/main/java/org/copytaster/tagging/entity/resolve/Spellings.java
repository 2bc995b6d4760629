package org.copytaster.tagging.entity.resolve;

import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.entity.find.PersonName;

/**
 * Names from other scripts, which one article spells in two ways: bin Laden and bin Ladin, Zelensky
 * and Zelenskyy, Gaddafi and Qadhafi. Vowels and some consonants count as the same, but only where
 * the letters show that a name comes from elsewhere: Larsen and Larson are two.
 */
final class Spellings {

  private static final Pattern TRAILING = Pattern.compile("ij$");
  private static final Pattern BREATHED = Pattern.compile("([kgd])h");
  private static final Pattern HARD = Pattern.compile("[qg]");
  private static final Pattern DARK = Pattern.compile("[aeiy]*[ou][aeiouy]*");
  private static final Pattern BRIGHT = Pattern.compile("[aeiy]+");
  private static final Pattern DOUBLED = Pattern.compile("([b-z&&[^eiouy]])\\1");

  /** What only names from other scripts are spelled with. */
  private static final Pattern FOREIGN =
      Pattern.compile("q(?!u)|kh|dh|^gh|yy$|iy$|ii$|[^aeiouy]sk[iy]$");

  /** What is left of shorter ones is left of too many: Khan and Kan. */
  private static final int SHORTEST = 5;

  private static final Set<String> PARTICLES = Set.of("bin", "ben", "ibn", "bint", "al", "el");

  private Spellings() {}

  /** What all spellings of a word have in common. */
  static String skeleton(String word) {
    var plain = TRAILING.matcher(word).replaceAll("i");
    plain = BREATHED.matcher(plain).replaceAll("$1");
    plain = HARD.matcher(plain).replaceAll("k").replace('w', 'v');
    plain = DARK.matcher(plain).replaceAll("u");
    plain = BRIGHT.matcher(plain).replaceAll("a");
    return DOUBLED.matcher(plain).replaceAll("$1");
  }

  /** One key for all spellings of a given and a family name. */
  static String frame(PersonName name) {
    return name.full() ? skeleton(name.given().get(0)) + "|" + skeleton(name.bareFamily()) : "";
  }

  /** Whether two family names are one in two spellings. */
  static boolean same(PersonName one, PersonName other) {
    var first = one.bareFamily();
    var second = other.bareFamily();
    var shared = skeleton(first);
    if (first.equals(second) || shared.length() < SHORTEST || !shared.equals(skeleton(second))) {
      return false;
    }
    return FOREIGN.matcher(first).find()
        || FOREIGN.matcher(second).find()
        || (particle(one) && particle(other));
  }

  /** Bin Laden by itself has its particle where others have the given name. */
  private static boolean particle(PersonName name) {
    return PARTICLES.contains(name.family().get(0).split("[ -]", 2)[0]) || isParticle(name);
  }

  static boolean isParticle(PersonName name) {
    return name.given().size() == 1 && PARTICLES.contains(name.given().get(0));
  }
}
