package org.copytaster.tagging.life;

import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.FoldedText;

/**
 * A stretch of a field in which words may act.
 *
 * @param text the folded text of the field, or of the part of it that is looked at
 * @param begin where the stretch begins in it, behind marks and brackets
 */
record Segment(Notice.Field field, Kind kind, FoldedText text, int begin, int end) {

  /** The end of what somebody says, if a stretch begins behind its opening mark. */
  private static final Pattern SPEECH = Pattern.compile("[^\"\\n]*\"[ ,]{1,2}(?=\\p{L}{1,20} )");

  /** Whether a place stands in a quotation that the stretch opened, or that it begins in. */
  boolean quoted(int at) {
    if (kind == Kind.NOTE) {
      return false;
    }
    var characters = text.characters();
    if (begin > 0 && characters.charAt(begin - 1) == '"') {
      var speech = SPEECH.matcher(characters).region(begin, end);
      if (speech.lookingAt() && at < speech.end()) {
        return true;
      }
    }
    return characters.substring(begin, at).chars().filter(c -> c == '"').count() % 2 == 1;
  }

  /** What the stretch is. */
  enum Kind {
    /** A sentence of a note. */
    NOTE,
    /** A headline or a subject from its beginning. */
    HEAD,
    /** What stands behind a mark in a headline. */
    TAIL,
    /** A line at the head or foot of a text, or a short one's sentence. */
    LINE,
    /** What stands in brackets in a headline or a line. */
    BRACKET,
    /** A part of a slugline. */
    SLUG,
    /** A sentence of a text. */
    PROSE;

    private static final Set<Kind> IN_CAPITALS = Set.of(HEAD, TAIL, LINE, BRACKET);

    /** Whether words that news uses, too, must be in capitals here. */
    boolean needsCapitals() {
      return IN_CAPITALS.contains(this);
    }
  }
}
