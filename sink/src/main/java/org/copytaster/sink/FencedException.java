package org.copytaster.sink;

import java.sql.SQLException;

/**
 * Somebody else has stored records of a partition that this sink took for its own: its transaction
 * is rolled back, and it must look up its positions again.
 */
final class FencedException extends SQLException {
  private static final long serialVersionUID = 1L;

  FencedException(PositionStep step) {
    super(
        "the position of %s is no longer %d".formatted(step.partition(), step.from().nextOffset()));
  }
}
