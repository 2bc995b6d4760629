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
record Editor(String name, List<KeyHash> keys, Set<Right> may) {

  Editor {
    keys = List.copyOf(keys);
    may = Set.copyOf(may);
  }

  boolean may(Right right) {
    return may.contains(right);
  }

  boolean knownBy(String key) {
    // all are tried, so that how long it takes says nothing
    return keys.stream().filter(hash -> hash.matches(key)).count() > 0;
  }
}
