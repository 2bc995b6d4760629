package org.copytaster.tagging.timex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Map;

/** Reckons what is counted from the document creation time. */
final class RelativeResolvers {

  /** What a modifier of a length means for a point that lies that far back. */
  private static final Map<String, String> MODS_BACK =
      Map.of(
          "MORE_THAN", "BEFORE",
          "LESS_THAN", "AFTER",
          "EQUAL_OR_MORE", "ON_OR_BEFORE",
          "EQUAL_OR_LESS", "ON_OR_AFTER");

  /** How many months are in what can be halved. */
  private static final Map<String, Integer> MONTHS = Map.of("Y", 12, "E", 120, "C", 1200);

  private static final int QUARTER = 3;
  private static final int LONG_OVER = 7;

  private RelativeResolvers() {}

  /** Today, yesterday, tomorrow; the argument counts the days. */
  static Normalization day(Expression expression, DocumentTime creation) {
    int days = Integer.parseInt(expression.kind().argument());
    return expression
        .relative(creation, creation.date().plusDays(days) + expression.part())
        .because(distanceInWords(days, "day"));
  }

  /** Last week, this month, next year. */
  static Normalization unit(Expression expression, DocumentTime creation) {
    int shift = Integer.parseInt(expression.meaning("shift").orElse(expression.kind().argument()));
    var unit = expression.unit();
    var said = expression.discourse().day();
    boolean textual = expression.ofSaid() && expression.discourse().asFineAs(unit);
    if (said != null && (expression.narrative() || textual)) {
      return expression
          .fromSaid(said, shifted(said, unit, shift))
          .because(distanceInWords(shift, expression.word("unit")) + " in the story");
    }
    boolean begun = creation.date().getDayOfWeek().getValue() > 5;
    if (unit.equals("WE") && !expression.has("shift") && !expression.forward() && !begun) {
      shift = -1;
    }
    return expression
        .relative(creation, shifted(creation.date(), unit, shift))
        .because(distanceInWords(shift, expression.word("unit")));
  }

  /** Two years ago, three days from now; the argument is the direction. */
  static Normalization distance(Expression expression, DocumentTime creation) {
    int direction = Integer.parseInt(expression.kind().argument());
    var unit = expression.unit();
    var amount = Amount.of(expression);
    if (amount.vague()) {
      return expression
          .relative(creation, direction < 0 ? "PAST_REF" : "FUTURE_REF")
          .because("nobody says how many");
    }
    if (unit.startsWith("T")) {
      return hours(expression, creation, amount.times(direction));
    }
    if (amount.fraction() && MONTHS.containsKey(unit)) {
      int months = (int) amount.times(direction * MONTHS.get(unit)).whole();
      var then = YearMonth.from(creation.date()).plusMonths(months);
      return expression
          .relative(creation, unit.equals("Y") ? then.toString() : year(then.getYear()))
          .because(distanceInWords(months, "months"))
          .modified(direction < 0 ? MODS_BACK : Map.of());
    }
    int many = direction * (int) amount.whole();
    var value = shifted(creation.date(), unit, many);
    var reading =
        expression
            .relative(creation, unit.equals("E") ? value + "X" : value)
            .because(distanceInWords(many, expression.word("unit")));
    return direction < 0 ? reading.modified(MODS_BACK) : reading;
  }

  /** Three hours ago, where the hour is known in which the article was written. */
  private static Normalization hours(Expression expression, DocumentTime creation, Amount amount) {
    var written = creation.moment();
    if (written == null) {
      return expression
          .relative(creation, creation.date().toString())
          .because("hours and minutes are not counted back over a day");
    }
    var unit = expression.unit();
    var minutes = unit.equals("TH") ? amount.times(60) : amount;
    var then =
        unit.equals("TS")
            ? written.plusSeconds(amount.whole())
            : written.plusMinutes(minutes.whole());
    boolean toTheHour = unit.equals("TH") && !amount.fraction();
    return expression
        .relative(
            creation,
            then.truncatedTo(ChronoUnit.MINUTES).toString().substring(0, toTheHour ? 13 : 16))
        .because(
            amount.number().replace("-", "")
                + " "
                + expression.word("unit")
                + (amount.number().startsWith("-") ? " before it" : " after it")
                + ", in UTC");
  }

  /** "2 weeks before it". */
  static String distanceInWords(int shift, String unit) {
    if (shift == 0) {
      return "the " + unit + " it is in";
    }
    return Math.abs(shift) + " " + unit + (shift < 0 ? " before it" : " after it");
  }

  static String shifted(LocalDate from, String unit, int shift) {
    return switch (unit) {
      case "D" -> from.plusDays(shift).toString();
      case "W" -> week(from.plusWeeks(shift));
      case "WE" -> week(from.plusWeeks(shift)) + "-WE";
      case "M" -> YearMonth.from(from).plusMonths(shift).toString();
      case "Q" -> quarter(from.plusMonths(3L * shift));
      case "Y" -> year(from.plusYears(shift).getYear());
      case "E" -> Integer.toString(from.plusYears(10L * shift).getYear() / 10);
      case "C" -> Integer.toString(from.plusYears(100L * shift).getYear() / 100);
      default -> throw new DateTimeException("no calendar counts in " + unit);
    };
  }

  /** Behind the year 1 there is no year 0: the year before AD 1 is 1 BC. */
  private static String year(int year) {
    return year > 0 ? String.format("%04d", year) : String.format("BC%04d", 1 - year);
  }

  private static String week(LocalDate day) {
    return String.format(
        "%04d-W%02d",
        day.get(WeekFields.ISO.weekBasedYear()), day.get(WeekFields.ISO.weekOfWeekBasedYear()));
  }

  static String quarter(LocalDate day) {
    return String.format("%04d", day.getYear()) + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }

  /** The third quarter, of a year or of the one that is nearest. */
  static Normalization quarterOf(Expression expression, DocumentTime creation) {
    int quarter = ordinal(expression, "4");
    if (quarter > 4) {
      throw new DateTimeException("no year has so many quarters");
    }
    var begin = LocalDate.of(yearOf(expression, creation), 3 * quarter - 2, 1);
    if (hasYear(expression)) {
      return expression.relative(creation, quarter(begin)).because("in the year that is named");
    }
    var direction = expression.direction();
    boolean ahead =
        expression.around().reportsResults()
            ? direction.ahead() || (direction.saying() && expression.around().aheadBehind())
            : direction.ahead() || (isLongOver(begin, creation) && direction.saying());
    var now = ahead ? creation.date().minusMonths(3) : creation.date();
    return expression
        .relative(creation, quarter(nearest(begin, now, ahead)))
        .because("the nearest such quarter, looking " + direction.words());
  }

  /** Whether the last such quarter ended so long ago that the next one is more likely meant. */
  private static boolean isLongOver(LocalDate begin, DocumentTime creation) {
    var last = nearest(begin, creation.date(), false);
    return last.plusMonths(QUARTER + LONG_OVER).isBefore(creation.date());
  }

  private static int ordinal(Expression expression, String otherwise) {
    var digit = expression.has("ordinal") ? expression.word("ordinal") : otherwise;
    return Integer.parseInt(expression.meaning("ordinal").orElse(digit));
  }

  /** The second half of 2013. */
  static Normalization halfOf(Expression expression, DocumentTime creation) {
    var value = yearOf(expression, creation) + "-H" + ordinal(expression, "1");
    return expression.hasYear()
        ? expression.absolute(value)
        : expression.relative(creation, value).because("in the year that is meant");
  }

  /** Last summer, the spring of 1998. */
  static Normalization season(Expression expression, DocumentTime creation) {
    var season = expression.meaning("season").orElse("SP");
    int month = season.equals("SP") ? 3 : season.equals("SU") ? 6 : season.equals("FA") ? 9 : 12;
    var begin = LocalDate.of(yearOf(expression, creation), month, 1);
    if (hasYear(expression)) {
      var value = begin.getYear() + "-" + season;
      return expression.relative(creation, value).because("in the year that is named");
    }
    var said = expression.discourse().story();
    if (said != null && expression.narrative() && !expression.has("shift")) {
      return expression
          .fromSaid(said, said.getYear() + "-" + season)
          .because("in the year of the story");
    }
    return seasonNearest(expression, creation, begin);
  }

  private static Normalization seasonNearest(
      Expression expression, DocumentTime creation, LocalDate begin) {
    int shift = expression.shift();
    var now = creation.date();
    var why = "the nearest such season";
    if (shift < 0) {
      begin = nearest(begin, now.minusMonths(3), false);
    } else if (shift > 0) {
      begin = nearest(begin, now, true);
    } else if (!expression.has("shift")) {
      var direction = expression.direction();
      begin = nearest(begin, now, direction.ahead());
      why += ", looking " + direction.words();
    }
    var value = begin.getYear() + "-" + expression.meaning("season").orElse("SP");
    return expression.relative(creation, value).because(why);
  }

  private static boolean hasYear(Expression expression) {
    return expression.hasYear() || expression.has("yearshift");
  }

  private static int yearOf(Expression expression, DocumentTime creation) {
    if (expression.hasYear()) {
      return expression.year();
    }
    int shift = Integer.parseInt(expression.meaning("yearshift").orElse("0"));
    return creation.date().getYear() + shift;
  }

  private static LocalDate nearest(LocalDate begin, LocalDate now, boolean forward) {
    if (forward) {
      return begin.plusMonths(3).isBefore(now) ? begin.plusYears(1) : begin;
    }
    return begin.isAfter(now) ? begin.minusYears(1) : begin;
  }
}
