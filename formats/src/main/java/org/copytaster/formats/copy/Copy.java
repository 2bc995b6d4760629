package org.copytaster.formats.copy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.copytaster.formats.text.Decoded;
import org.copytaster.formats.text.Decoding;
import org.jspecify.annotations.Nullable;

/**
 * What a source handed in, before any format is applied.
 *
 * @param bytes as received; not to be changed
 * @param charset its name as the source declares it, known or not; null where nobody declares one
 * @param given what the source says beside the copy itself, for instance {@code guid} in a query
 * @param circumstances what is known of the source
 */
@SuppressWarnings("ArrayRecordComponent") // copies are never compared
public record Copy(
    byte[] bytes,
    @Nullable String charset,
    Map<String, String> given,
    Circumstances circumstances) {

  /** Copies the map, not the bytes. */
  public Copy {
    given = Map.copyOf(given);
  }

  /** Copy of which nothing is known but when it came. */
  public static Copy of(byte[] bytes, Instant receivedAt) {
    return new Copy(bytes, null, Map.of(), new Circumstances(ZoneOffset.UTC, receivedAt));
  }

  /**
   * The copy as text, mended where its bytes are not what they are declared to be.
   *
   * @param markup whether the copy may name its charset itself
   * @throws UnreadableCopyException if it is not text
   */
  public Decoded decoded(boolean markup) throws UnreadableCopyException {
    return readable(Decoding.ofLabelled(bytes, charset, markup));
  }

  /**
   * The copy as text in a format that is UTF-8 unless somebody says otherwise; noted where it is
   * not and nobody did.
   *
   * @param markup whether the copy may name its charset itself
   * @throws UnreadableCopyException if it is not text
   */
  public Decoded decodedAsUtf8(boolean markup) throws UnreadableCopyException {
    var decoded = decoded(markup);
    var repairs = new ArrayList<>(decoded.repairs());
    if (decoded.guessed() && repairs.stream().noneMatch(repair -> repair.startsWith("charset:"))) {
      repairs.add("charset:undeclared-" + decoded.charset().name().toLowerCase(Locale.ROOT));
    }
    return new Decoded(decoded.text(), decoded.charset(), decoded.method(), repairs);
  }

  /**
   * The copy as text in which only bytes were mended, for formats that count characters.
   *
   * @throws UnreadableCopyException if it is not text
   */
  public Decoded asWritten() throws UnreadableCopyException {
    return readable(Decoding.asWritten(bytes, charset));
  }

  private static Decoded readable(Decoded decoded) throws UnreadableCopyException {
    if (!decoded.readable()) {
      throw new UnreadableCopyException("", "is not text in any charset that is known");
    }
    return decoded;
  }
}
