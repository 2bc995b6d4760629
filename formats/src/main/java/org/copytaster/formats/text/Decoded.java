package org.copytaster.formats.text;

import java.nio.charset.Charset;
import java.util.List;

/**
 * What bytes say.
 *
 * @param text without byte order marks and control characters; empty if it is not {@link #readable}
 * @param charset what the bytes were read as
 * @param method how the charset was found: {@code bom}, {@code declared}, {@code markup}, {@code
 *     utf-8} (nothing was declared and the bytes are valid), {@code detected}, {@code fallback}, or
 *     {@code none} where the bytes are no text
 * @param repairs what was mended, in short words that stay the same over versions, such as {@code
 *     charset:declared-utf-8-read-as-windows-1252}; what follows a colon is a number or names
 *     charsets
 */
public record Decoded(String text, Charset charset, String method, List<String> repairs) {

  static final String NONE = "none";

  /** Copies the list. */
  public Decoded {
    repairs = List.copyOf(repairs);
  }

  /** Whether the charset is neither named nor UTF-8, so that it was found by the letters. */
  public boolean guessed() {
    return method.equals("detected") || method.equals("fallback");
  }

  /** Whether the bytes are text at all; a picture is not, nor is text of which a tenth is lost. */
  public boolean readable() {
    return !method.equals(NONE);
  }
}
