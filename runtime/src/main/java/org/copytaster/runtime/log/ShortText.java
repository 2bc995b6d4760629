package org.copytaster.runtime.log;

/** Text of bounded length, for messages and logs. */
public final class ShortText {

  private ShortText() {}

  /**
   * The text, or the beginning of a longer one with an ellipsis behind it.
   *
   * @param most UTF-16 units of the text that are kept
   */
  public static String of(String text, int most) {
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }
}
