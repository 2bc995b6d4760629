package org.copytaster.console.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the figures of a sentence: digits, spelled numbers, with scale, sign and what they count.
 */
final class Figures {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<sign>\\p{Sc}\\s?)?(?<digits>\\d+(?:[.,'\\u2019\\u00A0\\u202F]\\d+)*)"
              + "(?<percent>\\s?%)?"
              + "|(?<![\\p{L}\\p{N}])(?<word>\\p{L}+)(?![\\p{L}\\p{N}])");
  private static final Pattern NEXT = Pattern.compile("\\s+(\\p{L}+)");
  private static final Pattern ONES = Pattern.compile("[-\\u2010](\\p{L}+)(?!\\p{L})");
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}(?:[.,'\\u2019\\u00A0\\u202F]\\d{3})+");
  private static final Pattern MARKS = Pattern.compile("[.,'\\u2019\\u00A0\\u202F]");

  /** Longer rows of digits are numbers of accounts and the like, and dear to reckon with. */
  private static final int LONGEST = 30;

  /** Words up to this length are prepositions: "12 in Lagos" counts no ins. */
  private static final int SHORTEST = 2;

  private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

  private final NumberWords words;
  private final String language;

  Figures(NumberWords words, String language) {
    this.words = words;
    this.language = language;
  }

  /**
   * A figure.
   *
   * @param surface as it is written, with its sign and scale
   * @param about what it counts: the word behind it, a percent sign or a currency's; may be empty
   */
  record Figure(String surface, BigDecimal value, String about, int begin) {}

  /**
   * All of a line, in order.
   *
   * @param dates which characters of it belong to a time expression; figures there are none
   */
  List<Figure> in(String line, boolean[] dates) {
    var figures = new ArrayList<Figure>();
    var found = NUMBER.matcher(line);
    int at = 0;
    while (found.find(at)) {
      at = found.end();
      if (!dates[found.start()]) {
        var figure = figure(line, found);
        if (figure != null) {
          figures.add(figure);
          at = Math.max(at, figure.begin() + figure.surface().length());
        }
      }
    }
    return figures;
  }

  private @Nullable Figure figure(String line, Matcher found) {
    int end = found.end();
    BigDecimal value;
    if (found.group("word") != null) {
      value = words.number(language, found.group("word"));
      var ones = ONES.matcher(line).region(end, line.length());
      if (value != null && value.compareTo(TWENTY) >= 0 && ones.lookingAt()) {
        var one = words.number(language, ones.group(1));
        if (one != null && one.signum() > 0 && one.compareTo(BigDecimal.TEN) < 0) {
          value = value.add(one);
          end = ones.end();
        }
      }
    } else {
      value = value(found.group("digits"));
    }
    if (value == null) {
      return null;
    }
    var next = NEXT.matcher(line).region(end, line.length());
    while (next.lookingAt()) {
      var scale = words.scale(language, next.group(1));
      if (scale == null) {
        break;
      }
      value = value.multiply(scale);
      end = next.end();
      next.region(end, line.length());
    }
    return new Figure(
        line.substring(found.start(), end),
        value.stripTrailingZeros(),
        about(found, next),
        found.start());
  }

  private static String about(Matcher found, Matcher next) {
    if (found.group("percent") != null) {
      return "%";
    }
    if (found.group("sign") != null) {
      return found.group("sign").strip();
    }
    boolean word = next.lookingAt() && next.group(1).length() > SHORTEST;
    return word ? next.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** The last mark is a decimal one unless three digits follow each, as between thousands. */
  private static @Nullable BigDecimal value(String digits) {
    if (digits.length() > LONGEST) {
      return null;
    }
    var plain = MARKS.matcher(digits).replaceAll("");
    if (GROUPED.matcher(digits).matches()) {
      return new BigDecimal(plain);
    }
    int last = digits.length() - 1;
    while (last >= 0 && Character.isDigit(digits.charAt(last))) {
      last--;
    }
    int decimals = last < 0 ? 0 : digits.length() - 1 - last;
    return new BigDecimal(plain).movePointLeft(decimals);
  }
}
