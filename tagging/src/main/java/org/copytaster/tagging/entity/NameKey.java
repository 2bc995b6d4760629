package org.copytaster.tagging.entity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What two spellings of one name have in common: small letters without marks, and single spaces
 * where other signs stand. {@code São Paulo}, {@code SAO PAULO} and {@code Sao-Paulo} have one key;
 * dots vanish, so that {@code U.S.} is {@code us}.
 */
public final class NameKey {

  private NameKey() {}

  /** The key of a name; empty if the name has neither letter nor digit. */
  public static String of(String name) {
    if (isAscii(name)) {
      return ofAscii(name);
    }
    var plain = Normalizer.normalize(name, Normalizer.Form.NFD);
    var key = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        if (gap && !key.isEmpty()) {
          key.append(' ');
        }
        gap = false;
        key.appendCodePoint(c);
      } else {
        gap = gap || !vanishes(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  /** The same for most names, which are asked for so often that it counts. */
  private static String ofAscii(String name) {
    var key = new byte[name.length()];
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (gap && length > 0) {
          key[length++] = ' ';
        }
        gap = false;
        key[length++] = (byte) (capital ? c + ('a' - 'A') : c);
      } else {
        gap = gap || (c != '.' && c != '\'' && c != '`');
      }
    }
    return new String(key, 0, length, StandardCharsets.US_ASCII);
  }

  /** Dots of abbreviations, accents, and the apostrophes of every typewriter. */
  private static boolean vanishes(int c) {
    return c == '.'
        || c == '\''
        || c == '’'
        || c == '‘'
        || c == 'ʻ'
        || c == 'ʼ'
        || c == '`'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
