package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.EnrichedSamples.kill;
import static org.copytaster.parts.testing.EnrichedSamples.usable;
import static org.copytaster.parts.testing.EnrichedSamples.withheld;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Browser;
import org.copytaster.parts.testing.EnrichedSamples;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.EnrichedArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;

/** The open page when its line is cut, its replies come late, it has many arrivals or many tabs. */
@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageFaultsBrowserIT {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String MORE = "#more:not([hidden])";
  private static final String FERRY = "Ferry sails again";
  private static final String MAYOR = "Mayor accused of theft";
  private static final String COCOA = "Cocoa harvest beats forecasts";

  private Browser browser;
  private StoreBench bench;
  private ConsoleBench console;
  private CutLine line;

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
    line = new CutLine(console.uri("/").getPort());
  }

  @AfterEach
  void close() {
    browser.driver().get("about:blank");
    line.close();
    console.close();
    bench.close();
  }

  @Test
  void killThatCameWhileTheLineWasCutTakesTheTextFromTheOpenPage() {
    bench.store(usable("urn:x:ferry", 1, FERRY), usable("urn:x:mayor", 1, MAYOR));
    visit();
    read(MAYOR);

    line.cut();
    bench.store(kill("urn:x:mayor", 2, "Kill: it was another person"));
    line.mend();

    await()
        .atMost(LONG)
        .until(() -> browser.text("#detail").contains("Kill: it was another person"));
    assertThat(everything()).doesNotContain(MAYOR);
  }

  @Test
  void whatIsWithheldWhileTheLineIsCutIsGoneFromListAndArticle() {
    bench.store(usable("urn:x:ferry", 1, FERRY), usable("urn:x:mayor", 1, MAYOR));
    visit();
    read(MAYOR);

    line.cut();
    bench.store(withheld("urn:x:mayor", 2));
    line.mend();

    await().atMost(LONG).until(() -> browser.text("#detail").contains("Withheld by its source"));
    await().atMost(LONG).untilAsserted(() -> assertThat(everything()).doesNotContain(MAYOR));
  }

  @Test
  void whatCannotBeConfirmedIsCoveredUntilItIs() {
    bench.store(usable("urn:x:ferry", 1, FERRY));
    visit();
    read(FERRY);

    line.cut();
    awaitCovered();
    browser.screenshot("page-covered-light");
    browser.colours("dark");
    browser.screenshot("page-covered-dark");
    browser.colours("light");
    line.mend();

    await().atMost(LONG).until(() -> browser.text(".copy").contains("Traders in Lagos"));
    await().atMost(LONG).until(() -> browser.text("#follow").equals("live"));
    assertThat(headlines()).containsExactly(FERRY);
  }

  @Test
  void lineThatIsSilentWithoutBeingCutCoversToo() {
    bench.store(usable("urn:x:ferry", 1, FERRY));
    visit();
    read(FERRY);

    line.freeze();
    awaitCovered();
    line.mend();

    await().atMost(LONG).until(() -> browser.text(".copy").contains("Traders in Lagos"));
  }

  @Test
  void storeThatIsAwayCoversTooAndThePageSaysWhatIsWrong() {
    bench.store(usable("urn:x:ferry", 1, FERRY));
    visit();
    read(FERRY);

    bench.tables().execute("alter table articles rename to away");
    awaitCovered();
    await()
        .atMost(LONG)
        .until(() -> browser.text("#problems").endsWith("he store does not answer"));
    browser.screenshot("page-problem");
    bench.tables().execute("alter table away rename to articles");

    await().atMost(LONG).until(() -> browser.text(".copy").contains("Traders in Lagos"));
    await().atMost(LONG).until(() -> browser.find("#problems:not([hidden])").isEmpty());
  }

  @Test
  void pageThatComesBackFromTheCacheShowsNothingThatWasKilledMeanwhile() {
    bench.store(usable("urn:x:mayor", 1, MAYOR));
    visit();
    read(MAYOR);

    browser.run("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
    assertThat(everything()).doesNotContain(MAYOR);
    bench.store(kill("urn:x:mayor", 2, "Kill: it was another person"));
    browser.run("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");

    await()
        .atMost(LONG)
        .until(() -> browser.text("#detail").contains("Kill: it was another person"));
    await().atMost(LONG).until(() -> browser.text("#follow").equals("live"));
    assertThat(everything()).doesNotContain(MAYOR);
  }

  @Test
  void killTakesTheHeadlineFromWhatWasSearchedFor() {
    bench.store(usable("urn:x:ferry", 1, FERRY), usable("urn:x:mayor", 1, MAYOR));
    visit();
    browser.driver().findElement(By.id("q")).sendKeys("mayor\n");
    await().atMost(LONG).until(() -> headlines().equals(List.of(MAYOR)));

    bench.store(kill("urn:x:mayor", 2, "Kill: it was another person"));

    await().atMost(LONG).untilAsserted(() -> assertThat(everything()).doesNotContain(MAYOR));
  }

  @Test
  void replyThatComesLateDoesNotStandUnderAnotherAddress() {
    bench.store(usable("urn:x:ferry", 1, FERRY), usable("urn:x:cocoa", 1, COCOA));
    visit();
    line.holdBack("/v1/articles/urn%3Ax%3Aferry");
    click(FERRY);
    assertThat(hash()).isEqualTo("#urn%3Ax%3Aferry");
    click(COCOA);
    await().atMost(LONG).until(() -> browser.text("#detail h2").equals(COCOA));

    line.mend();

    await()
        .during(Duration.ofSeconds(1))
        .atMost(LONG)
        .until(() -> browser.text("#detail h2").equals(COCOA) && hash().equals("#urn%3Ax%3Acocoa"));
  }

  @Test
  void whileTheArticleOfAnAddressIsAwaitedNoOtherStandsThere() {
    bench.store(usable("urn:x:ferry", 1, FERRY), usable("urn:x:cocoa", 1, COCOA));
    visit();
    read(COCOA);

    line.holdBack("/v1/articles/urn%3Ax%3Aferry");
    click(FERRY);

    assertThat(browser.text("#detail")).doesNotContain(COCOA);
    assertThat(browser.driver().getTitle()).doesNotContain(COCOA);
    line.mend();
    await().atMost(LONG).until(() -> browser.text("#detail h2").equals(FERRY));
  }

  @Test
  void articleThatCannotBeHadIsSaidInsteadOfTheOneBefore() {
    bench.store(usable("urn:x:ferry", 1, FERRY), usable("urn:x:cocoa", 1, COCOA));
    visit();
    read(COCOA);

    line.refuse("/v1/articles/urn%3Ax%3Aferry");
    click(FERRY);

    await().atMost(LONG).until(() -> browser.text("#detail").contains("cannot be shown"));
    assertThat(browser.text("#detail")).doesNotContain(COCOA);
    assertThat(hash()).isEqualTo("#urn%3Ax%3Aferry");
    browser.screenshot("page-cannot-be-shown");
    line.mend();
    browser.driver().findElement(By.cssSelector("#detail .again")).click();
    await().atMost(LONG).until(() -> browser.text("#detail h2").equals(FERRY));
  }

  @Test
  void backAndForwardKeepAddressAndArticleTogether() {
    bench.store(usable("urn:x:ferry", 1, FERRY), usable("urn:x:cocoa", 1, COCOA));
    visit();
    read(FERRY);
    read(COCOA);

    browser.driver().navigate().back();
    await().atMost(LONG).until(() -> browser.text("#detail h2").equals(FERRY));
    assertThat(hash()).isEqualTo("#urn%3Ax%3Aferry");
    browser.driver().navigate().back();
    await().atMost(LONG).until(() -> browser.text("#detail").startsWith("Choose an article"));
    assertThat(hash()).isEmpty();
    browser.driver().navigate().forward();
    await().atMost(LONG).until(() -> browser.text("#detail h2").equals(FERRY));
    browser.run("location.hash = '%E0%A4%A'");
    await().atMost(LONG).until(() -> browser.text("#detail").contains("cannot be shown"));
    browser.run("location.hash = 'urn:none'");
    await().atMost(LONG).until(() -> browser.text("#detail").contains("o article with this guid"));
  }

  @Test
  void everyOneOfManyArrivalsIsSeenOnceWhilePaging() {
    var published = new ArrayList<String>();
    arrive(published, 100);
    visit();
    arrive(published, 700);
    await().atMost(LONG).until(() -> headlines().contains("Arrival 799"));
    var seen = new HashSet<String>(headlines());

    while (!browser.find(MORE).isEmpty()) {
      browser.driver().findElement(By.id("more")).click();
      await().atMost(LONG).until(() -> seen.addAll(headlines()) || browser.find(MORE).isEmpty());
      assertThat(headlines()).doesNotHaveDuplicates();
      if (published.size() < 1_100) {
        arrive(published, 100);
      }
    }

    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              seen.addAll(headlines());
              assertThat(seen).containsExactlyInAnyOrderElementsOf(published);
            });
    assertThat(headlines()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void eightTabsLoadAndAllSeeAnArticleAndAKill() {
    bench.store(usable("urn:x:mayor", 1, MAYOR));
    var tabs = new ArrayList<String>();
    for (int i = 0; i < 8; i++) {
      if (i > 0) {
        browser.driver().switchTo().newWindow(WindowType.TAB);
      }
      tabs.add(browser.driver().getWindowHandle());
      browser.driver().get(line.uri("/#urn:x:mayor"));
      await().atMost(LONG).until(() -> browser.text("#follow").equals("live"));
      assertThat(headlines()).containsExactly(MAYOR);
      await().atMost(LONG).until(() -> browser.text("#detail h2").equals(MAYOR));
    }

    bench.store(usable("urn:x:ferry", 1, FERRY), kill("urn:x:mayor", 2, "Kill: another person"));
    for (var tab : tabs) {
      browser.driver().switchTo().window(tab);
      await().atMost(LONG).until(() -> headlines().contains(FERRY));
      await().atMost(LONG).until(() -> browser.text("#detail").contains("Kill: another person"));
      assertThat(everything()).doesNotContain(MAYOR);
    }
    assertThat(console.followers()).isEqualTo(1);

    for (var tab : tabs.subList(0, 7)) {
      browser.driver().switchTo().window(tab).close();
    }
    browser.driver().switchTo().window(tabs.get(7));
    bench.store(usable("urn:x:cocoa", 1, COCOA));
    await().atMost(LONG).until(() -> headlines().contains(COCOA));
    await().atMost(LONG).until(() -> console.followers() == 1);
    assertThat(browser.text("#follow")).isEqualTo("live");
  }

  @Test
  void pageIsNotLiveBeforeItsListIsThere() {
    bench.store(usable("urn:x:ferry", 1, FERRY));
    line.holdBack("/v1/articles?");
    browser.driver().get(line.uri("/"));

    await()
        .during(Duration.ofSeconds(3))
        .atMost(LONG)
        .until(() -> !browser.text("#follow").equals("live") && headlines().isEmpty());
    line.mend();

    await().atMost(LONG).until(() -> browser.text("#follow").equals("live"));
    assertThat(headlines()).containsExactly(FERRY);
  }

  private void arrive(List<String> published, int count) {
    var articles = new EnrichedArticle[count];
    for (int i = 0; i < count; i++) {
      int number = published.size();
      var headline = "Arrival " + number;
      articles[i] = EnrichedSamples.arrived("urn:x:" + number, headline, number);
      published.add(headline);
    }
    // Few at a time: of many at once the stream says only that they were missed.
    for (int from = 0; from < count; from += 50) {
      int to = Math.min(count, from + 50);
      bench.store(Arrays.copyOfRange(articles, from, to));
      if (browser.text("#follow").equals("live")) {
        var last = published.get(published.size() - count + to - 1);
        await().atMost(LONG).until(() -> headlines().contains(last));
      }
    }
  }

  private void visit() {
    browser.size(1280, 860);
    browser.colours("light");
    browser.driver().get(line.uri("/"));
    await().atMost(LONG).until(() -> browser.text("#follow").equals("live"));
  }

  private void awaitCovered() {
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              assertThat(everything()).doesNotContain(FERRY, "Traders in Lagos");
              assertThat(browser.text("#detail")).contains("cannot be confirmed");
              assertThat(browser.text("#wire")).contains("cannot be confirmed");
            });
    assertThat(browser.text("#follow")).isNotEqualTo("live");
  }

  private void click(String headline) {
    await().atMost(LONG).until(() -> headlines().contains(headline));
    browser.find("#list a").get(headlines().indexOf(headline)).click();
  }

  private void read(String headline) {
    click(headline);
    await().atMost(LONG).until(() -> browser.text("#detail h2").equals(headline));
  }

  /** What a reader sees or hears, and the title of the tab. */
  private String everything() {
    return browser.driver().getTitle() + "\n" + browser.text("body");
  }

  private String hash() {
    return String.valueOf(browser.run("return location.hash"));
  }

  @SuppressWarnings("unchecked") // the script returns an array of strings
  private List<String> headlines() {
    return (List<String>)
        Objects.requireNonNull(
            browser.run(
                "return document.querySelector('#list').checkVisibility() ?"
                    + " [...document.querySelectorAll('#list .headline')].map(e => e.textContent)"
                    + " : []"));
  }
}
