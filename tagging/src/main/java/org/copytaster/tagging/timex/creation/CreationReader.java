package org.copytaster.tagging.timex.creation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.timex.TimexTagger;
import org.copytaster.tagging.timex.creation.CreationCandidate.Method;
import org.copytaster.tagging.timex.creation.CreationDates.FoundDate;
import org.copytaster.tagging.timex.creation.CreationFlaws.Bounds;
import org.copytaster.tagging.timex.creation.CreationLines.Place;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ledger of an article: collects every time at which it may have been written and decides
 * about each. It reads short lines and the beginning of the body only, and has no clock, so that
 * the same article has the same ledger always.
 */
public final class CreationReader {

  /** More dates than this in the head of an article are a list of something else. */
  private static final int MOST_IN_HEAD = 8;

  /** A page has one or two dates for each place where they stand. */
  private static final int MOST_OF_PAGE = 8;

  private final CreationWording wording = CreationWording.read();
  private final EvidenceReader evidence = new EvidenceReader(wording);
  private final CreationDates dates;
  private final List<Pattern> placeholders = wording.patterns("placeholder");

  private CreationReader(TimexTagger tagger) {
    this.dates = new CreationDates(wording, tagger);
  }

  /**
   * A reader of English.
   *
   * @param tagger finds the dates in lines
   */
  public static CreationReader english(TimexTagger tagger) {
    return new CreationReader(tagger);
  }

  /**
   * The ledger of an article.
   *
   * @param text with its zones
   * @return at most twenty-four candidates
   * @throws IllegalArgumentException if a time in {@code fields} cannot be read
   */
  public CreationLedger ledger(CreationFields fields, Text text) {
    var clues = new ArrayList<CreationClue>();
    add(clues, Method.GIVEN, fields.given());
    add(clues, Method.VERSION_CREATED, fields.source().versionCreated());
    var found = dates.in(text, CreationLines.of(text, wording));
    found.stream()
        .filter(date -> date.line().place() == Place.DATELINE || date.line().place() == Place.STAMP)
        .map(CreationReader::inHead)
        .distinct()
        .limit(MOST_IN_HEAD)
        .sorted(Comparator.comparingInt(CreationClue::rank))
        .forEach(clues::add);
    fields.page().stream()
        .flatMap(date -> CreationClue.ofPage(date).stream())
        .distinct()
        .limit(MOST_OF_PAGE)
        .forEach(clues::add);
    add(clues, Method.FIRST_CREATED, fields.source().firstCreated());
    if (fields.url() != null && clues.stream().noneMatch(clue -> clue.method() == Method.URL)) {
      dates.inUrl(fields.url()).ifPresent(day -> add(clues, Method.URL, day.toString()));
    }
    add(clues, Method.EMBARGO, fields.source().embargoed());
    var bounds = bounds(fields);
    newest(Method.FURNITURE_DATE, at(Place.FURNITURE, found), bounds).ifPresent(clues::add);
    newest(Method.TEASER_DATE, at(Place.TEASER, found), bounds).ifPresent(clues::add);
    return new CreationLedger(CreationVerdicts.of(clues, bounds, () -> evidence.of(text)));
  }

  private static void add(List<CreationClue> clues, Method method, @Nullable String value) {
    if (value != null) {
      clues.add(CreationClue.of(method, value));
    }
  }

  private static CreationClue inHead(FoundDate found) {
    var method = found.line().place() == Place.STAMP ? Method.UPDATED_LINE : Method.DATELINE;
    return new CreationClue(
        found.day().toString(), found.day(), method, found.again(), flaw(found.doubtful()));
  }

  private Bounds bounds(CreationFields fields) {
    var received = fields.receivedAt();
    return new Bounds(received == null ? null : CreationDay.of(received), placeholders);
  }

  private static List<FoundDate> at(Place place, List<FoundDate> found) {
    return found.stream().filter(date -> date.line().place() == place).toList();
  }

  /** One that lies ahead is of an event and hides none, unless there is no other. */
  private static Optional<CreationClue> newest(
      Method method, List<FoundDate> dates, Bounds bounds) {
    return dates.stream()
        .max(
            Comparator.<FoundDate, Boolean>comparing(date -> !bounds.future(date.day()))
                .thenComparing(FoundDate::day)
                .thenComparing(date -> !date.doubtful()))
        .map(
            date ->
                new CreationClue(
                    date.day().toString(), date.day(), method, false, flaw(date.doubtful())));
  }

  private static @Nullable String flaw(boolean doubtful) {
    return doubtful ? "its numbers can be read in more than one way" : null;
  }
}
