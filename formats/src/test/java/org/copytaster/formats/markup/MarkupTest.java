package org.copytaster.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><p>Rain falls.</p></body></html>",
        "<title lang=\"en\" /><p>Rain falls.</p>",
        "<script src='/a/b.js' async=\"a>b\"/><p>Rain falls.</p>",
        "<p>Rain falls.</p><iframe src=\"https://example.org/\"/>",
        "<STYLE/><p>Rain falls.</p>",
        "<div><iframe src='https://example.org/'/><p>Rain falls.</p></div>",
      })
  void anElementThatXhtmlClosesAtOnceTakesNoText(String html) {
    assertThat(Markup.paragraphs(Markup.html(html)).text()).isEqualTo("Rain falls.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Rain/</title><p>Rain falls.</p>",
        "<script>if (a < b) { c = '<title/>' }</script><p>Rain falls.</p>",
        "<p>Rain <br/>falls.</p>",
      })
  void anElementThatIsNotClosedAtOnceStaysWhatItIs(String html) {
    assertThat(Markup.paragraphs(Markup.html(html)).text().replace('\n', ' '))
        .isEqualTo("Rain falls.");
  }

  @Test
  void aMillionOpenQuotesTakeNoTime() {
    var html = "<title '\"".repeat(200_000);

    assertThat(Markup.paragraphs(Markup.html(html)).text()).isEmpty();
  }
}
