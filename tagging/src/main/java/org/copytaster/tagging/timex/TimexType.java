package org.copytaster.tagging.timex;

/** TIMEX3's types. */
public enum TimexType {
  DATE,
  TIME,
  DURATION,
  SET
}
