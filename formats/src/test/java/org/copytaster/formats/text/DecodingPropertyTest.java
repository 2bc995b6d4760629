package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecodingPropertyTest {

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  private static final List<String> SENTENCES =
      List.of(
          "“It’s over,” the mayor said — after 20 °C and a £5 fine.",
          "Où est passé l’élève ? « À l’école », répond-il, déjà là.",
          "Größe und Maß der Straße überraschten Österreichs Übersetzer.",
          "SÃO PAULO É A MAIOR CIDADE; amanhã, não há ônibus.",
          "Příliš žluťoučký kůň úpěl ďábelské ódy.",
          "Zażółć gęślą jaźń, rzekł burmistrz Łodzi.",
          "Primarul și soția lui au mâncat în grădină.",
          "Ísland er þekkt fyrir jökla og ævintýri.",
          "Yarışçılar İstanbul’da güneşli bir güne uyandı.",
          "Người dân thủ đô đã đi bộ qua cầu Thăng Long.",
          "Мэр открыл новый мост через реку и съел пирожок.",
          "У місті відкрили новий міст, їхали люди здалеку.",
          "Ο δήμαρχος άνοιξε τη νέα γέφυρα στο λιμάνι.",
          "ראש העיר פתח את הגשר החדש.",
          "افتتح رئيس البلدية الجسر الجديد.",
          "महापौर ने नए पुल का उद्घाटन किया।",
          "மேயர் புதிய பாலத்தைத் திறந்தார்.",
          "市长为新桥剪彩。",
          "市長が新しい橋を開いた。",
          "시장이 새 다리를 열었다.");

  @Property(seed = "7")
  void cleanTextStaysAsItIs(@ForAll("texts") String text) {
    var decoded = Decoding.of(text.getBytes(UTF_8), null, false);

    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.repairs()).isEmpty();
  }

  @Property(seed = "7")
  void textReadAsWesternEuropeanComesBack(@ForAll("texts") String text) {
    assertThat(Mojibake.mend(misread(text, CharsetLabels.WINDOWS_1252))).isEqualTo(text);
  }

  @Property(seed = "7")
  void textReadAsLatin1ComesBack(@ForAll("texts") String text) {
    assertThat(Mojibake.mend(misread(text, ISO_8859_1))).isEqualTo(text);
  }

  @Property(seed = "7")
  void textMisreadTwiceComesBack(@ForAll("texts") String text) {
    var once = misread(text, CharsetLabels.WINDOWS_1252);

    assertThat(Mojibake.mend(misread(once, CharsetLabels.WINDOWS_1252))).isEqualTo(text);
  }

  @Property(seed = "7")
  void textReadAsCyrillicComesBack(@ForAll("texts") String text) {
    var misread = misread(text, WINDOWS_1251);

    if (!misread.contains("\uFFFD")) {
      assertThat(Mojibake.mend(misread)).isEqualTo(text);
    }
  }

  @Property(seed = "7")
  void badParagraphIsMendedAndTheGoodOnesStay(
      @ForAll("texts") String before, @ForAll("texts") String bad, @ForAll("texts") String after) {
    var mixed = before + "\n" + misread(bad, CharsetLabels.WINDOWS_1252) + "\n" + after;

    assertThat(Mojibake.mend(mixed)).isEqualTo(before + "\n" + bad + "\n" + after);
  }

  @Property(seed = "7")
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes, @ForAll boolean html) {
    var decoded = Decoding.of(bytes, null, html);

    assertThat(decoded.text()).doesNotContain("\u0000", "\uFEFF");
    assertThat(decoded.readable() || decoded.text().isEmpty()).isTrue();
    assertThat(Mojibake.mend(decoded.text())).isNotNull();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(SENTENCES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(sentences -> String.join("\n", sentences));
  }

  /** UTF-8 read as another charset, as browsers do it: a byte without a character is a control. */
  private static String misread(String text, Charset charset) {
    return LenientDecoder.read(text.getBytes(UTF_8), 0, charset).text();
  }
}
