package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.COMPOUND;
import static org.copytaster.tagging.entity.find.NameCues.Kind.CONTRACTION;
import static org.copytaster.tagging.entity.find.NameCues.Kind.HEADLINE_STOP;
import static org.copytaster.tagging.entity.find.NameCues.Kind.HEADLINE_VERB;
import static org.copytaster.tagging.entity.find.NameCues.Kind.MONTH;
import static org.copytaster.tagging.entity.find.NameCues.Kind.WEEKDAY;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;
import org.copytaster.tagging.text.Token;

/**
 * Words that are no part of a name, whatever the model says: handles and hashtags, the month of a
 * dateline, "I've", what stands at an end of a name by mistake, and the verb of a headline that
 * gives each word a capital.
 */
final class NoNames {

  private static final int LEAST_WORDS = 4;
  private static final int LONG_WORD = 4;

  private static final Set<String> LIST_MARKS = Set.of("*", "•", "-", "–", "—");

  private final NameCues cues;

  NoNames(NameCues cues) {
    this.cues = cues;
  }

  /**
   * The places of such words in a sentence.
   *
   * @param found what the model found in it
   */
  BitSet in(List<Token> sentence, List<Stretch> found) {
    var words = new Words(sentence);
    var none = new BitSet();
    boolean title = isTitle(sentence);
    for (int i = 0; i < sentence.size(); i++) {
      if (handle(words, i) || monthOfDay(words, i) || (title && verb(words, i))) {
        none.set(i);
      }
    }
    for (var stretch : found) {
      setEnds(words, stretch, none);
      boolean work = stretch.type() == EntityType.MISC && stretch.end() > stretch.begin() + 1;
      for (int i = stretch.begin(); i < stretch.end() && !work; i++) {
        if (contraction(words.at(i))) {
          none.set(i);
        }
      }
    }
    return none;
  }

  /**
   * What stands at an end of a name by mistake: the mark of a list, "back-to-back" and
   * "NFC-leading" in front of it, and the day on which it was done behind it.
   */
  private void setEnds(Words words, Stretch stretch, BitSet none) {
    int last = stretch.end() - 1;
    int length = stretch.end() - stretch.begin();
    if (length == 1) {
      return;
    }
    boolean firm = stretch.type() == EntityType.ORG || stretch.type() == EntityType.MISC;
    if (cues.is(WEEKDAY, words.at(last)) && (!firm || length > 2)) {
      none.set(last);
    }
    var first = words.at(stretch.begin());
    boolean before = words.capitalised(stretch.begin() + 1) && compound(words, stretch.begin());
    if (before || LIST_MARKS.contains(first)) {
      none.set(stretch.begin());
    }
  }

  /** Not al-Qaida, and not the anti-Nazi League. */
  private boolean compound(Words words, int at) {
    var word = words.at(at);
    int hyphen = word.lastIndexOf('-');
    boolean plain = hyphen >= LONG_WORD && Character.isLowerCase(word.charAt(hyphen + 1));
    return words.capitalised(at)
        ? hyphen > 0 && cues.is(COMPOUND, word.substring(hyphen + 1))
        : plain;
  }

  /** "I've" is one wherever it stands, but "I'm a Celebrity" is the name of a work. */
  private boolean contraction(String word) {
    return (word.indexOf('\'') > 0 || word.indexOf('’') > 0)
        && cues.is(CONTRACTION, word.toLowerCase(Locale.ROOT).replace('’', '\''));
  }

  private static boolean handle(Words words, int at) {
    var before = words.at(at - 1);
    return (before.equals("@") || before.equals("#")) && words.touchesBefore(at);
  }

  private boolean monthOfDay(Words words, int at) {
    return words.capitalised(at)
        && cues.is(MONTH, words.at(at))
        && (day(words, at + 1) || day(words, at - 1));
  }

  private static boolean day(Words words, int at) {
    return words.at(at).length() <= 2 && words.number(at);
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
