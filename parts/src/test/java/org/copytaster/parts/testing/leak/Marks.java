package org.copytaster.parts.testing.leak;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;

/**
 * Words that stand in the copy of integration tests and in nothing else. Where one of them turns
 * up, any sentence of any article could have.
 */
public final class Marks {

  private static final String BEGIN = "unsaidword";

  /** As it is, in percent signs or escapes of JSON it is the same: it has small letters only. */
  private static final Pattern ANY = Pattern.compile(BEGIN + "[a-z]*", Pattern.CASE_INSENSITIVE);

  private Marks() {}

  /**
   * A mark.
   *
   * @param where the place that it is put, in small letters, so that a leak says what leaked
   */
  public static String in(String where) {
    if (!where.matches("[a-z]+")) {
      throw new IllegalArgumentException("a mark has small letters only");
    }
    return BEGIN + where;
  }

  /** Throws if {@code text} holds a mark; {@code where} says what was looked at. */
  public static void refuse(String where, String text) {
    var found = ANY.matcher(text);
    if (found.find()) {
      int from = Math.max(0, found.start() - 200);
      int to = Math.min(text.length(), found.end() + 200);
      throw new AssertionError(
          where + " holds text of the copy, " + found.group() + ": " + text.substring(from, to));
    }
  }

  /** Throws if a header's value holds a mark. */
  public static void refuse(String where, Iterable<Header> headers, List<String> but) {
    for (var header : headers) {
      if (header.value() != null && !but.contains(header.key())) {
        refuse(
            where + ", header " + header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
  }
}
