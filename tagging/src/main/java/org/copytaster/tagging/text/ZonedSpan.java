package org.copytaster.tagging.text;

/**
 * A stretch of text and what it is.
 *
 * @param confidence from 0 to 1, how sure that is; 1 where a source says it
 */
public record ZonedSpan(Span span, Zone zone, double confidence) {

  /** A stretch whose zone is certain. */
  public ZonedSpan(Span span, Zone zone) {
    this(span, zone, 1);
  }

  /** UTF-16 offset of the first character. */
  public int begin() {
    return span.begin();
  }

  /** UTF-16 offset after the last character. */
  public int end() {
    return span.end();
  }
}
