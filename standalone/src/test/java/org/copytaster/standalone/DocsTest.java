package org.copytaster.standalone;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every page of the checkout to lines that can be read and to links that lead somewhere. */
class DocsTest {

  private static final int LONGEST_LINE = 120;
  private static final int LONGEST_README = 120;

  /**
   * Pages whose fences hold what the program prints, held to it by {@link DatesPageTest} and
   * EntitiesPageTest.
   */
  private static final Set<String> PRINTED = Set.of("docs/dates.md", "docs/entities.md");

  private final Map<String, MarkdownPage> pages =
      MarkdownPage.all().stream().collect(toMap(MarkdownPage::path, Function.identity()));

  @Test
  void pagesOfTheCheckoutAreFound() {
    assertThat(pages).hasSizeGreaterThan(30).containsKeys("README.md", "docs/decisions/README.md");
  }

  @Test
  void lineFitsTheScreen() {
    assertThat(pages.values().stream().flatMap(DocsTest::tooLong)).isEmpty();
  }

  @Test
  void linkWithinTheCheckoutLeadsToAFileOrAHeading() {
    var links = pages.values().stream().flatMap(page -> page.links().stream()).toList();
    var broken = pages.values().stream().flatMap(this::broken);

    assertThat(links).hasSizeGreaterThan(100);
    assertThat(broken).isEmpty();
  }

  @Test
  void readmeIsReadInOneSitting() {
    assertThat(Objects.requireNonNull(pages.get("README.md")).lines().size())
        .isLessThanOrEqualTo(LONGEST_README);
  }

  private static Stream<String> tooLong(MarkdownPage page) {
    boolean printed = PRINTED.contains(page.path());
    return page.lines().stream()
        .filter(line -> !(printed && line.fenced()))
        .filter(line -> length(line) > (line.ofTable() ? MarkdownPage.LONGEST_ROW : LONGEST_LINE))
        .map(line -> page.path() + ":" + line.number() + " has " + length(line) + " characters");
  }

  private static int length(MarkdownPage.Line line) {
    return line.text().codePointCount(0, line.text().length());
  }

  private Stream<String> broken(MarkdownPage page) {
    return page.links().stream()
        .filter(link -> !leadsSomewhere(page, link))
        .map(link -> page.path() + " links to " + link);
  }

  private boolean leadsSomewhere(MarkdownPage page, String link) {
    var parts = List.of(link.split("#", 2));
    var target =
        parts.get(0).isEmpty()
            ? Path.of(page.path())
            : Path.of(page.path()).resolveSibling(parts.get(0)).normalize();
    if (parts.size() == 1) {
      return Files.exists(OpsFiles.CHECKOUT.resolve(target));
    }
    var linked = pages.get(target.toString().replace('\\', '/'));
    return linked != null && linked.anchors().contains(parts.get(1));
  }
}
