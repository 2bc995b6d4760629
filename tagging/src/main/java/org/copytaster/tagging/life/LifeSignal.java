package org.copytaster.tagging.life;

import java.util.Locale;

/** What a version is to the one before, by what its copy says. */
public enum LifeSignal {
  NONE,
  ADVISORY,
  UPDATE,
  CORRECTION,
  WITHHOLD,
  TEST,
  KILL;

  /** As it is written outside: {@code correction}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
