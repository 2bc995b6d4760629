package org.copytaster.console.act;

import java.util.Locale;
import java.util.Optional;
import org.copytaster.schemas.record.ActKind;

/** What an editor may be allowed to do. */
enum Right {
  SEE_HELD,
  RELEASE,
  EXTEND,
  HOLD;

  /** As files and answers have it. */
  String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads what {@link #written} writes.
   *
   * @throws IllegalArgumentException with what it must be
   */
  static Right parse(String text) {
    for (var right : values()) {
      if (right.written().equals(text)) {
        return right;
      }
    }
    throw new IllegalArgumentException("must be of see-held, release, extend and hold");
  }

  /** The act that the right is to; none for the right to see. */
  Optional<ActKind> act() {
    return this == SEE_HELD ? Optional.empty() : Optional.of(ActKind.valueOf(name()));
  }
}
