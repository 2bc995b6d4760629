package org.copytaster.tagging.timex.moment;

import java.util.regex.Pattern;

/** The parts of a moment as patterns over folded text; each is tried where the last one ended. */
final class MomentPatterns {

  final MomentWords words;
  final Pattern gap = MomentWords.compiled("[\\s,;:.()\\[\\]\"'/|*!_-]+");
  final Pattern iso =
      MomentWords.compiled(
          "(\\d{4})-(\\d\\d)-(\\d\\d)(?:[t ] ?(\\d\\d):(\\d\\d)(?::\\d\\d)?(?: ?(z\\b|[+-]\\d\\d:?\\d\\d))?)?(?!\\d)");
  final Pattern figures =
      MomentWords.compiled(
          "(\\d{1,2})(?:([./])|(-))(\\d{1,2})(?:\\2|\\3)((?:19|20)\\d\\d|\\d\\d)(?![\\d:])");
  final Pattern dayMonthFigures =
      MomentWords.compiled(
          "(0?[1-9]|[12]\\d|3[01])\\.(0?[1-9]|1[0-2])\\.(?!\\d)|(\\d{1,2})/(\\d{1,2})(?![\\d/])");
  final Pattern monthDay;
  final Pattern dayMonth;
  final Pattern clock;
  final Pattern hour = MomentWords.compiled("(\\d{1,2}) ?([ap])\\.? ?m\\b\\.?");
  final Pattern compact;
  final Pattern marked;
  final Pattern bare = MomentWords.compiled("(\\d{1,2})(?!\\d|[.,]\\d|[ -]?%)\\b");
  final Pattern introduced;
  final Pattern hourWord;
  final Pattern noon;
  final Pattern half;
  final Pattern day;
  final Pattern weekday;
  final Pattern zone;
  final Pattern offset =
      MomentWords.compiled("(?:gmt|utc) ?([+-]) ?(\\d{1,2})(?::?(\\d\\d))?(?!\\d)");
  final Pattern year = MomentWords.compiled("(20\\d\\d)(?!\\d|[:.]\\d)");
  final Pattern ordinal =
      MomentWords.compiled("(\\d{1,2})(?:(?:st|nd|rd|th)\\b|(?<=\\badv\\d\\d)\\b)");
  final Pattern about;
  final Pattern filler;

  /** The end of a text behind which an hour is only expected. */
  final Pattern expected;

  final Pattern dayLabel;
  final Pattern hourLabel;

  /** Words of no meaning here between a clock and its day, as a zone's that nobody has listed. */
  final Pattern aside;

  MomentPatterns(MomentWords words) {
    this.words = words;
    var month = "(" + words.any("month") + ")\\b\\.?";
    monthDay =
        MomentWords.compiled(
            month
                + " ?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?[:h]\\d\\d| ?[ap]\\.? ?m\\b)(?:,? (20\\d\\d)(?!\\d))?");
    dayMonth =
        MomentWords.compiled(
            "(\\d{1,2})(?:st|nd|rd|th|er|[.]?o|[.]?a|\\.)?[ -]?(?:of |de |del |d'|den )?[ -]?"
                + month
                + "(?:[ ,-]{0,2}(?:de |del |do )?(20\\d\\d)(?!\\d))?");
    // the "u" of Dutch hours is no beginning of "U.S."
    var after = "(?: ?(?:" + words.any("after") + ")(?![\\p{L}\\d]|\\.\\p{L}))?";
    clock =
        MomentWords.compiled(
            "(\\d{1,2}) ?[:.h] ?([0-5]\\d)(?!\\d)(?:[:.]\\d\\d(?!\\d))?(?: ?min\\b)?"
                + "(?: ?([ap])\\.? ?m\\b\\.?)?"
                + after);
    compact =
        MomentWords.compiled(
            "([01]?\\d|2[0-4])([0-5]\\d)(?!\\d)(?: ?([ap])\\.? ?m\\b\\.?)?" + after);
    marked =
        MomentWords.compiled("(\\d{1,2})(?:[.]00)? ?(?:" + words.any("after") + ")(?![\\p{L}\\d])");
    introduced = MomentWords.compiled("(?:^|[^\\p{L}])" + words.any("before") + "[ .]{1,2}$");
    hourWord = MomentWords.compiled("(" + words.any("hour") + ")\\b");
    noon = word(words, "noon");
    half = word(words, "half");
    day = word(words, "day");
    weekday = word(words, "weekday");
    zone =
        MomentWords.compiled(
            "(" + words.any("season") + "|" + words.any("zone") + ")(?![\\p{L}\\d])");
    about = word(words, "about");
    filler = word(words, "filler");
    expected = expected(words);
    dayLabel = label(words, "daylabel");
    hourLabel = label(words, "hourlabel");
    aside = aside(words, month);
  }

  private static Pattern expected(MomentWords words) {
    return MomentWords.compiled(
        "(?:^|[^\\p{L}])(?:" + words.any("about") + ")[ ,]{1,2}(?:" + words.any("before") + " )?$");
  }

  private static Pattern aside(MomentWords words, String month) {
    return MomentWords.compiled(
        "(?:[\\p{L}.'’-]{2,20} ){1,3}(?=(?:"
            + words.any("onday")
            + ") (?:(?:"
            + words.any("weekday")
            + ")(?![\\p{L}\\d])|\\d{1,2}(?:st|nd|rd|th|\\.)? ?(?:of |de )?"
            + month
            + "|"
            + month
            + " \\d))");
  }

  private static Pattern label(MomentWords words, String kind) {
    return MomentWords.compiled("(?:[\\p{L}-]+ ){0,2}(?:" + words.any(kind) + ")\\s{0,2}[:=]\\s*");
  }

  private static Pattern word(MomentWords words, String kind) {
    return MomentWords.compiled("(" + words.any(kind) + ")(?![\\p{L}\\d])");
  }
}
