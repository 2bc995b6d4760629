package org.copytaster.formats.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.copytaster.formats.markup.HtmlTree;
import org.jsoup.nodes.TextNode;

/** What holds for every page that was read. */
final class PageInvariants {

  /** What is not shown as text, or shows another copy of it. */
  private static final String UNSHOWN =
      "script, style, noscript, template, svg, iframe, datalist, textarea, annotation,"
          + " annotation-xml, canvas, audio, video, head";

  private PageInvariants() {}

  /** Reads the page twice and holds that it was read soundly. */
  static Page read(String html) {
    var page = TestPages.read(html);
    assertThat(TestPages.read(html)).isEqualTo(page);
    for (var stretch : page.stretches()) {
      assertThat(stretch.text()).isNotBlank();
      assertThat(stretch.confidence()).isBetween(0.0, 1.0);
      assertThat(stretch.sourceBegin()).isBetween(0, stretch.sourceEnd());
      assertThat(stretch.sourceEnd()).isBetween(stretch.sourceBegin(), html.length());
      assertText(stretch.text());
    }
    assertText(page.title());
    assertText(String.valueOf(page.byline()));
    assertText(String.valueOf(page.canonical()));
    assertThat(page.dates()).allMatch(date -> !date.day().isAfter(TestPages.LATEST));
    return page;
  }

  /**
   * Holds that each letter and digit that the page shows is in a stretch, in the same order. What
   * is not shown depends on how deep the tree may be: a template that stands deeper is no template,
   * and a table that does may stand outside the body.
   */
  static void assertNothingIsLost(String html, Page page) {
    var shown = HtmlTree.page(html, PageReader.DEEPEST);
    shown.select(UNSHOWN).remove();
    var all = page.stretches().stream().map(Page.Stretch::text).collect(Collectors.joining());
    var read = shown.nodeStream(TextNode.class).map(SoundText::shown).collect(Collectors.joining());
    assertThat(ink(all)).isEqualTo(ink(read));
  }

  private static String ink(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void assertText(String text) {
    assertThat(text).doesNotContain("\0");
    assertThat(text.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
