package org.copytaster.tagging.text;

import java.util.regex.Pattern;

/** Patterns that take capitals and small letters of any script alike. */
public final class AnyCase {

  private AnyCase() {}

  /**
   * A pattern, compiled.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static Pattern compiled(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
