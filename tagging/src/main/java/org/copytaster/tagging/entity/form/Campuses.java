package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.PLAIN;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/** University of Texas at Austin: the campus belongs to the name. */
final class Campuses implements NameForm {

  private static final int LONGEST = 4;
  private static final int LONGEST_CAMPUS = 2;

  private final NameCues cues;

  Campuses(NameCues cues) {
    this.cues = cues;
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    for (int i = 0; i < words.tokens().size(); i++) {
      if (!words.at(i).equals("University") || !words.at(i + 1).equals("of")) {
        continue;
      }
      int at = i + 2;
      while (at < i + 2 + LONGEST && words.capitalised(at)) {
        at++;
      }
      if (at > i + 2 && words.at(at).equals("at") && named(found, at + 1)) {
        claims.add(new Stretch(i, campusEnd(words, at + 1), EntityType.ORG));
      }
    }
    return claims;
  }

  /** Whether the model takes what stands there for a name or a part of the same one. */
  private static boolean named(List<Stretch> found, int at) {
    var stretch = NameForm.at(found, at);
    return stretch != null && stretch.type() != EntityType.PER;
  }

  private int campusEnd(Words words, int begin) {
    int end = begin + 1;
    while (end < begin + LONGEST_CAMPUS
        && words.capitalised(end)
        && !cues.is(PLAIN, words.at(end))) {
      end++;
    }
    return end;
  }
}
