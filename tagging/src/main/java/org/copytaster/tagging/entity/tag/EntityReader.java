package org.copytaster.tagging.entity.tag;

import java.util.Locale;

/** Who looks for names in a sentence; docs/accuracy.md says what each finds and costs. */
public enum EntityReader {
  /** The perceptron alone. */
  FAST,
  /** The perceptron, and the encoder with it where the perceptron is not sure. */
  SURE;

  /** Who reads unless somebody else is asked for. */
  public static final EntityReader DEFAULT = FAST;

  /** What it is called in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
