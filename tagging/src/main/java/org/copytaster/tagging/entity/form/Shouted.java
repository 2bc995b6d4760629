package org.copytaster.tagging.entity.form;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Gazetteer;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;
import org.copytaster.tagging.text.Token;

/**
 * Known places in copy that is in capitals throughout, where a capital says nothing and the model
 * overlooks much.
 */
final class Shouted implements NameForm {

  private static final int LEAST_WORDS = 6;

  private final Gazetteer gazetteer;

  Shouted(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var sentence = words.tokens();
    if (!shouted(sentence)) {
      return List.of();
    }
    var claims = new ArrayList<Stretch>();
    for (int i = 0; i < sentence.size(); i++) {
      var known = gazetteer.longestAt(sentence, i);
      if (known != null && known.identity().type() == EntityType.LOC) {
        int begin = i;
        int end = i + known.words().size();
        if (found.stream().noneMatch(each -> each.begin() < end && begin < each.end())) {
          claims.add(new Stretch(begin, end, EntityType.LOC));
        }
        i = end - 1;
      }
    }
    return claims;
  }

  private static boolean shouted(List<Token> sentence) {
    int words = 0;
    for (var token : sentence) {
      if (token.word() && token.surface().length() > 1) {
        words++;
        if (token.surface().codePoints().anyMatch(Character::isLowerCase)) {
          return false;
        }
      }
    }
    return words >= LEAST_WORDS;
  }
}
