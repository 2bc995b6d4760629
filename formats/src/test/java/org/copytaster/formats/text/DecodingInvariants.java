package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What holds for all bytes that were read. */
final class DecodingInvariants {

  /** Far more than a few kilobytes need on a busy machine, and less than a loop without end. */
  private static final Duration BOUND = Duration.ofSeconds(10);

  private static final List<String> METHODS =
      List.of("bom", "declared", "markup", "utf-8", "detected", "fallback", "none");

  /** The repairs that the documentation names, each with the number that it must have. */
  private static final Pattern REPAIR =
      Pattern.compile(
          "charset:declared-[^:\\s]+-read-as-[^:\\s]+|charset:unknown-label|mojibake|bom-in-middle"
              + "|(?:charset:utf-8-with-[^:\\s]+|charset:c1-controls-read-as-windows-1252"
              + "|control-characters|undecodable-bytes):[1-9][0-9]*");

  private static final Pattern NUMBER = Pattern.compile("undecodable-bytes:(\\d+)");

  /** What the text must be without for nothing to be taken out of it. */
  private static final Pattern TAKEN_OUT =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\uFEFF&&[^\\r]]");

  private DecodingInvariants() {}

  /** Holds that the bytes are read in bounded time in each way, the same each time, and soundly. */
  static void assertReadSoundly(byte[] bytes, String label) {
    var declared = label.isEmpty() ? null : label;
    for (boolean html : new boolean[] {false, true}) {
      var decoded = assertTimeout(BOUND, () -> Decoding.ofLabelled(bytes, declared, html));
      assertThat(Decoding.ofLabelled(bytes, declared, html)).isEqualTo(decoded);
      assertSound(decoded, bytes);
    }
    assertSound(assertTimeout(BOUND, () -> Decoding.asWritten(bytes, declared)), bytes);
  }

  private static void assertSound(Decoded decoded, byte[] bytes) {
    assertThat(decoded.method()).isIn(METHODS);
    if (!decoded.readable()) {
      assertThat(decoded.text()).isEmpty();
      assertThat(decoded.repairs()).containsExactly("unreadable");
      return;
    }
    assertThat(decoded.repairs()).doesNotHaveDuplicates().allMatch(REPAIR.asMatchPredicate());
    for (var repair : decoded.repairs()) {
      var number = NUMBER.matcher(repair);
      if (number.matches()) {
        assertThat(Integer.parseInt(number.group(1))).isLessThanOrEqualTo(bytes.length / 10);
      }
    }
    assertThat(TAKEN_OUT.matcher(decoded.text()).find()).isFalse();
    // a surrogate without its other half has no bytes, and Kafka would be handed a question mark
    assertThat(new String(decoded.text().getBytes(UTF_8), UTF_8)).isEqualTo(decoded.text());
    assertThat(Decoding.asWritten(decoded.text().getBytes(UTF_8), "utf-8"))
        .isEqualTo(new Decoded(decoded.text(), UTF_8, "declared", List.of()));
  }

  /**
   * Holds that bytes which are good text in the charset that is declared are read as that text, or
   * that the repairs say why not; in UTF-8 there is no why not.
   */
  static void assertComesBack(byte[] bytes, String label) {
    var charset = CharsetLabels.charset(label).orElse(null);
    if (charset == null) {
      return;
    }
    var text = strictly(bytes, charset).orElse("");
    if (text.isEmpty() || TAKEN_OUT.matcher(text).find()) {
      return;
    }
    // a mark goes before what is declared, also where letters make one that nobody begins a text
    // with
    if (ByteOrderMark.of(bytes).isPresent() && !CharsetLabels.wide(charset)) {
      return;
    }
    var decoded = Decoding.asWritten(bytes, label);
    assertThat(decoded.readable()).isTrue();
    if (charset.equals(UTF_8)) {
      assertThat(decoded).isEqualTo(new Decoded(text, UTF_8, "declared", List.of()));
    } else if (decoded.repairs().isEmpty()) {
      assertThat(decoded.text()).isEqualTo(text);
    } else {
      assertThat(decoded.repairs()).anyMatch(repair -> repair.startsWith("charset:"));
    }
  }

  /** The text of bytes that somebody can have written: what has no bytes of its own is none. */
  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
