package org.copytaster.formats.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import org.copytaster.schemas.record.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

  @Test
  void whatThePageSaysOfItselfIsRead() throws IOException {
    var page = TestPages.read(TestPages.html("news.html"));

    assertThat(page.title()).isEqualTo("Harbour towns agree to share one ferry");
    assertThat(page.byline()).isEqualTo("Ida Moe, Per Lie");
    assertThat(page.canonical()).isEqualTo("https://coast.example/2024/06/19/one-ferry");
    assertThat(page.language()).isEqualTo("en-GB");
    assertThat(page.published()).hasValue(new PageDate("2024-06-19T08:15+01:00", "json-ld", false));
    assertThat(page.modified())
        .hasValue(new PageDate("2024-06-19T11:40+01:00", "open-graph", true));
    assertThat(page.picture())
        .isEqualTo(
            new Page.LeadPicture(
                "https://coast.example/p/ferry.jpg",
                "The old ferry waits for passengers in the rain at the northern pier.",
                null));
  }

  @Test
  void datesOfTeasersAreNoCandidates() throws IOException {
    var page = TestPages.read(TestPages.html("news.html"));

    assertThat(page.dates()).extracting(PageDate::day).containsOnly(LocalDate.of(2024, 6, 19));
  }

  @Test
  void aDayInTheFutureIsNotTaken() {
    var html = "<meta property='article:published_time' content='2031-01-01'><p>Text.</p>";

    assertThat(TestPages.read(html).published()).isEmpty();
  }

  @Test
  void aPageWithoutADayIsUndated() throws IOException {
    assertThat(TestPages.read(TestPages.html("blog.html")).published()).isEmpty();
  }

  @Test
  void theDayOfAChangeStandsInWhereThePageSaysNoOther() throws IOException {
    var page = TestPages.read(TestPages.html("agency.html"));

    assertThat(page.published()).hasValue(new PageDate("2025-03-04", "text", true));
  }

  @Test
  void brokenJsonLdIsPassedOver() {
    var html =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",</script>"
            + "<meta name='date' content='2024-05-06'><h1>A headline of five words</h1>";

    assertThat(TestPages.read(html).published())
        .hasValue(new PageDate("2024-05-06", "meta", false));
  }

  @Test
  void offsetsLeadBackToTheSource() throws IOException {
    var html = TestPages.html("news.html");

    var page = TestPages.read(html);

    assertThat(page.stretches()).isNotEmpty();
    for (var stretch : page.stretches()) {
      var source = html.substring(stretch.sourceBegin(), stretch.sourceEnd());
      var first = stretch.text().split("[\\s\"]", 2)[0];
      assertThat(source).as(stretch.text()).contains(first);
    }
  }

  @Test
  void nothingIsAnArticleInAPageWithoutText() {
    assertThat(TestPages.read("").stretches()).isEmpty();
    assertThat(TestPages.read("<html><body><img src=x></body></html>").text()).isEmpty();
  }

  @Test
  void elementsNestedAHundredThousandDeepAreReadInBoundedTime() {
    var html = "<div>".repeat(100_000) + "<p>The ports signed it on Monday.</p>";

    var page = assertTimeout(Duration.ofSeconds(30), () -> TestPages.read(html));

    assertThat(page.stretches()).hasSize(1);
  }

  @Test
  void elementsThatAreNeverClosedAreReadInBoundedTime() {
    var html = "<p><b><a href=x><table><tr><td>word ".repeat(20_000);

    var page = assertTimeout(Duration.ofSeconds(60), () -> TestPages.read(html));

    assertThat(page.stretches()).isNotEmpty();
  }

  @Test
  void aPageOfFiftyMillionCharactersIsRefusedInOneSentence() {
    var html = "<p>word</p>".repeat(50_000_000 / 11);

    assertThatThrownBy(() -> TestPages.READER.read(html, TestPages.LATEST))
        .isInstanceOf(PageTooLargeException.class)
        .hasMessage("the page has 47 million characters; up to 8 million are read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<table><tr><td>", "<p>x", "<b>", "<h1>x ", "<a href=x>y</a> ", "<br>x"})
  void aPageOfAsManyElementsAsAreReadTakesBoundedTime(String shape) {
    int times = PageReader.MOST_ELEMENTS / (int) shape.chars().filter(c -> c == '<').count();
    var html = shape.repeat(times);

    var page = assertTimeout(Duration.ofSeconds(60), () -> TestPages.read(html));

    assertThat(page.title()).isNotNull();
  }

  @Test
  void aPageOfMoreElementsIsRefusedInOneSentence() {
    var html = "<p>x".repeat(PageReader.MOST_ELEMENTS + 1);

    assertThatThrownBy(() -> TestPages.READER.read(html, TestPages.LATEST))
        .hasMessage("the page has 150001 elements; up to 150000 are read");
  }

  @Test
  void eightMillionCharactersInOneParagraphAreRead() {
    var html = "<p>" + "word. ".repeat(1_300_000);

    assertThat(TestPages.read(html).stretches()).hasSize(1);
  }

  @Test
  void whatIsNotTheArticleStaysInThePage() throws IOException {
    var page = TestPages.read(TestPages.html("paywall.html"));

    assertThat(page.stretches())
        .filteredOn(stretch -> stretch.zone() == Zone.FURNITURE)
        .extracting(Page.Stretch::text)
        .contains("Jetzt vier Wochen kostenlos testen", "Abo E-Paper Anmelden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<select><option>Oslo<option>Bergen</select>",
        "<object data=x><p>The map of the ports</p></object>",
        "<map name=x><p>Ports of the north</p></map>",
        "<math><mi>x</mi><mo>+</mo><mn>2</mn></math>"
      })
  void textInFormsFormulasAndObjectsStaysInThePage(String element) {
    var html = "<p>Before it.</p>" + element + "<p>After it.</p>";

    PageInvariants.assertNothingIsLost(html, TestPages.read(html));
  }

  @Test
  void choicesOfAListAreFurnitureEachByItself() {
    var page = TestPages.read("<p>Choose.</p><select><option>Oslo<option>Bergen</select>");

    assertThat(page.stretches())
        .filteredOn(stretch -> stretch.zone() == Zone.FURNITURE)
        .extracting(Page.Stretch::text)
        .contains("Oslo", "Bergen");
  }

  @Test
  void aQuotationInAFigureIsNoCaption() {
    var html =
        "<figure><blockquote><p>We shall share the ferry and its cost.</p></blockquote></figure>"
            + "<figure><img src=x><figcaption>The ferry in the rain.</figcaption></figure>";

    var page = TestPages.read(html);

    assertThat(page.stretches())
        .filteredOn(stretch -> stretch.zone() == Zone.CAPTION)
        .extracting(Page.Stretch::text)
        .containsExactly("The ferry in the rain.");
  }
}
