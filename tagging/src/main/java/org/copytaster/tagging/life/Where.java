package org.copytaster.tagging.life;

import org.copytaster.tagging.life.Segment.Kind;

/** Where the words of a rule must stand to count. */
enum Where {
  /** All that stands before a colon, a dash or a bracket. */
  LABEL,
  /** The same, in capitals outside of notes: the news uses these words, too. */
  CAPS,
  /** At the beginning. */
  START,
  /** Anywhere in a sentence. */
  SAY,
  /** Anywhere in a sentence of a note. */
  NOTE,
  /** At the beginning of a line of a text. */
  LINE,
  /** At the beginning of a headline or a subject. */
  LEAD,
  /** As a label of a subject. */
  LEAD_MAIL,
  BRACKET,
  SLUG,
  /** A part of a slugline in capitals. */
  SLUG_CAPS;

  boolean in(Segment segment) {
    return in(segment.kind())
        && (this != LEAD_MAIL || segment.field().place() == NoticePlace.SUBJECT);
  }

  /** Whether it may be in a stretch of a kind. */
  boolean in(Kind kind) {
    return switch (this) {
      case LABEL, CAPS, START -> kind != Kind.SLUG && kind != Kind.PROSE;
      case SAY -> kind == Kind.NOTE || kind == Kind.HEAD || kind == Kind.LINE || kind == Kind.PROSE;
      case NOTE -> kind == Kind.NOTE;
      case LINE -> kind == Kind.LINE;
      case LEAD, LEAD_MAIL -> kind == Kind.HEAD;
      case BRACKET -> kind == Kind.BRACKET;
      case SLUG, SLUG_CAPS -> kind == Kind.SLUG;
    };
  }

  /** Whether the words are all that stands before a colon, a dash or a bracket. */
  boolean isLabel() {
    return this == LABEL || this == CAPS || this == LEAD_MAIL;
  }

  /** Whether the words are a whole part of a slugline. */
  boolean isPart() {
    return this == SLUG || this == SLUG_CAPS;
  }

  /** Whether the words stand at the beginning. */
  boolean atStart() {
    return this != SAY && this != NOTE;
  }
}
