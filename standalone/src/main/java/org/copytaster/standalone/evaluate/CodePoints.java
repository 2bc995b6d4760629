package org.copytaster.standalone.evaluate;

/** Turns UTF-16 offsets into code points, which gold standards count in. */
final class CodePoints {

  private final int[] upTo;

  CodePoints(String text) {
    upTo = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      boolean secondHalf =
          i > 0
              && Character.isLowSurrogate(text.charAt(i))
              && Character.isHighSurrogate(text.charAt(i - 1));
      upTo[i + 1] = upTo[i] + (secondHalf ? 0 : 1);
    }
  }

  /** How many code points begin before this offset. */
  int at(int offset) {
    return upTo[offset];
  }
}
