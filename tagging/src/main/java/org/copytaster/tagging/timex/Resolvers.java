package org.copytaster.tagging.timex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.copytaster.tagging.timex.rule.Feasts;
import org.copytaster.tagging.timex.rule.ResolverKind;

/** What each kind of resolver does. */
final class Resolvers {

  private final Map<ResolverKind, Resolver> byKind = new EnumMap<>(ResolverKind.class);

  Resolvers() {
    dates();
    saidAndRepeated();
    withYear(ResolverKind.QUARTER, RelativeResolvers::quarterOf);
    withYear(ResolverKind.HALF_OF_YEAR, RelativeResolvers::halfOf);
    withYear(ResolverKind.SEASON, RelativeResolvers::season);
    withYear(ResolverKind.HOLIDAY, new HolidayResolvers(Feasts.read())::holiday);
    withYear(ResolverKind.CLOCK, ClockResolvers::clock);
    for (var kind : ResolverKind.values()) {
      if (kind != ResolverKind.SKIP && !byKind.containsKey(kind)) {
        throw new IllegalStateException("nothing reckons what is of the kind " + kind.named());
      }
    }
  }

  private void dates() {
    byKind.put(ResolverKind.CALENDAR, CalendarResolvers::absolute);
    byKind.put(ResolverKind.DURATION, DurationResolvers::duration);
    byKind.put(ResolverKind.HALF, DurationResolvers::half);
    byKind.put(ResolverKind.FIXED, Resolvers::fixed);
    byKind.put(ResolverKind.NUMERIC_DATE, NumericDates::date);
    byKind.put(ResolverKind.OTHER_CALENDAR, Expression::otherCalendar);
    byKind.put(ResolverKind.NTH_OF, NthResolvers::nth);
    byKind.put(ResolverKind.DURATION_CLOCK, DurationResolvers::clock);
    anchored(ResolverKind.WEEKDAY_LATER, WeekdayResolvers::weeksLater);
    anchored(ResolverKind.DAY_OF_MONTH, CalendarResolvers::dayOfMonth);
    anchored(ResolverKind.WEEK_OF, CalendarResolvers::weekOf);
    anchored(ResolverKind.CURRENT_UNIT, SaidResolvers::current);
    anchored(ResolverKind.SAME_OF_LAST_YEAR, SaidResolvers::sameOfLastYear);
    byKind.put(ResolverKind.DECADE, e -> e.absolute(decade(e)));
    byKind.put(ResolverKind.CENTURY, e -> e.absolute(century(e)));
    anchored(ResolverKind.MONTH, CalendarResolvers::month);
    byKind.put(ResolverKind.MONTH_DAY, CalendarResolvers::monthDay);
    anchored(ResolverKind.MONTH_OF_YEAR, CalendarResolvers::monthOfYear);
    anchored(ResolverKind.WEEKDAY, WeekdayResolvers::weekday);
    anchored(ResolverKind.DAY, RelativeResolvers::day);
    anchored(ResolverKind.UNIT, RelativeResolvers::unit);
    anchored(ResolverKind.DISTANCE, RelativeResolvers::distance);
  }

  private void saidAndRepeated() {
    byKind.put(ResolverKind.SAID_UNIT, SaidResolvers::unit);
    byKind.put(ResolverKind.BEFORE_CHRIST, CalendarResolvers::beforeChrist);
    byKind.put(ResolverKind.MONTH_SAID, SaidResolvers::month);
    byKind.put(ResolverKind.YEAR_SHORT_END, SaidResolvers::shortYear);
    byKind.put(ResolverKind.SAID_DAY, SaidResolvers::day);
    byKind.put(ResolverKind.EVERY_WEEKDAY, SetResolvers::weekday);
    byKind.put(ResolverKind.EVERY_MONTH, SetResolvers::month);
    byKind.put(ResolverKind.EVERY_SEASON, SetResolvers::season);
    byKind.put(ResolverKind.EVERY_PART, SetResolvers::part);
    byKind.put(ResolverKind.EVERY_DAY, SetResolvers::day);
    byKind.put(ResolverKind.EVERY_HOLIDAY, SetResolvers::holiday);
    byKind.put(ResolverKind.EVERY_NTH, SetResolvers::nth);
    byKind.put(ResolverKind.UNITS_PER, SetResolvers::unitsPer);
    byKind.put(ResolverKind.DURATION_TWO, DurationResolvers::two);
    byKind.put(ResolverKind.FRACTION, DurationResolvers::fraction);
    byKind.put(ResolverKind.TIMESTAMP, ClockResolvers::stamp);
    byKind.put(ResolverKind.CALENDAR_ERA, CalendarResolvers::ofEra);
    byKind.put(ResolverKind.SEASON_SAID, SaidResolvers::season);
    byKind.put(ResolverKind.DISTANCE_SAID, SaidResolvers::distance);
    anchored(ResolverKind.WEEKDAY_OF_WEEK, WeekdayResolvers::ofWeek);
    anchored(ResolverKind.WEEKDAY_AGO, WeekdayResolvers::weekAgo);
    byKind.put(ResolverKind.WEEKDAY_OF_MONTH, NthResolvers::weekday);
    anchored(ResolverKind.SAID_QUARTER, SaidResolvers::quarter);
  }

  /** One that needs a document creation time unless it names its year. */
  private void withYear(
      ResolverKind kind, BiFunction<Expression, DocumentTime, Normalization> resolver) {
    byKind.put(
        kind,
        expression -> {
          if (expression.creation() == null && expression.hasYear()) {
            var inItsYear = DocumentTime.of(LocalDate.of(expression.year(), 12, 31));
            return resolver.apply(expression, inItsYear).standalone();
          }
          return anchored(expression, resolver);
        });
  }

  /** One that needs a document creation time. */
  private void anchored(
      ResolverKind kind, BiFunction<Expression, DocumentTime, Normalization> resolver) {
    byKind.put(kind, expression -> anchored(expression, resolver));
  }

  private static Normalization anchored(
      Expression expression, BiFunction<Expression, DocumentTime, Normalization> resolver) {
    var creation = expression.creation();
    return creation == null ? expression.unanchored() : resolver.apply(expression, creation);
  }

  Normalization resolve(Expression expression) {
    var resolver = Objects.requireNonNull(byKind.get(expression.kind().resolver()));
    try {
      return resolver.resolve(expression);
    } catch (DateTimeException | ArithmeticException notInTheCalendar) {
      return expression.impossible();
    }
  }

  private static Normalization fixed(Expression expression) {
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
