package org.copytaster.schemas.history;

import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;

/** Articles of one guid in the notation of the table: {@code 2b}, {@code 2k!}, {@code 2b@5}. */
final class Arriving {

  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static final Pattern NOTATION = Pattern.compile("(\\d+)([a-z]+)([!?]?)(?:@(\\d+))?");

  private Arriving() {}

  static Article article(String notation) {
    var parts = NOTATION.matcher(notation);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an arrival: " + notation);
    }
    var minute = parts.group(4);
    return Article.newBuilder()
        .setGuid("urn:test:1")
        .setVersion(Integer.parseInt(parts.group(1)))
        .setContentHash(parts.group(2))
        .setPubStatus(parts.group(3).equals("!") ? PubStatus.CANCELED : PubStatus.USABLE)
        .setSignal(parts.group(3).equals("?") ? Signal.TEST : null)
        .setReadAgainAt(minute == null ? null : NOON.plusSeconds(60L * Long.parseLong(minute)))
        .build();
  }

  /** What is known after these, separated by blanks; a dash is nothing. */
  static VersionHistory history(String arrivals) {
    return Stream.of(arrivals.split(" "))
        .filter(each -> !each.equals("-"))
        .map(Arriving::article)
        .reduce(VersionHistory.none(), VersionHistory::after, (a, b) -> b);
  }
}
