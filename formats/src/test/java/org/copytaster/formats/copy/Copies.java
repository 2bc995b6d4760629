package org.copytaster.formats.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.copytaster.schemas.record.Article;
import org.jspecify.annotations.Nullable;

/** Copy for the tests of formats. */
public final class Copies {

  /** When all of it comes. */
  public static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:00Z");

  private Copies() {}

  public static Copy of(String copy) {
    return of(copy.getBytes(UTF_8), null, Map.of());
  }

  public static Copy of(byte[] bytes, @Nullable String charset, Map<String, String> given) {
    return new Copy(bytes, charset, given, new Circumstances(ZoneOffset.UTC, RECEIVED));
  }

  /** The one article that the copy must hold. */
  public static Article only(ArticleFormat format, Copy copy) throws UnreadableCopyException {
    var readings = format.read(copy);
    if (readings.size() == 1 && readings.get(0) instanceof Reading.Text text) {
      return text.draft().build();
    }
    throw new AssertionError("one article was expected, but these came: " + readings);
  }

  public static Article only(ArticleFormat format, String copy) throws UnreadableCopyException {
    return only(format, of(copy));
  }
}
