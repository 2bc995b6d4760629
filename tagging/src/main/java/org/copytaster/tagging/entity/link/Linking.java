package org.copytaster.tagging.entity.link;

/**
 * How entities are linked.
 *
 * @param authority the house's own lists, which come before all others
 * @param leastConfidence from 0 to 1; an entity that is linked with less stays unlinked
 */
public record Linking(Authority authority, double leastConfidence) {

  /** Without lists, and with links that are more likely right than wrong. */
  public static final Linking DEFAULT = new Linking(Authority.NONE, 0.5);

  /** Checks the confidence. */
  public Linking {
    if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
      throw new IllegalArgumentException("the least confidence must be from 0 to 1");
    }
  }

  /** The same with another threshold. */
  public Linking with(double confidence) {
    return new Linking(authority, confidence);
  }

  /** The same with other lists. */
  public Linking with(Authority lists) {
    return new Linking(lists, leastConfidence);
  }
}
