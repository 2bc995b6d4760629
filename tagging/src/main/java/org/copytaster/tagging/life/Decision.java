package org.copytaster.tagging.life;

import java.util.Locale;

/** What becomes of an article, from the least careful to the most. */
public enum Decision {
  PUBLISH,
  HOLD_UNTIL,
  HOLD,
  TEST,
  KILL;

  /** As it is written outside: {@code hold-until}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
