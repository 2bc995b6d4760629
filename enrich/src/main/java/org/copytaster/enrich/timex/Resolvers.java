package org.copytaster.enrich.timex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** All resolvers under the names that {@code rules.tsv} calls them by. */
final class Resolvers {

  private final Map<String, Resolver> byName = new HashMap<>();

  Resolvers() {
    byName.put("calendar", CalendarResolvers::absolute);
    byName.put("duration", DurationResolvers::duration);
    byName.put("half", DurationResolvers::half);
    byName.put("fixed", Resolvers::fixed);
    byName.put("numeric-date", NumericDates::date);
    anchored("day-of-month", CalendarResolvers::dayOfMonth);
    anchored("week-of", CalendarResolvers::weekOf);
    anchored("current-unit", SaidResolvers::current);
    anchored("same-of-last-year", SaidResolvers::sameOfLastYear);
    byName.put("decade", e -> e.absolute(decade(e)));
    byName.put("century", e -> e.absolute(century(e)));
    anchored("month", CalendarResolvers::month);
    byName.put("month-day", CalendarResolvers::monthDay);
    anchored("month-of-year", CalendarResolvers::monthOfYear);
    anchored("weekday", WeekdayResolvers::weekday);
    anchored("day", RelativeResolvers::day);
    anchored("unit", RelativeResolvers::unit);
    anchored("distance", RelativeResolvers::distance);
    withYear("quarter", RelativeResolvers::quarterOf);
    withYear("half-of-year", RelativeResolvers::halfOf);
    withYear("season", RelativeResolvers::season);
    byName.put("said-unit", SaidResolvers::unit);
    byName.put("before-christ", CalendarResolvers::beforeChrist);
    byName.put("month-said", SaidResolvers::month);
    byName.put("year-short-end", SaidResolvers::shortYear);
    byName.put("said-day", SaidResolvers::day);
    byName.put("every-weekday", SetResolvers::weekday);
    byName.put("every-month", SetResolvers::month);
    byName.put("every-season", SetResolvers::season);
    byName.put("every-part", SetResolvers::part);
    byName.put("every-day", SetResolvers::day);
    byName.put("every-holiday", SetResolvers::holiday);
    byName.put("every-nth", SetResolvers::nth);
    byName.put("units-per", SetResolvers::unitsPer);
    byName.put("duration-two", DurationResolvers::two);
    byName.put("fraction", DurationResolvers::fraction);
    byName.put("timestamp", ClockResolvers::stamp);
    byName.put("calendar-era", CalendarResolvers::ofEra);
    byName.put("season-said", SaidResolvers::season);
    byName.put("distance-said", SaidResolvers::distance);
    anchored("weekday-of-week", WeekdayResolvers::ofWeek);
    anchored("weekday-ago", WeekdayResolvers::weekAgo);
    byName.put("weekday-of-month", WeekdayResolvers::ofMonth);
    anchored("said-quarter", SaidResolvers::quarter);
    withYear("holiday", HolidayResolvers::holiday);
    withYear("clock", ClockResolvers::clock);
  }

  /** One that needs a document creation time unless it names its year. */
  private void withYear(String name, BiFunction<Expression, DocumentTime, Reading> resolver) {
    byName.put(
        name,
        expression -> {
          if (expression.creation() == null && expression.has("year")) {
            var inItsYear = DocumentTime.of(LocalDate.of(expression.number("year"), 12, 31));
            return resolver.apply(expression, inItsYear).standalone();
          }
          return anchored(expression, resolver);
        });
  }

  /** One that needs a document creation time. */
  private void anchored(String name, BiFunction<Expression, DocumentTime, Reading> resolver) {
    byName.put(name, expression -> anchored(expression, resolver));
  }

  private static Reading anchored(
      Expression expression, BiFunction<Expression, DocumentTime, Reading> resolver) {
    var creation = expression.creation();
    return creation == null ? expression.unanchored() : resolver.apply(expression, creation);
  }

  Reading resolve(Expression expression) {
    var resolver = byName.get(expression.kind().resolver());
    if (resolver == null) {
      throw new IllegalStateException("no resolver " + expression.kind().resolver());
    }
    try {
      return resolver.resolve(expression);
    } catch (DateTimeException | ArithmeticException notInTheCalendar) {
      return expression.impossible();
    }
  }

  private static Reading fixed(Expression expression) {
    return expression.absolute(expression.kind().argument()).because("what these words stand for");
  }

  private static String decade(Expression expression) {
    if (expression.has("decade")) {
      return expression.meaning("decade").orElse("199");
    }
    int year = expression.number("year");
    return Integer.toString((year < 100 ? 1900 + year : year) / 10);
  }

  private static String century(Expression expression) {
    var number =
        expression.has("ordinal")
            ? expression.meaning("ordinal").orElse("20")
            : expression.word("n").replaceAll("\\D", "");
    int before = Integer.parseInt(number) - 1;
    return String.format(expression.has("bc") ? "BC%02d" : "%02d", before);
  }
}
