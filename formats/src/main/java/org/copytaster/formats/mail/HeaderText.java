package org.copytaster.formats.mail;

import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.text.Decoding;

/** The text of a header field: encoded words decoded, bytes that should have been encoded too. */
final class HeaderText {

  private HeaderText() {}

  /**
   * The text in one line.
   *
   * @param body as mime4j gives it: a character for each byte
   * @param draft is told what was mended
   */
  static String decoded(String body, Draft draft) {
    var text = body;
    if (body.chars().anyMatch(c -> c > 0x7E) && body.chars().allMatch(c -> c <= 0xFF)) {
      var read = Decoding.of(body.getBytes(StandardCharsets.ISO_8859_1), null, false);
      if (read.readable()) {
        text = read.text();
        draft.repair("mail:header-not-encoded");
      }
    }
    text = text.replaceAll("\\r?\\n(?=[ \\t])", "");
    return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
  }
}
