package org.copytaster.formats.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageKindTest {

  private static final String STORY =
      times(
          4,
          "<p>The harbour trust said on Monday that line %d would reopen in June, after a long"
              + " meeting with the %d towns, which are to share the cost of it.</p>");

  @Test
  void aStoryIsAnArticle() {
    var kind = kind("<title>Line to reopen</title><h1>Line to reopen</h1>" + STORY);

    assertThat(kind.isArticle()).isTrue();
    assertThat(kind.confidence()).isGreaterThan(0.9);
  }

  @Test
  void aPageThatWasNotFoundIsAnErrorPage() {
    var kind =
        kind("<title>404 - Page not found</title><h1>Page not found</h1><p>Try the search.</p>");

    assertThat(kind.type()).isEqualTo(PageKind.Type.ERROR);
    assertThat(kind.isSurelyOther()).isTrue();
  }

  @Test
  void aFormThatAsksForAPasswordIsALoginPage() {
    var kind =
        kind(
            "<title>Sign in | Lyle Courier</title><h1>Sign in</h1><form><label>Name</label><input>"
                + "<label>Password</label><input type=password><button>Go</button></form>");

    assertThat(kind.type()).isEqualTo(PageKind.Type.LOGIN);
    assertThat(kind.isSurelyOther()).isTrue();
  }

  @Test
  void headlinesWithLinksAndNoTextAreAPageOfLinks() {
    var kind =
        kind(
            "<title>Lyle Courier</title><link rel=canonical href='https://lyle.example/'>"
                + times(
                    40, "<h3><a href='/%d'>The harbour trust has said something again</a></h3>"));

    assertThat(kind.type()).isEqualTo(PageKind.Type.LISTING);
    assertThat(kind.isSurelyOther()).isTrue();
  }

  @Test
  void aTableOfPricesIsAPageOfProducts() {
    var kind =
        kind(
            "<title>Boats</title><meta property='og:type' content='product'>"
                + times(12, "<div class=product><b>Boat no. %d</b><span>$399.00</span> Buy</div>"));

    assertThat(kind.type()).isEqualTo(PageKind.Type.PRODUCT);
  }

  @Test
  void picturesWithCaptionsAndNoTextAreAGallery() {
    var kind =
        kind(
            "<title>The storm in pictures</title><h1>The storm in pictures</h1>"
                + times(
                    9,
                    "<figure><img src=%d><figcaption>The quay of Lyle on the morning after storm"
                        + " no. %d took its roof.</figcaption></figure>"));

    assertThat(kind.type()).isEqualTo(PageKind.Type.GALLERY);
  }

  @Test
  void aStoryAboutAnErrorPageOrALoginIsAStory() {
    for (var title :
        new String[] {"404 not found: the page that sells", "Sign in to vote, says mayor"}) {
      assertThat(kind("<title>" + title + "</title><h1>" + title + "</h1>" + STORY).isArticle())
          .as(title)
          .isTrue();
    }
  }

  @Test
  void aShortReportWithANumberInItsHeadlineIsNoErrorPage() {
    var kind =
        kind(
            "<title>500 flee homes as river rises</title><h1>500 flee homes as river rises</h1>"
                + "<p>Five hundred people left their homes in Lyle on Monday as the river rose, the"
                + " mayor said.</p>");

    assertThat(kind.isSurelyOther()).isFalse();
    assertThat(kind.type()).isNotEqualTo(PageKind.Type.ERROR);
  }

  private static PageKind kind(String html) {
    return TestPages.read(html).kind();
  }

  private static String times(int times, String html) {
    return IntStream.range(0, times)
        .mapToObj(i -> html.replace("%d", String.valueOf(i)))
        .collect(Collectors.joining());
  }
}
