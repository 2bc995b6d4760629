package org.copytaster.runtime;

/** A value that never shows itself: not in logs, not in error messages, not in {@code toString}. */
public record Secret(String reveal) {

  /** Where no secret was given. */
  public static final Secret NONE = new Secret("");

  public boolean isPresent() {
    return !reveal.isEmpty();
  }

  @Override
  public String toString() {
    return isPresent() ? "(secret)" : "(none)";
  }
}
