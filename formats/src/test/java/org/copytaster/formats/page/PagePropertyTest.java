package org.copytaster.formats.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PagePropertyTest {

  private static final List<String> BLOCKS =
      List.of("div", "section", "article", "ul", "aside", "figure", "share-bar", "header");

  private static final List<String> LINES = List.of("p", "li", "h1", "h2", "b", "a", "span");

  private static final Pattern SPACE = Pattern.compile("\\s");

  @Property(seed = "7", tries = 300)
  void everyWordStaysInItsOrder(@ForAll("pages") String html) {
    PageInvariants.assertNothingIsLost(html, PageInvariants.read(html));
  }

  @Property(seed = "7", tries = 300)
  void offsetsLeadBackToTheFirstWord(@ForAll("pages") String html) {
    for (var stretch : PageInvariants.read(html).stretches()) {
      assertThat(html.substring(stretch.sourceBegin(), stretch.sourceEnd()))
          .contains(SPACE.split(stretch.text(), 2)[0]);
    }
  }

  @Provide
  Arbitrary<String> pages() {
    return tree(3);
  }

  private static Arbitrary<String> tree(int depth) {
    var line = element(LINES, words());
    return depth == 0
        ? line
        : Arbitraries.oneOf(
            line,
            element(BLOCKS, tree(depth - 1).list().ofMaxSize(4).map(l -> String.join("", l))));
  }

  private static Arbitrary<String> element(List<String> tags, Arbitrary<String> inside) {
    return Arbitraries.of(tags)
        .flatMap(tag -> inside.map(in -> "<%s>%s</%s>".formatted(tag, in, tag)));
  }

  /** Each with blanks around it, so that no inline elements make one word of two. */
  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars('é', 'ж', '字', '7')
        .ofMinLength(1)
        .ofMaxLength(8)
        .list()
        .ofMaxSize(20)
        .map(words -> " " + String.join(" ", words) + "\n");
  }
}
