package org.copytaster.benchmarks.faults;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version that was pushed.
 *
 * @param pubStatus USABLE, WITHHELD or CANCELED
 * @param embargoed until when, if it is
 * @param mark a word that stands in its text and in no other
 * @param status the last answer of ingest; 0 if there was none
 */
record Pushed(
    String guid,
    int version,
    String pubStatus,
    @Nullable Instant embargoed,
    String mark,
    int status) {

  Pushed answered(int answer) {
    return new Pushed(guid, version, pubStatus, embargoed, mark, answer);
  }

  /** Whether ingest has said that it has it. */
  boolean acknowledged() {
    return status == 200 || status == 202;
  }

  boolean kill() {
    return pubStatus.equals("CANCELED");
  }

  boolean heldAt(Instant time) {
    return embargoed != null && embargoed.isAfter(time);
  }
}
