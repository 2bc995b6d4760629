package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.PARTY;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PARTY_END;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/** Parties by their nicknames and by what their names end in; a party is no place and no person. */
final class Parties implements NameForm {

  private static final int LONGEST = 4;

  private final NameCues cues;

  Parties(NameCues cues) {
    this.cues = cues;
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    for (var stretch : found) {
      boolean taken = stretch.type() == EntityType.LOC || stretch.type() == EntityType.PER;
      if (taken && party(words, stretch)) {
        claims.add(new Stretch(stretch.begin(), stretch.end(), EntityType.ORG));
      }
    }
    return claims;
  }

  private boolean party(Words words, Stretch stretch) {
    int length = stretch.end() - stretch.begin();
    if (length == 1) {
      return cues.is(PARTY, words.at(stretch.begin()));
    }
    return cues.is(PARTY_END, words.at(stretch.end() - 1))
        || (length <= LONGEST && cues.is(PARTY, words.joined(stretch.begin(), stretch.end())));
  }
}
