package org.copytaster.enrich.text;

/** A stretch of text and what it is. */
public record ZonedSpan(Span span, Zone zone) {

  /** UTF-16 offset of the first character. */
  public int begin() {
    return span.begin();
  }

  /** UTF-16 offset after the last character. */
  public int end() {
    return span.end();
  }
}
