package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.HEADLINE_STOP;
import static org.copytaster.tagging.entity.find.NameCues.Kind.HEADLINE_VERB;
import static org.copytaster.tagging.entity.find.NameCues.Kind.MONTH;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.text.Token;

/**
 * Words that are no part of a name, whatever the model says: handles and hashtags, the month of a
 * dateline, and the verb of a headline that gives each word a capital.
 */
final class NoNames {

  private static final int LEAST_WORDS = 4;
  private static final int LONG_WORD = 4;

  private final NameCues cues;

  NoNames(NameCues cues) {
    this.cues = cues;
  }

  /** The places of such words in a sentence. */
  BitSet in(List<Token> sentence) {
    var words = new Words(sentence);
    var none = new BitSet();
    boolean title = isTitle(sentence);
    for (int i = 0; i < sentence.size(); i++) {
      if (handle(words, i) || monthOfDay(words, i) || (title && verb(words, i))) {
        none.set(i);
      }
    }
    return none;
  }

  private static boolean handle(Words words, int at) {
    var before = words.at(at - 1);
    return (before.equals("@") || before.equals("#")) && words.touchesBefore(at);
  }

  private boolean monthOfDay(Words words, int at) {
    return words.capitalised(at)
        && cues.is(MONTH, words.at(at))
        && (day(words.at(at + 1)) || day(words.at(at - 1)));
  }

  private static boolean day(String word) {
    return !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
  }

  private boolean verb(Words words, int at) {
    if (at == 0 || !words.capitalised(at)) {
      return false;
    }
    var word = words.at(at).toLowerCase(Locale.ROOT);
    boolean infinitive = words.at(at - 1).equalsIgnoreCase("to");
    return cues.is(HEADLINE_VERB, infinitive ? word + "s" : word) || cues.is(HEADLINE_STOP, word);
  }

  /**
   * Whether the longer words of a sentence have capitals, most of them, and no full stop ends it.
   */
  private static boolean isTitle(List<Token> sentence) {
    int all = 0;
    int capitals = 0;
    int shouted = 0;
    for (var token : sentence) {
      if (token.word() && token.surface().length() >= LONG_WORD) {
        all++;
        capitals += token.capitalised() ? 1 : 0;
        shouted += token.allCapitals() ? 1 : 0;
      }
    }
    boolean stop = sentence.get(sentence.size() - 1).surface().equals(".");
    return all >= LEAST_WORDS && !stop && 5 * capitals >= 4 * all && 2 * shouted < all;
  }
}
