package org.copytaster.tagging.entity.tag;

import java.util.Locale;

/** The models there are; docs/model-card.md says what each has learnt from. */
public enum EntityModel {
  /** From all sets; the default. */
  NEWS,
  /** Only from sets under an open licence. */
  OPEN;

  /** What files that belong to the model are called, without an ending. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
