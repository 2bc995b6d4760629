package org.copytaster.tagging.timex.rule;

/** TIMEX3's types. */
public enum TimexType {
  /** A calendar day, or what is longer or vaguer. */
  DATE,
  /** A time of the day. */
  TIME,
  /** How long something lasts. */
  DURATION,
  /** What comes again and again. */
  SET
}
