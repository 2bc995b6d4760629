package org.copytaster.tagging.text;

/**
 * A stretch of text.
 *
 * @param begin UTF-16 offset of the first character
 * @param end UTF-16 offset after the last character
 */
public record Span(int begin, int end) {

  /** Refuses a span that ends before it begins. */
  public Span {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("no span: " + begin + " to " + end);
    }
  }

  /** How many UTF-16 units it covers. */
  public int length() {
    return end - begin;
  }

  /** Whether the two share at least one character. */
  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  /** Whether {@code offset} is inside. */
  public boolean contains(int offset) {
    return begin <= offset && offset < end;
  }

  /** The characters there. */
  public String surface(CharSequence characters) {
    return characters.subSequence(begin, end).toString();
  }
}
