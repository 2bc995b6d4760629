package org.copytaster.tagging.entity.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/**
 * Two teams that the model took for one: where the copy has "the Chiefs" and "the Rams", "Chiefs
 * and Rams" are two names and Chiefs-Rams is a match.
 */
final class TeamPairs implements NameForm {

  private final Set<String> teams = new HashSet<>();

  @Override
  public void see(Words words) {
    for (int i = 1; i < words.tokens().size(); i++) {
      boolean plural = words.at(i).endsWith("s") && words.capitalised(i);
      boolean alone = plural && !words.capitalised(i + 1);
      if (alone && words.at(i - 1).equalsIgnoreCase("the")) {
        teams.add(words.at(i));
      }
    }
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    if (teams.size() < 2) {
      return List.of();
    }
    var claims = new ArrayList<Stretch>();
    for (var stretch : found) {
      int begin = stretch.begin();
      boolean three = stretch.end() == begin + 3 && words.at(begin + 1).equals("and");
      if (three && teams.contains(words.at(begin)) && teams.contains(words.at(begin + 2))) {
        claims.add(new Stretch(begin, begin + 1, stretch.type()));
        claims.add(new Stretch(begin + 2, begin + 3, stretch.type()));
      } else if (stretch.end() == begin + 1 && isMatch(words.at(begin))) {
        claims.add(new Stretch(begin, begin + 1, EntityType.MISC));
      }
    }
    return claims;
  }

  private boolean isMatch(String word) {
    int hyphen = word.indexOf('-');
    return hyphen > 0
        && teams.contains(word.substring(0, hyphen))
        && teams.contains(word.substring(hyphen + 1));
  }
}
