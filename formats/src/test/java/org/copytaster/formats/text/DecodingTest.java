package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecodingTest {

  private static final String CLEAN =
      "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ";

  @Test
  void latinByteInUtf8IsReadAndTheRestStays() {
    var decoded =
        Decoding.of(joined(CLEAN.getBytes(UTF_8), "Caf\u00E9".getBytes(ISO_8859_1)), UTF_8, false);

    assertThat(decoded.text()).isEqualTo(CLEAN + "Café");
    assertThat(decoded.repairs()).containsExactly("charset:utf-8-with-windows-1252:1");
  }

  @Test
  void characterThatIsCutOffIsMarkedAndCounted() {
    var whole = (CLEAN + "€").getBytes(UTF_8);

    var decoded = Decoding.of(Arrays.copyOf(whole, whole.length - 1), UTF_8, false);

    assertThat(decoded.text()).isEqualTo(CLEAN + "\uFFFD");
    assertThat(decoded.repairs()).containsExactly("undecodable-bytes:2");
  }

  @Test
  void controlsAndMarksInTheMiddleAreTakenOut() {
    var decoded =
        Decoding.of("One\u0000 two\u0007 \uFEFFthree\u000Bfour\tfive".getBytes(UTF_8), null, false);

    assertThat(decoded.text()).isEqualTo("One two three\nfour\tfive");
    assertThat(decoded.repairs()).containsExactly("bom-in-middle", "control-characters:3");
  }

  @Test
  void pictureIsNoText() {
    var noise = new byte[4000];
    new Random(5).nextBytes(noise);

    var decoded = Decoding.of(noise, UTF_8, false);

    assertThat(decoded.readable()).isFalse();
    assertThat(decoded.repairs()).containsExactly("unreadable");
  }

  @Test
  void nothingIsNothing() {
    assertThat(Decoding.of(new byte[0], null, true))
        .isEqualTo(new Decoded("", UTF_8, "utf-8", java.util.List.of()));
  }

  @Test
  void accentsBehindMuchScriptAreSeen() {
    var script = "<script>" + "x = 1; ".repeat(20_000) + "</script>";
    var page = script + "<p>Der Bürgermeister eröffnete gestern die Brücke über den Fluss.";

    assertThat(Decoding.of(page.getBytes(ISO_8859_1), null, true).text()).isEqualTo(page);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    var both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
