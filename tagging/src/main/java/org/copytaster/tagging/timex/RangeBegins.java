package org.copytaster.tagging.timex;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.tagging.timex.rule.ResolverKind;
import org.copytaster.tagging.timex.rule.RuleFinder.RuleMatch;
import org.copytaster.tagging.timex.rule.TimeWords;

/**
 * Gives the two ends of a range what only one of them says. In "from Dec. 12 to Jan. 4, 2020" the
 * year stands at the end and the range begins in the year before; in "from 3 a.m. to noon on
 * Saturday" both times are of that day; "from 10 p.m. to 2 a.m." ends on the day behind.
 */
final class RangeBegins {

  /** A word that no rule finds: the time by the clock is of the day behind that of its begin. */
  static final String OVERNIGHT = "overnight";

  private static final Set<String> DAY =
      Set.of("weekday", "deictic", "month", "day", "month2", "day2", "year");

  private final TimeWords words;
  private final TenseReader tense;

  RangeBegins(TimeWords words, TenseReader tense) {
    this.words = words;
    this.tense = tense;
  }

  /** The same matches, in order, with what their ranges tell them. */
  List<RuleMatch> completed(String characters, List<RuleMatch> found) {
    var all = new ArrayList<>(found);
    for (int i = all.size() - 2; i >= 0; i--) {
      var first = all.get(i);
      var second = all.get(i + 1);
      boolean clocks = isClock(first) && isClock(second);
      if (!clocks && !namesYear(second)) {
        continue;
      }
      boolean joined = Ranges.joined(characters, first.span(), second.span());
      if (joined && clocks) {
        completeClocks(characters, all, i);
      }
      if (namesYear(second)) {
        all.set(i, withYear(characters, all.get(i), second, joined));
      }
    }
    return all;
  }

  private void completeClocks(String characters, List<RuleMatch> all, int i) {
    var first = all.get(i);
    var second = all.get(i + 1);
    boolean inOrder;
    try {
      inOrder = clock(characters, first).isBefore(clock(characters, second));
    } catch (DateTimeException noClockShowsThat) {
      return;
    }
    if (inOrder && !namesDay(first) && namesDay(second)) {
      var day = new HashMap<>(second.words());
      day.keySet().retainAll(DAY);
      all.set(i, first.with(day));
    } else if (!inOrder && !namesDay(second)) {
      all.set(i + 1, second.with(Map.of(OVERNIGHT, "")));
    }
  }

  /**
   * The begin in the year of the end, or in the one before where it would not be in front of it.
   */
  private RuleMatch withYear(String characters, RuleMatch first, RuleMatch second, boolean joined) {
    var own = first.words().get("year");
    boolean borrowed = own != null && !first.span().surface(characters).contains(own);
    var begin = expression(characters, first);
    var end = expression(characters, second);
    boolean lacks = own == null && joined && takesYear(first);
    if (!(lacks || borrowed) || !begin.hasMonth() || !end.hasMonth()) {
      return first;
    }
    int year = end.year();
    boolean before = dayOfYear(begin) > dayOfYear(end);
    return first.with(Map.of("year", Integer.toString(before ? year - 1 : year)));
  }

  /** Counted in months of 31 days; a whole month counts as its first day. */
  private static int dayOfYear(Expression expression) {
    return 31 * expression.month() + (expression.hasDay() ? expression.dayOfMonth() : 1);
  }

  private ClockTime clock(String characters, RuleMatch match) {
    return ClockTime.of(expression(characters, match));
  }

  private Expression expression(String characters, RuleMatch match) {
    return Expression.alone(match, words, tense.at(characters, match));
  }

  private static boolean takesYear(RuleMatch match) {
    var kind = match.rule().kind().resolver();
    return kind == ResolverKind.MONTH_DAY
        || kind == ResolverKind.CLOCK
        || kind == ResolverKind.MONTH;
  }

  private static boolean isClock(RuleMatch match) {
    return match.rule().kind().resolver() == ResolverKind.CLOCK;
  }

  private static boolean namesDay(RuleMatch match) {
    return DAY.stream().anyMatch(match.words()::containsKey);
  }

  private static boolean namesYear(RuleMatch match) {
    var year = match.words().get("year");
    return year != null && year.length() > 3;
  }
}
