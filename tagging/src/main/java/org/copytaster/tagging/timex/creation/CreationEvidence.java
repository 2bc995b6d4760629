package org.copytaster.tagging.timex.creation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.copytaster.tagging.timex.DocumentTime;
import org.jspecify.annotations.Nullable;

/**
 * What the text itself says of the day on which it was written: the first weekday that it tells of
 * in the past tense, and the day and month of its dateline. News is told on its day or on the next;
 * every weekday lies "within six days", so more than that would agree with any date.
 *
 * @param lead that weekday, or null
 * @param dateline that day and month where the dateline has no year, or null
 */
record CreationEvidence(@Nullable DayOfWeek lead, @Nullable MonthDay dateline) {

  /**
   * How sure a candidate is.
   *
   * @param confidence from 0 to 1
   * @param reasons what agrees with it, or what speaks against it
   * @param against whether the text says another day
   */
  record Weight(double confidence, List<String> reasons, boolean against) {}

  private static final double SAME_WEEKDAY = 0.5;
  private static final double DAY_AFTER = 0.4;
  private static final double DATELINE_DAY = 0.5;
  private static final double NEIGHBOUR = 0.3;
  private static final double MOST = 0.95;
  private static final long NEAR = 2;
  private static final int LEAP_YEAR = 2000;
  private static final int LEAP_YEAR_DAYS = 366;

  /** Why the dateline without a year speaks against the day, or nothing. */
  Optional<String> against(LocalDate day) {
    return dateline == null || apart(day, dateline) <= NEAR
        ? Optional.empty()
        : Optional.of(says(dateline));
  }

  /**
   * Weighs a candidate.
   *
   * @param start what it is worth by where it stands
   * @param others all candidates that may agree with it
   */
  Weight weigh(CreationClue clue, double start, List<CreationClue> others) {
    var against = against(clue.day());
    if (against.isPresent()) {
      return new Weight(0, List.of(against.get()), true);
    }
    var reasons = new ArrayList<String>();
    double sum = 0;
    if (dateline != null && apart(clue.day(), dateline) <= 1) {
      sum += DATELINE_DAY;
      reasons.add(says(dateline));
    }
    int since = sinceLead(clue.day());
    if (lead != null && since <= 1) {
      sum += since == 0 ? SAME_WEEKDAY : DAY_AFTER;
      reasons.add(
          (since == 0 ? "it is the " : "it is the day after the ")
              + name(lead)
              + " that the text tells of");
    }
    for (var other : others) {
      if (!other.sameWitness(clue) && DocumentTime.daysBetween(other.day(), clue.day()) <= NEAR) {
        sum += NEIGHBOUR;
        reasons.add(other.method().label() + " says " + other.day());
      }
    }
    double rounded = Math.round(100 * (start + sum)) / 100.0;
    return new Weight(sum == 0 ? 0 : Math.min(MOST, rounded), reasons, false);
  }

  /** Whether the text tells of a weekday, and of neither this day's nor of the one before. */
  boolean tellsOfAnotherDay(LocalDate day) {
    return lead != null && sinceLead(day) > 1;
  }

  /** Whether the text tells of a weekday, and of this day's or of the one before. */
  boolean tellsOf(LocalDate day) {
    return lead != null && sinceLead(day) <= 1;
  }

  private int sinceLead(LocalDate day) {
    return lead == null ? 0 : Math.floorMod(day.getDayOfWeek().compareTo(lead), 7);
  }

  /** Days between the two, whatever the year; the turn of a year does not come in between. */
  private static long apart(LocalDate day, MonthDay dateline) {
    long apart =
        DocumentTime.daysBetween(MonthDay.from(day).atYear(LEAP_YEAR), dateline.atYear(LEAP_YEAR));
    return Math.min(apart, LEAP_YEAR_DAYS - apart);
  }

  private static String says(MonthDay dateline) {
    return "the dateline says " + dateline.getDayOfMonth() + " " + name(dateline.getMonth());
  }

  private static String name(Enum<?> calendarWord) {
    var word = calendarWord.name();
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
