package org.copytaster.console.letter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.copytaster.console.act.EditorRequest;
import org.copytaster.console.act.RefusedException;
import org.copytaster.console.letter.LetterList.Entry;
import org.copytaster.schemas.record.LetterStatus;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are asked for.
 *
 * @param status null for all
 * @param from the topic that they came from; null for any
 * @param cause the class of what was thrown, whole or its simple name; null for any
 * @param since from this time on; null for any
 * @param until before this time; null for any
 * @param guid of the article; null for any
 * @param place behind this one, see {@link #place}; null for the beginning
 */
record LetterQuestion(
    @Nullable LetterStatus status,
    @Nullable String from,
    @Nullable String cause,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String guid,
    @Nullable String place,
    int limit) {

  static final int MOST = 500;

  /**
   * Reads it from the query.
   *
   * @throws RefusedException with what is wrong
   */
  static LetterQuestion read(Request request) throws RefusedException {
    return new LetterQuestion(
        status(EditorRequest.parameter(request, "state")),
        EditorRequest.parameter(request, "from"),
        EditorRequest.parameter(request, "cause"),
        time(request, "since"),
        time(request, "until"),
        EditorRequest.parameter(request, "guid"),
        place(request),
        EditorRequest.limit(EditorRequest.parameter(request, "limit"), MOST));
  }

  boolean wants(Entry entry) {
    var line = entry.line();
    return (status == null || entry.status() == status)
        && (from == null || from.equals(line.from()))
        && (cause == null || cause.equals(line.cause()) || cause.equals(line.simpleCause()))
        && (since == null || !line.time().isBefore(since))
        && (until == null || line.time().isBefore(until))
        && (guid == null || guid.equals(line.about()));
  }

  /** What stands behind the place, whether what stood there still does or not. */
  List<Entry> after(List<Entry> newestFirst) {
    if (place == null) {
      return newestFirst;
    }
    var parts = place.split("-", -1);
    var time = Instant.ofEpochMilli(Long.parseLong(parts[0]));
    int partition = Integer.parseInt(parts[1]);
    long offset = Long.parseLong(parts[2]);
    return newestFirst.stream()
        .filter(
            entry -> {
              var line = entry.line();
              int order = line.time().compareTo(time);
              order = order == 0 ? Integer.compare(line.partition(), partition) : order;
              return (order == 0 ? Long.compare(line.offset(), offset) : order) < 0;
            })
        .toList();
  }

  /** The place of a letter, as {@link #after} reads it. */
  static String place(LetterLine line) {
    return line.time().toEpochMilli() + "-" + line.partition() + "-" + line.offset();
  }

  private static @Nullable String place(Request request) throws RefusedException {
    var place = EditorRequest.parameter(request, "after");
    if (place != null && !place.matches("\\d{1,15}-\\d{1,6}-\\d{1,18}")) {
      throw RefusedException.bad("after", "must be the 'next' of an earlier answer");
    }
    return place;
  }

  private static @Nullable LetterStatus status(@Nullable String written) throws RefusedException {
    if (written == null) {
      return LetterStatus.OPEN;
    }
    if (written.equals("all")) {
      return null;
    }
    return Optional.of(written)
        .filter(each -> List.of("open", "parked", "replayed").contains(each))
        .map(each -> LetterStatus.valueOf(each.toUpperCase(Locale.ROOT)))
        .orElseThrow(() -> RefusedException.bad("state", "must be open, parked, replayed or all"));
  }

  private static @Nullable Instant time(Request request, String name) throws RefusedException {
    var written = EditorRequest.parameter(request, name);
    try {
      return written == null ? null : OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      throw RefusedException.bad(
          name, "must be a time with its zone, such as 2026-11-23T12:00:00Z");
    }
  }
}
