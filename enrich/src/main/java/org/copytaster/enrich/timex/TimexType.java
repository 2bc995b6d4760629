package org.copytaster.enrich.timex;

/** TIMEX3's types. */
public enum TimexType {
  DATE,
  TIME,
  DURATION,
  SET
}
