package org.copytaster.formats.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/** Pages of our own, and one reader for all tests. */
final class TestPages {

  static final LocalDate LATEST = LocalDate.of(2026, 1, 1);
  static final PageReader READER = new PageReader();

  private TestPages() {}

  static String html(String name) throws IOException {
    try (var in = TestPages.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Page read(String html) {
    try {
      return READER.read(html, LATEST);
    } catch (PageTooLargeException e) {
      throw new AssertionError(e);
    }
  }
}
