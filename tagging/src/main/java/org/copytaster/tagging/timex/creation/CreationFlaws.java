package org.copytaster.tagging.timex.creation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.tagging.timex.creation.CreationCandidate.Method;
import org.jspecify.annotations.Nullable;

/** Says of candidates why they can never be taken, whatever agrees with them. */
final class CreationFlaws {

  /**
   * What only the fields of an article can say against a day.
   *
   * @param received the day on which the article came, in UTC, or null where nobody knows
   * @param placeholders days that programs write where they know none
   */
  record Bounds(@Nullable LocalDate received, List<Pattern> placeholders) {

    /** Where it is tomorrow already while it is today in UTC. */
    private static final long TIME_ZONES = 1;

    boolean future(LocalDate day) {
      return received != null && day.isAfter(received.plusDays(TIME_ZONES));
    }

    /** Why nothing can have been written on that day. */
    private Optional<String> against(LocalDate day) {
      if (placeholders.stream().anyMatch(none -> none.matcher(day.toString()).matches())) {
        return Optional.of("programs write this day where they know none");
      }
      return received != null && future(day)
          ? Optional.of(
              "it lies %d days after the article was received"
                  .formatted(ChronoUnit.DAYS.between(received, day)))
          : Optional.empty();
    }
  }

  private static final String PUBLISHED_NOT_WRITTEN =
      "it says when the article may be published, not when it was written";

  private static final long NEAR = 2;

  private final List<CreationClue> clues;
  private final Bounds bounds;
  private final Optional<LocalDate> embargo;
  private final Optional<LocalDate> first;

  CreationFlaws(List<CreationClue> clues, Bounds bounds) {
    this.clues = clues;
    this.bounds = bounds;
    this.embargo = day(Method.EMBARGO);
    this.first = day(Method.FIRST_CREATED);
  }

  /**
   * Why nothing can have been written on the day of a candidate. What the caller gives is for the
   * caller to know, and an embargo lies ahead by its nature.
   */
  Optional<String> impossible(CreationClue clue) {
    return clue.method() == Method.GIVEN || clue.method() == Method.EMBARGO
        ? Optional.empty()
        : bounds.against(clue.day());
  }

  /** Why a candidate can never be taken; nothing if it can. */
  Optional<String> of(CreationClue clue) {
    return impossible(clue).or(() -> unfit(clue));
  }

  private Optional<String> unfit(CreationClue clue) {
    if (clue.flaw() != null) {
      return Optional.of(clue.flaw());
    }
    if (clue.method() == Method.EMBARGO) {
      return Optional.of(PUBLISHED_NOT_WRITTEN);
    }
    if (embargo.isPresent() && clue.day().isAfter(embargo.get())) {
      return Optional.of("it lies after the embargo of " + embargo.get());
    }
    if (first.isPresent() && clue.day().plusDays(NEAR).isBefore(first.get())) {
      return Optional.of("it lies before firstCreated, " + first.get());
    }
    return clue.again() && clue.method() != Method.UPDATED_LINE
        ? published()
            .filter(day -> clue.day().plusDays(NEAR).isBefore(day))
            .map(day -> "nothing is changed before it is published, on " + day)
        : Optional.empty();
  }

  /** When the page says that it was published, where that may be true. */
  private Optional<LocalDate> published() {
    return clues.stream()
        .filter(clue -> clue.method().meta() && !clue.again() && of(clue).isEmpty())
        .map(CreationClue::day)
        .findFirst();
  }

  private Optional<LocalDate> day(Method method) {
    return clues.stream()
        .filter(clue -> clue.method() == method && impossible(clue).isEmpty())
        .map(CreationClue::day)
        .findFirst();
  }
}
