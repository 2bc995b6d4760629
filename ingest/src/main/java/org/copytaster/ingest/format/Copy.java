package org.copytaster.ingest.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Map;

/**
 * What a source handed in, before any format is applied.
 *
 * @param bytes as received; not to be changed
 * @param charset what the source declares, or UTF-8
 * @param given what the source says beside the copy itself, for instance {@code guid} in a query
 */
@SuppressWarnings("ArrayRecordComponent") // copies are never compared
public record Copy(byte[] bytes, Charset charset, Map<String, String> given) {

  public Copy {
    given = Map.copyOf(given);
  }

  /**
   * The copy as text, without a byte order mark.
   *
   * @throws UnreadableCopy if the bytes are not of the declared charset
   */
  public String text() throws UnreadableCopy {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    try {
      var text = decoder.decode(in).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableCopy("", "is not valid " + charset + " at byte " + in.position());
    }
  }
}
