package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.APOSTROPHE_FIRM;
import static org.copytaster.tagging.entity.find.NameCues.Kind.FIRST_NAME;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PLAIN;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PREDICATE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Gazetteer;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/**
 * Firms whose names end in 's: known ones, and those that do something by that name. A possessive
 * stands before a noun, so where a verb follows that is no noun as well, the 's is the name's.
 */
final class ApostropheFirms implements NameForm {

  private static final Set<String> JOINING = Set.of(",", "and", "or", "&");

  private final NameCues cues;
  private final Gazetteer gazetteer;
  private final Set<String> acting = new HashSet<>();
  private final Set<String> bare = new HashSet<>();

  ApostropheFirms(NameCues cues, Gazetteer gazetteer) {
    this.cues = cues;
    this.gazetteer = gazetteer;
  }

  @Override
  public void see(Words words) {
    for (int i = words.tokens().size() - 2; i >= 0; i--) {
      if (mayBe(words, i) && acts(words, i + 2)) {
        acting.add(words.at(i));
      }
      if (words.capitalised(i) && (words.capitalised(i - 1) || !words.possessive(i + 1))) {
        bare.add(words.at(i));
      }
    }
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    for (int i = 0; i + 1 < words.tokens().size(); i++) {
      boolean fits = words.possessive(i + 1) && !words.capitalised(i - 1);
      if (fits && firm(words.at(i))) {
        claims.add(new Stretch(i, i + 2, EntityType.ORG));
      }
    }
    return claims;
  }

  /** Unless the article has the word without the 's, as it has people. */
  private boolean firm(String word) {
    boolean listed = cues.is(APOSTROPHE_FIRM, word) && !cues.is(FIRST_NAME, word);
    return (acting.contains(word) || listed) && !bare.contains(word);
  }

  /** One word with a capital that is known, or no given name and no place. */
  private boolean mayBe(Words words, int at) {
    var word = words.at(at);
    boolean one = words.capitalised(at) && words.possessive(at + 1) && !words.capitalised(at - 1);
    boolean unknown =
        word.length() > 2
            && !cues.is(PLAIN, word)
            && !cues.is(FIRST_NAME, word)
            && gazetteer.longestAt(words.tokens(), at) == null;
    return one && (unknown || cues.is(APOSTROPHE_FIRM, word));
  }

  /** Whether a verb stands there, or another name in 's that one stands behind. */
  private boolean acts(Words words, int at) {
    var word = words.at(at);
    if (cues.is(PREDICATE, word)) {
      return true;
    }
    return JOINING.contains(word) && mayBe(words, at + 1) && known(words.at(at + 1));
  }

  private boolean known(String word) {
    return acting.contains(word) || cues.is(APOSTROPHE_FIRM, word);
  }
}
