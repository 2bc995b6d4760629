package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes as text, come what may. The charset is taken from the byte order mark, else from what
 * the transport declares, else from what the page says of itself, else from the bytes; bytes that
 * contradict a declaration overrule it. All that is not as it was declared is among the repairs.
 */
public final class Decoding {

  /** From this many on, characters of two bytes that happen to be UTF-8 as well are UTF-8. */
  private static final int NO_CHANCE = 4;

  /** A reading of which this share is lost is none. */
  private static final int MOST_LOST = 10;

  /** How much more plausible a guess must be to overrule what is declared. */
  private static final double OVERRULING = 0.4;

  private final byte[] bytes;
  private final boolean html;
  private final boolean mending;
  private final @Nullable String label;
  private final List<String> repairs = new ArrayList<>();

  private Decoding(byte[] bytes, @Nullable String label, boolean html, boolean mending) {
    this.mending = mending;
    this.bytes = bytes;
    this.label = label;
    this.html = html;
  }

  /**
   * Reads bytes whose transport names a charset that this Java knows.
   *
   * @param declared what the transport says, null if it says nothing
   * @param html whether the bytes may name a charset themselves
   */
  public static Decoded of(byte[] bytes, @Nullable Charset declared, boolean html) {
    return ofLabelled(bytes, declared == null ? null : declared.name(), html);
  }

  /**
   * Reads bytes whose transport names a charset that may be unknown.
   *
   * @param label what the transport says, null if it says nothing
   * @param html whether the bytes may name a charset themselves
   */
  public static Decoded ofLabelled(byte[] bytes, @Nullable String label, boolean html) {
    return new Decoding(bytes, label, html, true).decoded();
  }

  /**
   * The same for bytes that are no page, but what was misread before they came stays as it is.
   *
   * @param label what the transport says, null if it says nothing
   */
  public static Decoded asWritten(byte[] bytes, @Nullable String label) {
    return new Decoding(bytes, label, false, false).decoded();
  }

  /** A charset and who names it. */
  private record Declared(Charset charset, String method) {}

  private Decoded decoded() {
    var declared = declared().orElse(null);
    var mark = ByteOrderMark.of(bytes).orElse(null);
    if (mark != null) {
      return marked(mark, declared);
    }
    var unmarked = ByteOrderMark.unmarked(bytes).orElse(null);
    if (unmarked != null) {
      return read(unmarked, "detected", declared);
    }
    if (declared != null
        && CharsetLabels.wide(declared.charset())
        && !Utf8Tally.of(bytes).valid()) {
      return read(declared.charset(), declared.method(), declared);
    }
    if (Controls.prevail(bytes, declared != null && EscapedCharset.is(declared.charset()))) {
      return new Decoded("", UTF_8, Decoded.NONE, List.of("unreadable"));
    }
    return narrow(declared);
  }

  /** A mark says how the bytes begin; whether they go on so is another matter in UTF-8 only. */
  private Decoded marked(ByteOrderMark mark, @Nullable Declared declared) {
    if (mark == ByteOrderMark.UTF_8 && !Utf8Tally.of(bytes).valid()) {
      return mixed(CharsetLabels.WINDOWS_1252, "bom");
    }
    return read(mark.charset(), "bom", declared);
  }

  /** Bytes in which ASCII characters are themselves. */
  private Decoded narrow(@Nullable Declared declared) {
    var tally = Utf8Tally.of(bytes);
    if (tally.ascii()) {
      return ascii(declared);
    }
    boolean pairs = declared != null && !CharsetLabels.singleByte(declared.charset());
    if (tally.valid()) {
      boolean chance = pairs && tally.sequences() < NO_CHANCE && undecodable(declared) == 0;
      var charset = chance && declared != null ? declared.charset() : UTF_8;
      return read(charset, declared == null ? "utf-8" : declared.method(), declared);
    }
    if (tally.mostly()) {
      var spare = declared == null || pairs ? CharsetLabels.WINDOWS_1252 : declared.charset();
      return mixed(spare, declared == null ? "utf-8" : declared.method());
    }
    if (declared != null && !declared.charset().equals(UTF_8)) {
      var better = overruling(declared.charset());
      return read(
          better.orElse(declared.charset()),
          better.isPresent() ? "detected" : declared.method(),
          declared);
    }
    var guess = CharsetGuess.of(bytes, html);
    return read(guess.charset(), guess.certain() ? "detected" : "fallback", declared);
  }

  /** Charsets of seven bits with escapes are told by these, if nobody names them. */
  private Decoded ascii(@Nullable Declared declared) {
    if (declared != null) {
      return read(
          CharsetLabels.wide(declared.charset()) ? UTF_8 : declared.charset(),
          declared.method(),
          declared);
    }
    var escaped = EscapedCharset.of(bytes);
    return escaped.isPresent() ? read(escaped.get(), "detected", null) : read(UTF_8, "utf-8", null);
  }

  private Optional<Charset> overruling(Charset declared) {
    double plausible = CharsetGuess.plausibility(bytes, declared);
    var guess = CharsetGuess.of(bytes, html).charset();
    // what cannot be read in it is no better, however few signs are left to judge
    int lost = LenientDecoder.read(bytes, 0, guess).undecodable();
    return lost <= LenientDecoder.read(bytes, 0, declared).undecodable()
            && plausible + OVERRULING < CharsetGuess.plausibility(bytes, guess)
        ? Optional.of(guess)
        : Optional.empty();
  }

  private int undecodable(@Nullable Declared declared) {
    return declared == null ? 0 : LenientDecoder.read(bytes, 0, declared.charset()).undecodable();
  }

  private Decoded read(Charset charset, String method, @Nullable Declared declared) {
    if (declared != null && !declared.charset().equals(charset) && !sameForm(declared, charset)) {
      repairs.add(
          "charset:declared-"
              + CharsetLabels.word(declared.charset())
              + "-read-as-"
              + CharsetLabels.word(charset));
    }
    return finished(LenientDecoder.read(bytes, 0, charset), charset, method);
  }

  /** Whoever says UTF-16 leaves the order of bytes to the mark. */
  private static boolean sameForm(Declared declared, Charset charset) {
    return charset.name().startsWith(declared.charset().name());
  }

  private Decoded mixed(Charset spare, String method) {
    var decoder = LenientDecoder.readMixed(bytes, spare);
    if (decoder.spared() > 0) {
      repairs.add("charset:utf-8-with-" + CharsetLabels.word(spare) + ":" + decoder.spared());
    }
    return finished(decoder, UTF_8, method);
  }

  private Decoded finished(LenientDecoder decoder, Charset charset, String method) {
    var text = decoder.text();
    if (decoder.undecodable() * (long) MOST_LOST > bytes.length) {
      return new Decoded("", charset, Decoded.NONE, List.of("unreadable"));
    }
    if (decoder.undecodable() > 0) {
      repairs.add("undecodable-bytes:" + decoder.undecodable());
    }
    var unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var mended = mending ? Mojibake.mend(unmarked) : unmarked;
    if (!mended.equals(unmarked)) {
      repairs.add("mojibake");
    }
    return new Decoded(Controls.clean(mended, repairs), charset, method, repairs);
  }

  private Optional<Declared> declared() {
    if (label != null) {
      var charset = CharsetLabels.charset(label);
      if (charset.isPresent()) {
        return Optional.of(new Declared(charset.get(), "declared"));
      }
      repairs.add("charset:unknown-label");
    }
    if (!html) {
      return Optional.empty();
    }
    var own = MarkupCharset.label(bytes);
    var charset = own.flatMap(CharsetLabels::charset);
    // said once, though transport and page may both name what nobody knows
    if (own.isPresent() && charset.isEmpty() && label == null) {
      repairs.add("charset:unknown-label");
    }
    // what can be read byte by byte cannot be UTF-16, whatever it says
    return charset.map(c -> new Declared(CharsetLabels.wide(c) ? UTF_8 : c, "markup"));
  }
}
