package org.copytaster.tagging.timex;

/** Reckons what the words of a match mean. */
@FunctionalInterface
interface Resolver {

  /**
   * What the expression means.
   *
   * @throws java.time.DateTimeException if it names a day that no calendar has
   */
  Normalization resolve(Expression expression);
}
