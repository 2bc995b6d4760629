package org.copytaster.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of found articles ended: the next one begins after this time and guid. */
record Cursor(Instant time, String guid) {

  /** As a client sees it and sends it back. */
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((time + " " + guid).getBytes(UTF_8));
  }

  /**
   * The inverse of {@link #text}.
   *
   * @throws BadParameter for what never was a cursor
   */
  static Cursor read(String text) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      if (parts.length == 2) {
        return new Cursor(Instant.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw bad();
    }
    throw bad();
  }

  private static BadParameter bad() {
    return new BadParameter("after", "must be the next of an earlier answer");
  }
}
