package org.copytaster.formats.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copytaster.schemas.record.Zone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of {@code cases.tsv} is a page with a story, and what is right about it. */
class PageCaseTableTest {

  private static final List<String> STORY =
      List.of(
          "The ferry line between Port Lyle and the outer islands will reopen in June, the harbour"
              + " trust said on Monday after a long meeting with the towns.",
          "It had been shut since the winter, when ice broke two planks of the quay and nobody"
              + " could say who was to pay for new ones.",
          "The towns agreed to share the cost of about two million crowns, and the trust promised"
              + " that fares would stay as they are until next year.",
          "Not all were glad. Fishermen who have used the quay for free asked where they should"
              + " leave their boats once the ferry is back.");

  @ParameterizedTest
  @MethodSource("lines")
  void theMistakeIsNotMade(String line) {
    var fields = line.split("\t", -1);
    var page = PageInvariants.read(page(fields[1], fields[2]));

    for (var check : filled(fields[3]).split(" ; ", -1)) {
      check(page, check);
    }
  }

  static Stream<String> lines() throws IOException {
    return TestPages.html("cases.tsv")
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("kind\t"));
  }

  private static String page(String head, String body) {
    var title =
        head.contains("<title>")
            ? ""
            : "<title>Ferry line to reopen in June | Lyle Courier</title>";
    return "<!DOCTYPE html><html lang=en><head>"
        + title
        + head
        + "</head><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li>"
        + "<li><a href='/sport'>Sport</a></li></ul></nav>"
        + filled(body)
        + "<footer><p>&copy; 2014-2025 Lyle Courier. All rights reserved.</p></footer>"
        + "</body></html>";
  }

  private static String filled(String text) {
    var filled = text.replace("{story}", "<p>" + String.join("</p><p>", STORY) + "</p>");
    for (int i = 0; i < STORY.size(); i++) {
      filled = filled.replace("{p" + (i + 1) + "}", STORY.get(i));
    }
    return filled.replace("\\t", "\t");
  }

  private static void check(Page page, String check) {
    var what = check.split("[ =]", 2);
    var body = page.text();
    switch (what[0]) {
      case "has" -> assertThat(body).contains(what[1]);
      case "lacks" -> assertThat(body).doesNotContain(what[1]);
      case "once" -> assertThat(body.split(Pattern.quote(what[1]), -1)).hasSize(2);
      case "title" -> assertThat(page.title()).isEqualTo(what[1]);
      case "byline" -> assertThat(String.valueOf(page.byline())).isEqualTo(orNull(what[1]));
      case "published" ->
          assertThat(page.published().map(PageDate::value).orElse("none")).isEqualTo(what[1]);
      case "zone" -> assertZone(page, what[1].split(" ", 2));
      case "stretch" ->
          assertThat(page.stretches()).extracting(Page.Stretch::text).contains(what[1]);
      default -> throw new IllegalStateException(check);
    }
  }

  private static String orNull(String wanted) {
    return wanted.equals("none") ? "null" : wanted;
  }

  private static void assertZone(Page page, String[] wanted) {
    assertThat(page.stretches())
        .filteredOn(stretch -> stretch.text().equals(wanted[1]))
        .extracting(Page.Stretch::zone)
        .containsOnly(Zone.valueOf(wanted[0]));
  }
}
