package org.copytaster.tagging.text;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copytaster.tagging.text.LanguageIdentifier.IdentifiedLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Decides which language an article is in: the one that its source names, unless its text is long
 * and plainly in another; without a name the one that its text looks like. What the source said
 * stays in the article, so that whoever compares the two sees that it was overruled.
 */
public final class SpokenLanguage {

  /**
   * Where the article itself speaks, if it does anywhere; a teaser may be in another language, as
   * may a button.
   */
  private static final Set<Zone> PROSE = Set.of(Zone.HEADLINE, Zone.BODY, Zone.CAPTION);

  /** So much is looked at, in UTF-16 units. */
  private static final int SAMPLE = 20_000;

  /** So long a text must be, in UTF-16 units, to overrule its source, */
  private static final int LONG = 200;

  /** and so sure its language. */
  private static final double SURE = 0.99;

  private final LanguageIdentifier identifier;

  /** Languages that are written nearly alike, by each of them. */
  private final Map<String, Set<String>> kin = new HashMap<>();

  private SpokenLanguage(LanguageIdentifier identifier) {
    this.identifier = identifier;
  }

  /** Reads the model and the table of languages that are taken for one another. */
  public static SpokenLanguage read() {
    var spoken = new SpokenLanguage(LanguageIdentifier.read());
    for (var row : Table.read(LanguageIdentifier.class, "language-kin.tsv").rows()) {
      var family = Set.of(row.get(0).split(" ", -1));
      family.forEach(each -> spoken.kin.put(each, family));
    }
    return spoken;
  }

  /**
   * The language of a text; nothing where none is sure enough.
   *
   * @param said BCP 47, or null where the source says nothing
   */
  public Optional<IdentifiedLanguage> of(Text text, @Nullable String said) {
    var prose = prose(text, PROSE);
    if (prose.isBlank()) {
      prose = prose(text, EnumSet.complementOf(EnumSet.of(Zone.TEASER, Zone.FURNITURE)));
    }
    var found = identifier.of(prose);
    if (said == null) {
      return found;
    }
    boolean overruled =
        prose.length() >= LONG
            && identifier.languages().stream().anyMatch(each -> alike(each, said))
            && found
                .filter(each -> each.confidence() >= SURE && !alike(each.tag(), said))
                .isPresent();
    return overruled ? found : Optional.of(new IdentifiedLanguage(said, 1));
  }

  /** The language without script and region, in small letters. */
  public static String primary(String tag) {
    return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private boolean alike(String one, String other) {
    var plain = primary(other);
    return one.equals(plain) || kin.getOrDefault(one, Set.of()).contains(plain);
  }

  private static String prose(Text text, Set<Zone> zones) {
    var prose = new StringBuilder();
    for (var zone : text.zones()) {
      if (zones.contains(zone.zone()) && prose.length() < SAMPLE) {
        int end = Math.min(zone.end(), zone.begin() + SAMPLE);
        prose.append(text.characters(), zone.begin(), end).append('\n');
      }
    }
    return prose.toString();
  }
}
