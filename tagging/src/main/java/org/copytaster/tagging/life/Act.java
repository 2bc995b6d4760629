package org.copytaster.tagging.life;

/** What a stretch of words does, taken for itself. */
enum Act {
  TEST,
  KILL,
  /** Not to be used: a kill, or a hold where the words say that something is checked. */
  NOUSE,
  WITHHOLD,
  EMBARGO,
  /** The bare word for an embargo, which is one of trade unless its end stands right behind it. */
  EMBARGO_NOUN,
  /** An embargo only if its end can be read. */
  EMBARGO_IF,
  /** An embargo only if its end stands right behind it and has an hour. */
  EMBARGO_CLOCK,
  /** Words on use that name a day or an hour: an embargo only if it is still ahead. */
  EMBARGO_FROM,
  /** The end of an embargo is another now. */
  MOVED,
  /** An embargo that is over, or never was. */
  OVER,
  /** What was held or killed is free again. */
  LIFT,
  /** A kill of a picture. */
  PICTURE,
  /** A good text takes the place of the bad one. */
  SUBSTITUTE,
  CORRECTION,
  UPDATE,
  ADVISORY
}
