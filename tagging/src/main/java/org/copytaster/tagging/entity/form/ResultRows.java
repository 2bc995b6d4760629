package org.copytaster.tagging.entity.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/**
 * Results in a row: "Boston 101, Miami 95". A score is no part of a name, and where most of those
 * who scored are teams, all are.
 */
final class ResultRows implements NameForm {

  private static final int LONGEST_SCORE = 3;
  private static final Set<String> BEHIND = Set.of("", ",", ";", "(", "-", "–", ".");

  /** A name with a score behind it, which the model may have taken for its last word. */
  private record Scorer(Stretch stretch, int end) {

    boolean cut() {
      return end < stretch.end();
    }
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    if (found.size() < 2) {
      return List.of();
    }
    var scorers = new ArrayList<Scorer>();
    int teams = 0;
    int whole = 0;
    for (var stretch : found) {
      int end = score(words, stretch.end() - 1) ? stretch.end() - 1 : stretch.end();
      if (end > stretch.begin() && score(words, end) && ends(words, end + 1)) {
        var scorer = new Scorer(stretch, end);
        scorers.add(scorer);
        teams += stretch.type() == EntityType.ORG ? 1 : 0;
        whole += scorer.cut() ? 0 : 1;
      }
    }
    return scorers.size() < 2 || whole == 0
        ? List.of()
        : claims(scorers, 2 * teams >= scorers.size());
  }

  private static List<Stretch> claims(List<Scorer> scorers, boolean teams) {
    var claims = new ArrayList<Stretch>();
    for (var scorer : scorers) {
      var type = scorer.stretch().type();
      boolean team = teams && (type == EntityType.LOC || type == EntityType.MISC);
      if (scorer.cut() || team) {
        var better = team ? EntityType.ORG : type;
        claims.add(new Stretch(scorer.stretch().begin(), scorer.end(), better));
      }
    }
    return claims;
  }

  private static boolean ends(Words words, int at) {
    return BEHIND.contains(words.at(at)) || words.capitalised(at);
  }

  private static boolean score(Words words, int at) {
    return words.at(at).length() <= LONGEST_SCORE && words.number(at);
  }
}
