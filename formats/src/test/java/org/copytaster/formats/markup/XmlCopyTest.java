package org.copytaster.formats.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class XmlCopyTest {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private static XmlCopy read(String xml) throws UnreadableCopyException {
    return XmlCopy.read(Copies.of(xml));
  }

  @Test
  void bareAmpersandIsMendedAndFlagged() throws Exception {
    var xml = read("<a>Rhubarb & Custard</a>");

    assertThat(xml.root().text()).isEqualTo("Rhubarb & Custard");
    assertThat(xml.repairs()).containsExactly("xml:bare-ampersand");
  }

  @Test
  void entityOfHtmlIsReadThoughNobodyDeclaresIt() throws Exception {
    var xml = read("<a>caf&eacute;</a>");

    assertThat(xml.root().text()).isEqualTo("café");
    assertThat(xml.repairs()).containsExactly("xml:undeclared-entity");
  }

  @Test
  void prefixWithoutNamespaceIsDroppedAndFlagged() throws Exception {
    var xml = read("<ns0:a><ns0:b x:c='1'/></ns0:a>");

    assertThat(xml.root().tagName()).isEqualTo("a");
    assertThat(xml.root().child(0).attr("c")).isEqualTo("1");
    assertThat(xml.repairs()).containsExactly("xml:undeclared-prefix");
  }

  @Test
  void textInAnotherCharsetThanDeclaredIsRead() throws Exception {
    var bytes = "<?xml version='1.0' encoding='UTF-8'?><a>Größe</a>".getBytes(ISO_8859_1);

    var xml = XmlCopy.read(Copies.of(bytes, null, Map.of()));

    assertThat(xml.root().text()).isEqualTo("Größe");
    assertThat(xml.repairs()).isNotEmpty();
  }

  @Test
  void textThatNamesNoCharsetAndIsNotUtf8IsReadAndFlagged() throws Exception {
    var bytes = "<a>Die Größe der Straßen</a>".getBytes(ISO_8859_1);

    var xml = XmlCopy.read(Copies.of(bytes, null, Map.of()));

    assertThat(xml.root().text()).isEqualTo("Die Größe der Straßen");
    assertThat(xml.repairs()).containsExactly("charset:undeclared-windows-1252");
  }

  @Test
  void byteOrderMarkAndControlCharacterInTheMiddleAreNoText() throws Exception {
    var xml = read("<a>one\uFEFF two\u0007 three&#x1;</a>");

    assertThat(xml.root().text()).startsWith("one").contains("two").endsWith("three");
    assertThat(xml.root().text()).doesNotContain("\uFEFF", "\u0007", "\u0001");
    assertThat(xml.repairs()).isNotEmpty();
  }

  @Test
  void unclosedEndIsRefusedWithLineAndColumn() {
    assertThatThrownBy(() -> read("<a>\n<b>secret</b>\n"))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("line 3, column")
        .hasMessageNotContaining("secret");
  }

  @Test
  void externalEntityIsNeverFetched() throws Exception {
    var xml =
        read("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>before &x; after</a>");

    assertThat(xml.root().text()).isEqualTo("before &x; after");
  }

  @Test
  void entitiesOfEntitiesAreNotExpanded() throws Exception {
    var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l").append(i).append(" '&l").append(i - 1).append(";&l");
      laughs.append(i - 1).append(";'>");
    }

    var xml = read(laughs.append("]><a>&l29;</a>").toString());

    assertThat(xml.root().text()).isEqualTo("&l29;");
  }

  @Test
  void deepNestingIsRefusedInBoundedTime() {
    var deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

    Assertions.assertTimeoutPreemptively(
        BOUND,
        () -> assertThatThrownBy(() -> read(deep)).isInstanceOf(UnreadableCopyException.class));
  }

  @Test
  void tooManyElementsAreRefusedInBoundedTime() {
    var many = "<a>" + "<b/>".repeat(300_001) + "</a>";

    Assertions.assertTimeoutPreemptively(
        BOUND,
        () -> assertThatThrownBy(() -> read(many)).isInstanceOf(UnreadableCopyException.class));
  }

  @Test
  void longestHeadlineIsReadInBoundedTime() {
    var xml = "<a>" + "headline ".repeat(3_000_000) + "</a>";

    Assertions.assertTimeoutPreemptively(
        BOUND,
        () ->
            assertThat(
                    XmlCopy.read(Copies.of(xml.getBytes(UTF_8), null, Map.of())).root().wholeText())
                .hasSize(27_000_000));
  }
}
