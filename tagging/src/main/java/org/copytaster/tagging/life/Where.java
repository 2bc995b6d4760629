package org.copytaster.tagging.life;

import org.copytaster.tagging.life.Segment.Kind;

/** Where the words of a rule must stand to count. */
enum Where {
  LABEL(Kind.NOTE, Kind.HEAD, Kind.LINE, Kind.BRACKET, Kind.TAIL),
  CAPS(Kind.NOTE, Kind.HEAD, Kind.LINE, Kind.BRACKET, Kind.TAIL),
  START(Kind.NOTE, Kind.HEAD, Kind.LINE, Kind.BRACKET, Kind.TAIL),
  SAY(Kind.NOTE, Kind.HEAD, Kind.LINE, Kind.PROSE),
  NOTE(Kind.NOTE),
  LINE(Kind.LINE),
  LEAD(Kind.HEAD),
  LEAD_MAIL(Kind.HEAD),
  BRACKET(Kind.BRACKET),
  SLUG(Kind.SLUG);

  /** A bit for each kind. */
  private final int kinds;

  Where(Kind... kinds) {
    int bits = 0;
    for (var kind : kinds) {
      bits |= 1 << kind.ordinal();
    }
    this.kinds = bits;
  }

  boolean in(Segment segment) {
    return (kinds & 1 << segment.kind().ordinal()) != 0
        && (this != LEAD_MAIL || segment.field().place() == Place.SUBJECT);
  }

  /** Whether the words are all that stands before a colon, a dash or a bracket. */
  boolean isLabel() {
    return this == LABEL || this == CAPS || this == LEAD_MAIL;
  }

  /** Whether the words stand at the beginning. */
  boolean atStart() {
    return this != SAY && this != NOTE;
  }
}
