package org.copytaster.formats.lines;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.WireTime;
import org.jspecify.annotations.Nullable;

/**
 * How agencies begin a text: {@code PARIS, May 3 (AFP) -}.
 *
 * @param place with its date as it is written; null if there is a date at best
 * @param agency null if none is named
 * @param end of the lead-in in the paragraph
 */
record LeadIn(@Nullable String place, @Nullable String agency, int end) {

  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 9;

  /** Of a place beside an agency that nobody knows. */
  private static final int MOST_WORDS_UNSURE = 4;

  private static final String DASH =
      "\\.? ?(?:[-\\u2013\\u2014\\u2212_=:]{1,3})(?=\\s|\\p{Lu}|\\p{Lo}|$)\\s*";

  private static final Pattern BRACKETS =
      Pattern.compile("^(?<place>[^()\\n]{0,90}?),? ?\\((?<agency>[^()\\n]{2,40})\\)" + DASH);

  private static final Pattern SLASHES =
      Pattern.compile("^(?<place>[^()\\n/]{1,90}?),? ?/(?<agency>[^/\\n]{2,40})/" + DASH);
  private static final Pattern AGENCY_FIRST =
      Pattern.compile(
          "^\\((?<agency>[^()\\n]{2,40})\\)\\s?[-\\u2013\\u2014,] ?(?<place>\\p{Lu}[^()\\n-]{2,60}?) ?[-\\u2013\\u2014] ");
  private static final Pattern BARE =
      Pattern.compile(
          "^(?<place>\\p{Lu}[^()\\n]{1,70}?\\d),? (?<agency>\\p{Lu}[\\p{L}/-]{1,12}) ?[-\\u2013\\u2014_]{1,2} ");

  /** A place in capitals, or with a day behind it, and a dash: no agency is named. */
  private static final Pattern PLACE_ONLY =
      Pattern.compile(
          "^(?<place>\\p{Lu}[\\p{Lu}'\\u2019. -]{2,40}(?:, [\\p{L}. ]{2,25}){0,2}?"
              + "(?:, \\p{L}{3,9}\\.? \\d{1,2}(?:, \\d{4})?)?)(?: [-\\u2013\\u2014_]{1,2}| ?\\u2014) ?(?=[\\p{Lu}\"\\u201C\\u2018'\\u00AB\\d])");

  private static final List<Pattern> FORMS = List.of(AGENCY_FIRST, BRACKETS, SLASHES, BARE);
  private static final Pattern DAY =
      Pattern.compile(
          "(?:^|,? )(?:(?<before>\\p{L}{3,9})\\.? \\d{1,2}|\\d{1,2}\\.?(?: de)? (?<after>\\p{L}{3,9})\\.?"
              + "|\\d{1,2}[./-]\\d{1,2})(?:,? \\d{4}|[./-]\\d{2,4})?\\.?$");
  private static final Set<String> SMALL =
      Set.of(
          "de", "la", "le", "les", "del", "della", "di", "da", "do", "das", "dos", "du", "des",
          "an", "am", "der", "die", "im", "in", "bei", "of", "the", "and", "upon", "sur", "en",
          "el", "al", "a", "et", "y", "und", "i", "på", "og", "och", "van", "den", "aan");

  static final LeadIn NONE = new LeadIn(null, null, 0);

  /** The lead-in that a paragraph begins with. */
  static Optional<LeadIn> of(String paragraph) {
    var begin = paragraph.substring(0, Math.min(paragraph.length(), LONGEST));
    for (var form : FORMS) {
      var found = form.matcher(begin);
      if (found.find() && plausible(found, form)) {
        return Optional.of(
            new LeadIn(place(found.group("place")), found.group("agency").strip(), found.end()));
      }
    }
    var only = PLACE_ONLY.matcher(begin);
    if (only.find() && named(only.group("place"), MOST_WORDS_UNSURE + 2)) {
      var place = only.group("place");
      return LineTable.noPlace(place)
          ? Optional.empty()
          : Optional.of(new LeadIn(place(place), null, only.end()));
    }
    return Optional.empty();
  }

  private static boolean plausible(Matcher found, Pattern form) {
    var agency = found.group("agency").strip();
    boolean known = LineTable.agency(agency);
    if (agency.codePoints().noneMatch(Character::isLetter)) {
      return false;
    }
    var place = found.group("place").strip();
    if (form.equals(BARE) || form.equals(AGENCY_FIRST)) {
      return known && named(place, MOST_WORDS);
    }
    boolean dated = !place.isEmpty() && bare(place).length() < place.length();
    return named(place, known || dated ? MOST_WORDS : MOST_WORDS_UNSURE)
        && (known || !place.isEmpty() || agency.length() > 3);
  }

  /** Whether all words of a place are names, figures or small words between. */
  private static boolean named(String place, int most) {
    var words = place.strip().split("[\\s,]+", -1);
    if (words.length > most || words[0].equalsIgnoreCase("by")) {
      return false;
    }
    for (var word : words) {
      int first = word.isEmpty() ? 'A' : word.codePointAt(0);
      boolean small = Character.isLowerCase(first) && !SMALL.contains(word);
      if (small && WireTime.month(word) == 0) {
        return false;
      }
    }
    return true;
  }

  /** A place with its day; none if it is only a day. */
  private static @Nullable String place(String place) {
    var said = place.strip().replaceFirst("[\\s,.;:]+$", "");
    if (place.strip().endsWith(".") && said.length() < place.strip().length()) {
      said = place.strip(); // Mass., Pa.
    }
    return bare(said).isEmpty() ? null : said;
  }

  /** The place without the day behind it. */
  static String bare(String place) {
    var day = DAY.matcher(place.strip());
    if (!day.find()) {
      return place.strip();
    }
    var month = day.group("before") == null ? day.group("after") : day.group("before");
    boolean real = month == null || WireTime.month(month) > 0;
    return real ? place.strip().substring(0, day.start()).strip() : place.strip();
  }
}
