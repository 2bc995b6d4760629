package org.copytaster.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PublicationDate;
import org.copytaster.schemas.record.Zone;
import org.junit.jupiter.api.Test;

class HtmlFormatTest {

  private static final String PAGE =
      """
      <html lang="en-GB"><head><title>Lamp oil runs short on the islands</title>
      <meta property="article:published_time" content="2024-05-06T07:00:00Z">
      <meta property="og:image" content="https://lamp.example/oil.jpg">
      <link rel="canonical" href="https://lamp.example/oil"></head><body>
      <nav><a href="/">Home</a> <a href="/s">Sport</a></nav>
      <article><h1>Lamp oil runs short on the islands</h1>
      <p>The islands’ keepers have oil for nine nights, the harbour office said on Monday, and no
      ship will sail before the wind turns.</p>
      <p>“We light every second lamp,” said the oldest of them, who has kept the northern light
      for thirty years.</p></article></body></html>
      """;

  private final HtmlFormat format = new HtmlFormat();

  @Test
  void zonesCoverTheBodyButForTheBlankLinesBetween() throws UnreadableCopyException {
    var article = read(PAGE);

    int end = 0;
    for (var zone : article.getZones()) {
      assertThat(article.getBody().substring(end, zone.getBegin())).isBlank();
      assertThat(zone.getConfidence()).isBetween(0.0, 1.0);
      end = zone.getEnd();
    }
    assertThat(end).isEqualTo(article.getBody().length());
  }

  @Test
  void aLoginPageIsNoTextAndSaysSo() {
    var html =
        "<html><title>Log in</title><h1>Log in</h1><form><input name=u><input type=password>"
            + "<button>Log in</button></form></html>";

    var readings = readings(html);

    assertThat(readings)
        .singleElement()
        .isInstanceOfSatisfying(
            Reading.NotText.class, not -> assertThat(not.what()).isEqualTo("a login page"));
  }

  @Test
  void aPageThatMayBeNoArticleIsKeptAndFlagged() {
    var links =
        "<h3><a href='/a'>The harbour trust has said something again</a></h3>".repeat(40)
            + "<p>These are the headlines of the day from the harbour and the town, as they come"
            + " in, with the newest one first and all others below it.</p>";

    var readings = readings("<html><title>Lyle Courier</title>" + links + "</html>");

    assertThat(readings)
        .singleElement()
        .isInstanceOfSatisfying(
            Reading.Text.class,
            text -> {
              assertThat(text.draft().getRepairs()).containsExactly("page:listing");
              assertThat(text.draft().getExtra()).containsEntry("kind", "listing");
            });
  }

  @Test
  void anArticleIsNotFlagged() throws UnreadableCopyException {
    assertThat(read(PAGE).getRepairs()).isEmpty();
    assertThat(read(PAGE).getExtra()).isEmpty();
  }

  @Test
  void sourceOffsetsLeadBackToTheParagraph() throws UnreadableCopyException {
    var zones = read(PAGE).getZones();

    assertThat(zones)
        .filteredOn(zone -> zone.getZone() == Zone.BODY)
        .isNotEmpty()
        .first()
        .satisfies(
            zone ->
                assertThat(PAGE.substring(zone.getSourceBegin(), zone.getSourceEnd()))
                    .startsWith("The islands’ keepers")
                    .endsWith("wind turns."));
  }

  @Test
  void whatThePageSaysOfItselfIsInTheArticle() throws UnreadableCopyException {
    var article = read(PAGE);

    assertThat(article.getHeadline()).isEqualTo("Lamp oil runs short on the islands");
    assertThat(article.getLanguage()).isEqualTo("en-GB");
    assertThat(article.getUrl()).isEqualTo("https://lamp.example/oil");
    assertThat(article.getPicture().getUrl()).isEqualTo("https://lamp.example/oil.jpg");
    assertThat(article.getPublicationDates())
        .containsExactly(new PublicationDate("2024-05-06T07:00Z", "open-graph", false));
    assertThat(article.getRepairs()).isEmpty();
  }

  @Test
  void aLanguageThatIsNoTagIsNotTaken() throws UnreadableCopyException {
    assertThat(read("<html lang='{{ locale }}'><p>The wind turned.").getLanguage()).isNull();
  }

  @Test
  void givenFieldsWin() throws UnreadableCopyException {
    var given = Map.of("guid", "urn:lamp:1", "headline", "Oil is short");

    var article = Copies.only(format, Copies.of(PAGE.getBytes(UTF_8), null, given));

    assertThat(article.getGuid()).isEqualTo("urn:lamp:1");
    assertThat(article.getHeadline()).isEqualTo("Oil is short");
  }

  @Test
  void theGuidIsThatOfTheBytes() throws UnreadableCopyException {
    assertThat(read(PAGE).getGuid())
        .startsWith("urn:sha256:")
        .isEqualTo(read(PAGE).getGuid())
        .isNotEqualTo(read(PAGE + " ").getGuid());
  }

  @Test
  void textThatWasMisreadBeforeItWasWrittenIsMendedAndFlagged() throws UnreadableCopyException {
    var misread = new String(PAGE.getBytes(UTF_8), Charset.forName("windows-1252"));

    var article = read(misread);

    assertThat(article.getBody()).contains("The islands’ keepers");
    assertThat(article.getRepairs()).contains("mojibake");
  }

  @Test
  void aPageOfAnotherCharsetThatDeclaresNoneIsRead() throws UnreadableCopyException {
    var bytes = PAGE.getBytes(Charset.forName("windows-1252"));

    var article = Copies.only(format, Copies.of(bytes, null, Map.of()));

    assertThat(article.getBody()).contains("The islands’ keepers");
  }

  @Test
  void aPageThatIsTooLargeIsRefusedWithoutAWordOfIt() {
    var refusal =
        catchThrowableOfType(
            UnreadableCopyException.class, () -> read("<p>secret ".repeat(500_000)));

    assertThat(refusal.problems().get(0).field()).isEqualTo("body");
    assertThat(refusal.problems().get(0).reason()).contains("too large").doesNotContain("secret");
  }

  private Article read(String html) throws UnreadableCopyException {
    return Copies.only(format, Copies.of(html.getBytes(UTF_8), null, Map.of()));
  }

  private List<Reading> readings(String html) {
    try {
      return format.read(Copies.of(html));
    } catch (UnreadableCopyException e) {
      throw new AssertionError(e);
    }
  }
}
