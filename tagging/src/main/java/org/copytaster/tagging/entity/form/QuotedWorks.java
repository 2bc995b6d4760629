package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.LINK_WORD;
import static org.copytaster.tagging.entity.find.NameCues.Kind.WORK;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/**
 * Titles of works between quotation marks: of films, songs, books. What stands in quotation marks
 * is one if its words have capitals and a word near it tells of works, or if it begins with an
 * article; else it may be speech, a nickname or a word that the writer keeps at a distance.
 */
final class QuotedWorks implements NameForm {

  private static final int LONGEST = 8;

  /** So many words back the one that tells of works may stand. */
  private static final int NEAR = 5;

  private static final Set<String> OPENING = Set.of("\"", "“", "‘", "'", "`");
  private static final Set<String> CLOSING = Set.of("\"", "”", "’", "'");
  private static final Set<String> ARTICLES = Set.of("The", "A", "An");
  private static final Set<String> ROWS = Set.of("and", ",", "or", "&");
  private static final Set<String> MARKS = Set.of(",", ":", "!", "?", "&", "-", "–");

  private final NameCues cues;

  QuotedWorks(NameCues cues) {
    this.cues = cues;
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    int size = words.tokens().size();
    int last = -LONGEST;
    for (int i = 0; i + 2 < size; i++) {
      int close = opens(words, i) ? close(words, i) : i;
      if (close > i) {
        int begin = i + 1;
        int end = isComma(words.at(close - 1)) ? close - 1 : close;
        boolean row = last >= i - 3 && ROWS.contains(words.at(i - 1));
        boolean work = row || told(words, i, close) || article(words, i, end);
        if (work && isTitle(words, begin, end)) {
          claims.add(new Stretch(begin, end, EntityType.MISC));
          last = close;
        }
        i = close;
      }
    }
    return claims;
  }

  private static boolean opens(Words words, int at) {
    return OPENING.contains(words.at(at))
        && words.touchesBefore(at + 1)
        && words.capitalised(at + 1)
        && (words.at(at).equals("`") || !words.touchesBefore(at) || words.at(at - 1).equals("("));
  }

  /** The place of the mark that closes what is opened at a place, or that place. */
  private static int close(Words words, int open) {
    for (int i = open + 2; i <= open + 1 + LONGEST; i++) {
      if (CLOSING.contains(words.at(i)) && words.touchesBefore(i)) {
        return i;
      }
    }
    return open;
  }

  private static boolean isComma(String word) {
    return word.equals(",") || word.equals(".");
  }

  /** Whether all longer words have capitals, as titles do and sentences do not. */
  private boolean isTitle(Words words, int begin, int end) {
    for (int i = begin; i < end; i++) {
      var word = words.at(i);
      boolean small = i > begin && i < end - 1 && cues.is(LINK_WORD, word);
      boolean number = Character.isDigit(word.charAt(0));
      boolean mark = i > begin && (MARKS.contains(word) || words.possessive(i));
      if (!words.capitalised(i) && !small && !number && !mark) {
        return false;
      }
    }
    return end > begin;
  }

  /** Whether a word in front of the title, or the one behind it, tells of works. */
  private boolean told(Words words, int open, int close) {
    if (cues.is(WORK, words.at(close + 1))) {
      return true;
    }
    for (int i = open - 1; i >= open - NEAR && i >= 0; i--) {
      var word = words.at(i);
      if (CLOSING.contains(word) || OPENING.contains(word)) {
        return false;
      }
      if (cues.is(WORK, word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** "The Crown", but neither the boxer James "The Truth" Marsh nor "The Crown," she said. */
  private static boolean article(Words words, int open, int end) {
    return ARTICLES.contains(words.at(open + 1))
        && end > open + 2
        && CLOSING.contains(words.at(end))
        && !words.capitalised(end + 1)
        && !words.capitalised(open - 1);
  }
}
