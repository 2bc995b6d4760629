package org.copytaster.tagging.entity.link;

import org.copytaster.tagging.entity.known.Knowledge;

/**
 * How entities are linked.
 *
 * @param authority the house's own lists, which come before all others
 * @param knowledge the house's own tables of those who bear names, beside the one that comes along
 * @param leastConfidence from 0 to 1; an entity that is linked with less stays unlinked
 */
public record Linking(Authority authority, Knowledge knowledge, double leastConfidence) {

  /** Without lists and tables, and with links that are more likely right than wrong. */
  public static final Linking DEFAULT = new Linking(Authority.NONE, Knowledge.NONE, 0.5);

  /** Checks the confidence. */
  public Linking {
    if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
      throw new IllegalArgumentException("the least confidence must be from 0 to 1");
    }
  }

  /** Without tables of the house's own. */
  public Linking(Authority authority, double leastConfidence) {
    this(authority, Knowledge.NONE, leastConfidence);
  }

  /** The same with another threshold. */
  public Linking with(double confidence) {
    return new Linking(authority, knowledge, confidence);
  }

  /** The same with other lists. */
  public Linking with(Authority lists) {
    return new Linking(lists, knowledge, leastConfidence);
  }

  /** The same with other tables. */
  public Linking with(Knowledge tables) {
    return new Linking(authority, tables, leastConfidence);
  }
}
