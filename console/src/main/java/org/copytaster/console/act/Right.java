package org.copytaster.console.act;

import java.util.Locale;
import java.util.Optional;
import org.copytaster.schemas.record.ActKind;

/** What an editor may be allowed to do. */
public enum Right {
  SEE_HELD,
  RELEASE,
  EXTEND,
  HOLD,
  /** To see which dead letters there are, and none of their bytes. */
  SEE_LETTERS,
  /** To read their bytes, which may be under embargo. */
  READ_LETTERS,
  REPLAY,
  PARK;

  /** All of them, as a sentence lists them. */
  static final String ALL =
      "see-held, release, extend, hold, see-letters, read-letters, replay and park";

  /** As files and answers have it. */
  public String written() {
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
    throw new IllegalArgumentException("must be of " + ALL);
  }

  /** The act on what is held that the right is to; none for others. */
  Optional<ActKind> act() {
    return switch (this) {
      case RELEASE -> Optional.of(ActKind.RELEASE);
      case EXTEND -> Optional.of(ActKind.EXTEND);
      case HOLD -> Optional.of(ActKind.HOLD);
      default -> Optional.empty();
    };
  }
}
