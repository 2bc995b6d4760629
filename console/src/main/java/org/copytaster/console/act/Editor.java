package org.copytaster.console.act;

import java.util.List;
import java.util.Set;
import org.copytaster.runtime.described.KeyHash;

/**
 * Somebody who may act.
 *
 * @param name as the audit has it
 * @param keys hashes of the editor's keys; two at most, so that one can be replaced without a gap
 */
public record Editor(String name, List<KeyHash> keys, Set<Right> may) {

  public Editor {
    keys = List.copyOf(keys);
    may = Set.copyOf(may);
  }

  public boolean may(Right right) {
    return may.contains(right);
  }

  /**
   * Lets the editor go on who has a right.
   *
   * @throws RefusedException for others, with 403
   */
  public void require(Right right) throws RefusedException {
    if (!may(right)) {
      throw new RefusedException(
          403, "the key is known, but its editor may not do this; it needs " + right.written());
    }
  }

  boolean knownBy(String key) {
    // all are tried, so that how long it takes says nothing
    return keys.stream().filter(hash -> hash.matches(key)).count() > 0;
  }
}
