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
  SLUG;

  boolean in(Segment segment) {
    var kind = segment.kind();
    return switch (this) {
      case LABEL, CAPS, START -> kind != Kind.SLUG && kind != Kind.PROSE;
      case SAY -> kind == Kind.NOTE || kind == Kind.HEAD || kind == Kind.LINE || kind == Kind.PROSE;
      case NOTE -> kind == Kind.NOTE;
      case LINE -> kind == Kind.LINE;
      case LEAD -> kind == Kind.HEAD;
      case LEAD_MAIL -> kind == Kind.HEAD && segment.field().place() == NoticePlace.SUBJECT;
      case BRACKET -> kind == Kind.BRACKET;
      case SLUG -> kind == Kind.SLUG;
    };
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
