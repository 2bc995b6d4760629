package org.copytaster.tagging.timex.rule;

/** TIMEX3's types. */
public enum TimexType {
  DATE,
  TIME,
  DURATION,
  SET
}
