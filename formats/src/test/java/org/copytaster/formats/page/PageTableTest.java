package org.copytaster.formats.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each element of a page that says which zone it wants gets it. */
class PageTableTest {

  @ParameterizedTest
  @ValueSource(strings = {"news.html", "agency.html", "blog.html", "paywall.html"})
  void everyStretchGetsTheZoneThatItWants(String name) throws IOException {
    var html = TestPages.html(name);

    var page = TestPages.read(html);

    var wanted = new ArrayList<String>();
    var found = new ArrayList<String>();
    for (var element : Jsoup.parse(html).select("[data-want]")) {
      wanted.add(element.attr("data-want") + " " + element.text());
      found.add(zoneOf(page, element.text()) + " " + element.text());
    }
    assertThat(wanted).hasSizeGreaterThan(5);
    assertThat(found).containsExactlyElementsOf(wanted);
  }

  private static String zoneOf(Page page, String text) {
    return page.stretches().stream()
        .filter(stretch -> stretch.text().replace('\n', ' ').equals(text))
        .map(stretch -> stretch.zone().name())
        .findFirst()
        .orElse("nowhere");
  }
}
