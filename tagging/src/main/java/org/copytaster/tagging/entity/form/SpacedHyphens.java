package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.ARABIC_ARTICLE;
import static org.copytaster.tagging.entity.find.NameCues.Kind.COMPOUND_GIVEN;
import static org.copytaster.tagging.entity.find.NameCues.Kind.FAMILY;
import static org.copytaster.tagging.entity.find.NameCues.Kind.GIVEN_NAME;
import static org.copytaster.tagging.entity.find.NameCues.Kind.SYLLABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * People whose hyphen a system set apart: "Kim Kun - hee", "Jean - Claude Juncker", "Bashar al -
 * Assad". Between other words such a hyphen is a dash.
 */
final class SpacedHyphens implements NameForm {

  private final NameCues cues;

  SpacedHyphens(NameCues cues) {
    this.cues = cues;
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    for (int i = 1; i + 1 < words.tokens().size(); i++) {
      if (words.at(i).equals("-") && !words.touchesBefore(i) && !words.touchesBefore(i + 1)) {
        var person = person(words, found, i);
        if (person != null) {
          claims.add(person);
          i = person.end();
        }
      }
    }
    return claims;
  }

  private @Nullable Stretch person(Words words, List<Stretch> found, int hyphen) {
    if (syllables(words, hyphen)) {
      return ofSyllables(words, found, hyphen);
    }
    if (cues.is(COMPOUND_GIVEN, words.at(hyphen - 1))
        && cues.is(GIVEN_NAME, words.at(hyphen + 1))
        && words.name(hyphen + 2, cues)) {
      return named(hyphen - 1, words.name(hyphen + 3, cues) ? hyphen + 4 : hyphen + 3);
    }
    boolean article = cues.is(ARABIC_ARTICLE, words.at(hyphen - 1));
    if (article && words.capitalised(hyphen + 1)) {
      var bearer = NameForm.at(found, hyphen - 2);
      return bearer != null && bearer.type() == EntityType.PER
          ? named(bearer.begin(), hyphen + 2)
          : null;
    }
    return null;
  }

  /** Kun - hee: two syllables of a given name, of which the second has no capital. */
  private boolean syllables(Words words, int hyphen) {
    return words.capitalised(hyphen - 1)
        && cues.is(SYLLABLE, words.at(hyphen - 1).toLowerCase(Locale.ROOT))
        && cues.is(SYLLABLE, words.at(hyphen + 1));
  }

  private @Nullable Stretch ofSyllables(Words words, List<Stretch> found, int hyphen) {
    int family = hyphen - 2;
    if (words.capitalised(family)) {
      var bearer = NameForm.at(found, family);
      boolean person = bearer != null && bearer.type() == EntityType.PER;
      return person || cues.is(FAMILY, words.at(family)) ? named(family, hyphen + 2) : null;
    }
    boolean behind = cues.is(FAMILY, words.at(hyphen + 2));
    return behind ? named(hyphen - 1, hyphen + 3) : null;
  }

  private static Stretch named(int begin, int end) {
    return new Stretch(begin, end, EntityType.PER);
  }
}
