package org.copytaster.enrich.timex;

import java.time.DateTimeException;
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
    anchored("week-of", CalendarResolvers::weekOf);
    anchored("current-unit", SaidResolvers::current);
    anchored("same-of-last-year", SaidResolvers::sameOfLastYear);
    byName.put("decade", e -> e.absolute(decade(e)));
    byName.put("century", e -> e.absolute(century(e)));
    anchored("month", CalendarResolvers::month);
    byName.put("month-day", CalendarResolvers::monthDay);
    anchored("month-of-year", CalendarResolvers::monthOfYear);
    anchored("weekday", CalendarResolvers::weekday);
    anchored("day", RelativeResolvers::day);
    anchored("unit", RelativeResolvers::unit);
    anchored("distance", RelativeResolvers::distance);
    anchored("quarter", RelativeResolvers::quarterOf);
    anchored("half-of-year", RelativeResolvers::halfOf);
    anchored("season", RelativeResolvers::season);
    byName.put("said-unit", SaidResolvers::unit);
    byName.put("before-christ", CalendarResolvers::beforeChrist);
    byName.put("month-said", SaidResolvers::month);
    byName.put("year-short-end", SaidResolvers::shortYear);
    byName.put("said-day", SaidResolvers::day);
    byName.put("every-month", e -> e.absolute("XXXX-" + e.meaning("month").orElse("XX")));
    byName.put("every-weekday", Resolvers::everyWeekday);
    anchored("said-quarter", SaidResolvers::quarter);
    anchored("holiday", HolidayResolvers::holiday);
    anchored("clock", ClockResolvers::clock);
  }

  /** One that needs a document creation time. */
  private void anchored(String name, BiFunction<Expression, DocumentTime, Reading> resolver) {
    byName.put(
        name,
        expression -> {
          var creation = expression.creation();
          return creation == null ? expression.unanchored() : resolver.apply(expression, creation);
        });
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

  private static Reading everyWeekday(Expression expression) {
    var weekday = expression.meaning("weekday").or(() -> expression.meaning("weekdays"));
    return expression.absolute("XXXX-WXX-" + weekday.orElse("X"));
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
    return String.format("%02d", Integer.parseInt(number) - 1);
  }
}
