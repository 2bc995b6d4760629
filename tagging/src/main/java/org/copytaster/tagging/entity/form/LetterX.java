package org.copytaster.tagging.entity.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/**
 * X, which was Twitter: the letter alone, where the article speaks of Twitter or of what is posted
 * there. Elsewhere a letter is an unknown, a vitamin or a mark.
 */
final class LetterX implements NameForm {

  private static final Set<String> ABOUT =
      Set.of("twitter", "tweet", "tweeted", "tweets", "musk", "elon");
  private static final Set<String> POSTING =
      Set.of("post", "posts", "posted", "posting", "wrote", "account", "user", "users", "platform");
  private static final Set<String> IN_FRONT =
      Set.of("on", "to", "via", "by", "from", "now", "platform", "network", "called", "and", "(");

  private boolean about;

  @Override
  public void see(Words words) {
    if (about) {
      return;
    }
    boolean on = false;
    for (int i = 0; i < words.tokens().size(); i++) {
      char first = words.at(i).charAt(0);
      if (first == 'T' || first == 't' || first == 'M' || first == 'E') {
        about |= ABOUT.contains(words.at(i).toLowerCase(Locale.ROOT));
      }
      on |= first == 'X' && firm(words, i) && words.at(i - 1).equals("on");
    }
    about |= on && words.tokens().stream().anyMatch(token -> POSTING.contains(token.surface()));
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    for (int i = 0; about && i < words.tokens().size(); i++) {
      if (firm(words, i)) {
        claims.add(new Stretch(i, i + 1, EntityType.ORG));
      }
    }
    return claims;
  }

  private static boolean firm(Words words, int at) {
    if (!words.at(at).equals("X")) {
      return false;
    }
    boolean begins = at == 0 || words.tokens().get(at).sentenceStart();
    boolean front = begins || IN_FRONT.contains(words.at(at - 1));
    var behind = words.at(at + 1);
    boolean alone = !words.capitalised(at + 1) && !behind.equals("-") && !behind.equals("=");
    return front && alone && (behind.isEmpty() || !Character.isDigit(behind.charAt(0)));
  }
}
