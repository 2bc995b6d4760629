package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.EnrichedSamples.kill;
import static org.copytaster.parts.testing.EnrichedSamples.usable;
import static org.copytaster.parts.testing.EnrichedSamples.withheld;

import java.util.List;
import java.util.Objects;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Browser;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.EnrichedArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserIT {

  private static final String GUID = "https://news.example.org/ferry?id=1";

  private static final String CONTRIBUTORS = "Okafor reported from Harwich";

  private Browser browser;
  private StoreBench bench;
  private ConsoleBench console;

  @BeforeAll
  void openBrowser() {
    browser = Browser.open();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open(Lane lane) {
    bench = new StoreBench(lane);
    console = new ConsoleBench(lane);
  }

  @AfterEach
  void close() {
    browser.driver().get("about:blank");
    console.close();
    bench.close();
  }

  @Test
  void articleAppearsOnAnOpenPageAndIsReadThere() {
    visit();
    assertThat(rows()).isEmpty();

    bench.store(wire());
    bench.store(ScrapeSample.article(GUID));
    await().atMost(StoreBench.PATIENCE).until(() -> headlines().contains(ScrapeSample.HEADLINE));

    rows().get(headlines().indexOf(ScrapeSample.HEADLINE)).click();
    await().until(() -> !find("mark").isEmpty());
    await().atMost(StoreBench.PATIENCE).until(() -> text("#status").contains("articles\n5"));
    assertThat(browser.driver().getTitle()).startsWith(ScrapeSample.HEADLINE);
    assertThat(text(".copy")).contains("<script>document.title='owned'</script>");
    browser.screenshot("console-1280-light");
    browser.colours("dark");
    browser.screenshot("console-1280-dark");
    browser.size(390, 860);
    browser.screenshot("console-390-article-dark");
    browser.colours("light");
    browser.screenshot("console-390-article-light");
    assertThat(browser.driver().executeScript("return document.documentElement.scrollWidth"))
        .isEqualTo(390L);
    browser.driver().findElement(By.id("back")).click();
    browser.screenshot("console-390-list-light");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void marksThatOverlapLeaveTheTextAsItIs() {
    bench.store(ScrapeSample.article(GUID));
    visit();
    read(ScrapeSample.HEADLINE);

    var club = find("mark.entity.timex");

    assertThat(club).extracting(WebElement::getText).containsExactly("Tuesday Club");
    assertThat(find("mark.timex:not(.entity)"))
        .extracting(WebElement::getText)
        .contains("29 ", "September 2014");
    assertThat(text(".copy"))
        .contains("told the Tuesday Club of Harwich that tickets")
        .contains("since 29 September 2014, when DFDS");
    hover(club.get(0));
    await().until(() -> browser.driver().findElement(By.id("card")).isDisplayed());
    browser.screenshot("console-card");
    assertThat(text("#card")).contains("Rule", "sample", "Confidence", "90 %");
  }

  @Test
  void furnitureAndTeasersCanBeHidden() {
    bench.store(ScrapeSample.article(GUID));
    visit();
    read(ScrapeSample.HEADLINE);
    assertThat(text(".copy")).contains("Advertisement", "Old ships, new routes");

    browser.driver().findElement(By.id("clean")).click();

    assertThat(text(".copy")).doesNotContain("Advertisement", "Old ships, new routes");
  }

  @Test
  void zoneIsHiddenAndShownByMouseAndKeyboardAndStaysSoOnTheNextVisit() {
    bench.store(ScrapeSample.article(GUID));
    visit();
    read(ScrapeSample.HEADLINE);
    assertThat(text(".copy")).contains(CONTRIBUTORS);

    key("CONTRIBUTORS").click();
    assertThat(text(".copy")).doesNotContain(CONTRIBUTORS).contains("Advertisement");
    assertThat(key("CONTRIBUTORS").getDomAttribute("aria-pressed")).isEqualTo("false");
    assertThat(text(".legend .state")).isEqualTo("1 stretch hidden");
    browser.screenshot("console-zone-hidden");
    visit();
    read(ScrapeSample.HEADLINE);
    assertThat(text(".copy")).doesNotContain(CONTRIBUTORS);

    key("CONTRIBUTORS").sendKeys(Keys.SPACE);
    assertThat(text(".copy")).contains(CONTRIBUTORS);
    key("FURNITURE").sendKeys(Keys.ENTER);
    assertThat(text(".copy")).doesNotContain("Advertisement");
    browser.driver().findElement(By.id("clean")).sendKeys(Keys.SPACE);
    assertThat(text(".copy")).doesNotContain("Advertisement", "Old ships, new routes");
    browser.driver().findElement(By.id("clean")).sendKeys(Keys.SPACE);
    assertThat(text(".copy")).contains("Advertisement", "Old ships, new routes");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void zoneSaysHowSureItIsAndAGuessIsMarked() {
    bench.store(ScrapeSample.article(GUID));
    visit();
    read(ScrapeSample.HEADLINE);

    var guess = find(".zone.unsure");
    assertThat(guess)
        .extracting(WebElement::getText)
        .singleElement()
        .asString()
        .contains(ScrapeSample.UNSURE, "teaser? 41 %");
    var label = guess.get(0).findElement(By.className("label"));
    assertThat(label.getAccessibleName()).isEqualTo("teaser, 41 % sure");
    browser.driver().executeScript("arguments[0].focus()", label);
    await().until(() -> browser.driver().findElement(By.id("card")).isDisplayed());
    assertThat(text("#card")).contains("41 %, a guess", "Source");
    browser.screenshot("console-zone-card");
  }

  @Test
  void pictureAndAddressAreToldAndNothingIsFetchedFromElsewhere() {
    bench.store(ScrapeSample.article(GUID));
    visit();
    read(ScrapeSample.HEADLINE);

    assertThat(text(".picture")).contains("for the last time", "Library photo", "dana-sirena.jpg");
    assertThat(text(".head")).contains("mended: mojibake", "en, 98 % sure");
    assertThat(text(".ledger")).contains("taken 100 %", "637 days earlier");
    browser
        .driver()
        .executeScript("document.querySelector('.ledger').scrollIntoView({block: 'center'})");
    browser.screenshot("console-ledger");
    assertThat(find("#detail a")).hasSize(2);
    for (var link : find("#detail a")) {
      assertThat(link.getDomAttribute("rel")).contains("noreferrer");
    }
    var fetched =
        "return performance.getEntriesByType('resource')"
            + ".filter(entry => !entry.name.startsWith(location.origin)).length";
    assertThat(browser.driver().executeScript(fetched)).isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyWordOfTheArticleStandsOutFromItsGround(String scheme) {
    bench.store(ScrapeSample.article(GUID));
    visit();
    browser.colours(scheme);
    read(ScrapeSample.HEADLINE);

    assertThat(browser.driver().executeScript(Contrast.FAINT_WORDS)).isEqualTo(List.of());
  }

  @Test
  void killTakesTheTextFromAnOpenPage() {
    bench.store(ScrapeSample.article(GUID));
    visit();
    read(ScrapeSample.HEADLINE);

    bench.store(kill(GUID, 2, "Kill: the line does not return"));
    await().atMost(StoreBench.PATIENCE).until(() -> find(".copy").isEmpty());

    assertThat(text("#detail")).contains("Kill: the line does not return");
    assertThat(text("body")).doesNotContain(ScrapeSample.HEADLINE);
    browser.screenshot("console-killed");
  }

  @Test
  void withheldArticleIsCalledSoWhereItIsReadAsInTheList() {
    bench.store(wire());
    bench.store(withheld("urn:x:1", 2));
    visit();
    await().until(() -> headlines().contains("Withheld"));

    rows().get(headlines().indexOf("Withheld")).click();

    await()
        .until(() -> find("#detail h2").stream().anyMatch(h2 -> h2.getText().equals("Withheld")));
    browser.screenshot("console-withheld");
  }

  /** With numbers that no newsroom has, and on a screen of 1280 pixels. */
  @Test
  void stateOfThePipelineStandsInOneRow() {
    bench.store(wire());
    visit();
    await().until(() -> text("#status").contains("articles"));

    var heights =
        browser.run(
            "for (const fact of document.querySelectorAll('#status dd')) "
                + "fact.textContent = '123,456,789';"
                + "const top = e => box(e).top;"
                + "const box = e => document.querySelector(e).getBoundingClientRect();"
                + "const right = e => box(e).right, left = e => box(e).left;"
                + "return [document.querySelector('.bar').offsetHeight < 60,"
                + " top('#status') < top('#find') + 28,"
                + " right('#find button[type=submit]') <= left('#held-open'), document.documentElement.scrollWidth]");

    assertThat(heights).isEqualTo(List.of(true, true, true, 1280L));
    browser.screenshot("console-1280-status");
  }

  @Test
  void searchAndKeyboardLeadToAnArticle() {
    bench.store(wire());
    visit();

    browser.driver().findElement(By.tagName("body")).sendKeys("/");
    browser.driver().switchTo().activeElement().sendKeys("cocoa", Keys.ENTER);
    await().until(() -> headlines().equals(List.of("Cocoa harvest beats forecasts")));
    rows().get(0).sendKeys("j");

    await().until(() -> text("#detail h2").equals("Cocoa harvest beats forecasts"));
  }

  private static EnrichedArticle[] wire() {
    return new EnrichedArticle[] {
      usable("urn:x:1", 1, "Naira steadies as traders wait for the central bank"),
      usable("urn:x:2", 3, "Cocoa harvest beats forecasts", "Farmers in Lagos sell on Monday."),
      usable("urn:x:3", 1, "Storm closes two ports on the Bight of Benin"),
      usable("urn:x:4", 1, "Mayor accused"),
      kill("urn:x:4", 2, "Kill: the charge was against another person of the same name"),
    };
  }

  private void visit() {
    browser.size(1280, 860);
    browser.colours("light");
    browser.driver().get(console.uri("/").toString());
    await().until(() -> text("#follow").equals("live"));
  }

  private void read(String headline) {
    await().until(() -> headlines().contains(headline));
    rows().get(headlines().indexOf(headline)).click();
    await().until(() -> !find(".copy").isEmpty());
  }

  private WebElement key(String zone) {
    return browser.driver().findElement(By.cssSelector(".key[data-zone=" + zone + "]"));
  }

  private void hover(WebElement element) {
    new Actions(browser.driver()).moveToElement(element).perform();
  }

  private List<WebElement> rows() {
    return find("#list a");
  }

  @SuppressWarnings("unchecked") // the script returns an array of strings
  private List<String> headlines() {
    return (List<String>)
        Objects.requireNonNull(
            browser
                .driver()
                .executeScript(
                    "return [...document.querySelectorAll('#list .headline')]"
                        + ".map(e => e.textContent)"));
  }

  private List<WebElement> find(String selector) {
    return browser.find(selector);
  }

  private String text(String selector) {
    return browser.driver().findElement(By.cssSelector(selector)).getText();
  }
}
