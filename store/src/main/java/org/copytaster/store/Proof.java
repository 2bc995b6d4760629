package org.copytaster.store;

import java.time.Instant;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.Recall;

/** What shows later that something was called back, and who has acted on it. */
public sealed interface Proof {

  /** Something was called back. */
  record Issued(Recall recall) implements Proof {}

  /**
   * A subscriber has acted.
   *
   * @param at when that came to the broker, by its clock
   */
  record Acknowledged(Acknowledgement acknowledgement, Instant at) implements Proof {}
}
