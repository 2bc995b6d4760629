package org.copytaster.ingest.format.teletype;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.ingest.copy.Draft;
import org.copytaster.schemas.record.PubStatus;

/**
 * The story that a kill names in its note to editors, in the words that desks use for it: {@code
 * the story slugged BC-XX--Ferry, sent Nov. 22}. Without them the kill is of its own day and
 * keyword.
 *
 * @param keyword as the note has it, or empty
 * @param day on which the story was sent, or empty
 */
record KilledStory(Optional<String> keyword, Optional<LocalDate> day) {

  private static final Pattern KEYWORD = pattern("keyword");
  private static final Pattern DAY = pattern("day");

  /**
   * What {@code draft} names; nothing if it is no kill, or names several stories.
   *
   * @param near a day that is at most half a year from the story's
   */
  static KilledStory of(Draft draft, LocalDate near) {
    var note = draft.article().getEdNote();
    if (note == null || draft.article().getPubStatus() != PubStatus.CANCELED) {
      return new KilledStory(Optional.empty(), Optional.empty());
    }
    var slugs = KEYWORD.matcher(note).results().map(m -> m.group(1).strip()).distinct().toList();
    var days =
        DAY.matcher(note)
            .results()
            .map(
                m ->
                    m.group(1) != null
                        ? day(m.group(1), m.group(2), near)
                        : day(m.group(4), m.group(3), near))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return new KilledStory(only(slugs), only(days));
  }

  private static Optional<LocalDate> day(String month, String day, LocalDate near) {
    return EndLine.day(Months.number(month), Integer.parseInt(day), near);
  }

  private static <T> Optional<T> only(List<T> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Pattern pattern(String what) {
    return Lines.of("killed-story.tsv").stream()
        .filter(line -> line[0].equals(what))
        .map(line -> Pattern.compile(line[1]))
        .findFirst()
        .orElseThrow();
  }
}
