package org.copytaster.formats.lines;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.WireTime;

/** Who wrote a text, without the words around the names. */
final class WriterNames {

  private static final int LONGEST = 120;

  /** "By" in the agencies' languages; the noble "von" is never the first word of a name. */
  private static final Pattern BY =
      Pattern.compile(
          "^(?:(?i:by)(?:: ?| +|(?=\\p{Lu}))|(?:Von|VON|Par|PAR|Por|POR|Door|DOOR|Af|AF|Av|AV) +)(?=\\S)");

  private static final Pattern INITIALS =
      Pattern.compile(
          "\\(?\\p{Ll}{2,4}(?:[/ +-]{1,2}[\\p{Ll}\\d]{2,4}){1,8}\\)?|\\(?\\p{Ll}{2,3}\\)?");
  private static final Pattern DAY =
      Pattern.compile(", ?(\\p{L}{3,9})\\.? \\d{1,2}(?:, ?\\d{4})?$");

  /** Words between names. */
  private static final Pattern SMALL =
      Pattern.compile(
          "and|und|et|y|e|en|og|och|ja|of|for|the|de|van|von|der|den|di|da|del|la|le|al|el|bin|ben"
              + "|with|in|at|staff|correspondents?");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]$");

  private WriterNames() {}

  /** The names in a byline; nothing if it names nobody. */
  static Optional<String> of(String byline) {
    var names = BY.matcher(byline.strip()).replaceFirst("").strip();
    var day = DAY.matcher(names);
    if (day.find() && WireTime.month(day.group(1)) > 0) {
      names = names.substring(0, day.start());
    }
    names = names.replaceFirst("[\\s,;:|\\u2013\\u2014-]+$", "");
    return names.isEmpty() || INITIALS.matcher(names).matches() || sentence(names)
        ? Optional.empty()
        : Optional.of(names);
  }

  /** The names in a line of a text that is a byline and nothing else. */
  static Optional<String> line(String line) {
    var plain = line.strip();
    var by = BY.matcher(plain);
    if (plain.length() > LONGEST || plain.indexOf('\n') >= 0 || !by.find()) {
      return Optional.empty();
    }
    var names = plain.substring(by.end());
    var first = names.split(",", 2)[0];
    boolean all = Arrays.stream(first.split("\\s+", -1)).allMatch(WriterNames::name);
    boolean ends = SENTENCE_END.matcher(names).find() && !names.matches(".*\\b\\p{Lu}\\.$");
    return all && !ends && first.split("\\s+", -1).length < 10 ? of(plain) : Optional.empty();
  }

  private static boolean name(String word) {
    boolean capital =
        word.isEmpty()
            || (!Character.isLowerCase(word.codePointAt(0))
                && word.codePoints().noneMatch(Character::isDigit));
    return capital || SMALL.matcher(word).matches();
  }

  /** Most words of a sentence are no names. */
  private static boolean sentence(String names) {
    var words = names.split(",", 2)[0].split("\\s+", -1);
    long small =
        Arrays.stream(words)
            .filter(word -> !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)))
            .count();
    return words.length > 4 && small * 2 > words.length;
  }
}
