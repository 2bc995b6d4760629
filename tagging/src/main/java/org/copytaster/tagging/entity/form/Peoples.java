package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.FAITH;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PEOPLE;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Gazetteer;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/** Words for a faith or a people that mean nothing else, where they stand by themselves. */
final class Peoples implements NameForm {

  private final NameCues cues;
  private final Gazetteer gazetteer;

  Peoples(NameCues cues, Gazetteer gazetteer) {
    this.cues = cues;
    this.gazetteer = gazetteer;
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    for (int i = 0; i < words.tokens().size(); i++) {
      if (words.capitalised(i) && cues.is(PEOPLE, words.at(i))) {
        var stretch = NameForm.at(found, i);
        boolean other =
            stretch != null
                && stretch.end() == stretch.begin() + 1
                && stretch.type() != EntityType.MISC;
        boolean free = stretch == null && !words.capitalised(i - 1) && !words.capitalised(i + 1);
        if (free || other) {
          claims.add(new Stretch(i, i + 1, EntityType.MISC));
        }
      }
    }
    found.stream().filter(each -> joined(words, each)).map(Peoples::misc).forEach(claims::add);
    return claims;
  }

  private static Stretch misc(Stretch stretch) {
    return new Stretch(stretch.begin(), stretch.end(), EntityType.MISC);
  }

  /** Greek Orthodox: a people and a faith, which the model took for a body. */
  private boolean joined(Words words, Stretch stretch) {
    if (stretch.end() != stretch.begin() + 2 || stretch.type() == EntityType.MISC) {
      return false;
    }
    var last = words.at(stretch.begin() + 1);
    var first = gazetteer.longestAt(words.tokens(), stretch.begin());
    return (cues.is(PEOPLE, last) || cues.is(FAITH, last))
        && first != null
        && first.words().size() == 1
        && first.identity().type() == EntityType.MISC;
  }
}
