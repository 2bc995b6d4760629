package org.copytaster.tagging.timex;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.timex.rule.ResolverKind;
import org.copytaster.tagging.timex.rule.RuleFinder;
import org.jspecify.annotations.Nullable;

/**
 * How a text tells its story. News is told from the day it is written; a history names its years
 * and goes on from the date that it named last. Which of the two is read off the expressions of the
 * whole text before any is reckoned.
 *
 * @param history whether a date without a year is meant from the date before it
 * @param order in which order day and month stand in its dates in figures, as far as they show it
 */
record NarrativeStyle(boolean history, DateOrder order) {

  static final int FAR_YEARS = 2;
  private static final int ENOUGH = 2;
  private static final Set<ResolverKind> OF_THE_DAY =
      EnumSet.of(ResolverKind.WEEKDAY, ResolverKind.DAY, ResolverKind.UNIT, ResolverKind.DISTANCE);

  static NarrativeStyle of(
      List<RuleFinder.RuleMatch> expressions, @Nullable DocumentTime creation) {
    int far = 0;
    int near = 0;
    for (var found : expressions) {
      if (OF_THE_DAY.contains(found.rule().kind().resolver())) {
        near++;
      } else if (isFar(found.words().get("year"), creation)) {
        far++;
      }
    }
    return new NarrativeStyle(far >= ENOUGH && far > 2 * near, NumericDates.order(expressions));
  }

  private static boolean isFar(@Nullable String year, @Nullable DocumentTime creation) {
    if (year == null || year.length() != 4) {
      return false;
    }
    return creation == null || Integer.parseInt(year) <= creation.date().getYear() - FAR_YEARS;
  }
}
