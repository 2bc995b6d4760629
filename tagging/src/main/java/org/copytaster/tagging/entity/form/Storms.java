package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.ORG_END;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PLACE_END;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PLAIN;
import static org.copytaster.tagging.entity.find.NameCues.Kind.SAYING;
import static org.copytaster.tagging.entity.find.NameCues.Kind.STORM;
import static org.copytaster.tagging.entity.find.NameCues.Kind.TITLE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/**
 * Storms, which bear given names and are nobody: Hurricane Lorenzo, Tropical Storm Karen, and then
 * Lorenzo.
 */
final class Storms implements NameForm {

  private static final Set<String> FRONT = Set.of("Tropical", "Subtropical", "Super", "Winter");
  private static final int SHORTEST = 3;

  private final NameCues cues;
  private final Set<String> names = new HashSet<>();

  Storms(NameCues cues) {
    this.cues = cues;
  }

  @Override
  public void see(Words words) {
    for (int i = 0; i < words.tokens().size(); i++) {
      if (storm(words, i)) {
        names.add(words.at(i + 1));
      }
    }
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    if (names.isEmpty()) {
      return List.of();
    }
    var claims = new ArrayList<Stretch>();
    for (int i = 0; i < words.tokens().size(); i++) {
      if (storm(words, i)) {
        int begin = FRONT.contains(words.at(i - 1)) ? i - 1 : i;
        claims.add(new Stretch(begin, i + 2, EntityType.MISC));
        i++;
      } else if (names.contains(words.at(i)) && alone(words, i)) {
        claims.add(new Stretch(i, i + 1, EntityType.MISC));
      }
    }
    return claims;
  }

  /** Whether the kind of a storm stands at a place and its name behind it. */
  private boolean storm(Words words, int at) {
    if (!words.capitalised(at) || !words.capitalised(at + 1) || !cues.is(STORM, words.at(at))) {
      return false;
    }
    var name = words.at(at + 1);
    boolean other = cues.is(PLAIN, name) || cues.is(ORG_END, name) || cues.is(PLACE_END, name);
    boolean begins = at == 0 || words.tokens().get(at - 1).sentenceStart();
    boolean inside = words.capitalised(at - 1) && !begins && !FRONT.contains(words.at(at - 1));
    return !other && !inside && name.length() >= SHORTEST && !words.capitalised(at + 2);
  }

  /** Not the mayor of the same name, nor a word of a longer name. */
  private boolean alone(Words words, int at) {
    return !words.capitalised(at + 1)
        && !cues.is(SAYING, words.at(at + 1))
        && !cues.is(TITLE, words.at(at - 1))
        && (!words.capitalised(at - 1) || cues.is(PLAIN, words.at(at - 1)));
  }
}
