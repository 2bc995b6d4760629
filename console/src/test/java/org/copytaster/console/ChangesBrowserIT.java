package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.EnrichedSamples.kill;
import static org.copytaster.parts.testing.EnrichedSamples.usable;
import static org.copytaster.parts.testing.EnrichedSamples.withheld;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Browser;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesBrowserIT {

  private static final String GUID = "https://news.example.org/quake?id=1";
  private static final String BETTER = "urn:news:better";

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
  void readerSeesWhatChangedBetweenTheNewestVersionsAndAnyTwo() {
    bench.store(quake(1, "9"), quake(2, "12"), corrective(quake(3, "15")));
    visit(GUID);
    assertThat(browser.text(".changes .result")).isEmpty();
    assertThat(browser.text(".badges")).contains("Corrective");

    browser.driver().findElement(By.cssSelector(".changes summary")).sendKeys(Keys.ENTER);

    await().until(() -> browser.text(".changes .result").contains("Figures"));
    assertThat(browser.text(".changes .said"))
        .isEqualTo("Changed: 1 figure, 3 fields, 1 sentence.");
    assertThat(texts(".changes del").contains("12")).isTrue();
    assertThat(texts(".changes del").contains("9")).isFalse();
    assertThat(texts(".changes ins").contains("15")).isTrue();
    assertThat(browser.text(".changes .result")).contains("12 → 15 dead", "headline");
    assertThat(browser.run(Contrast.FAINT_WORDS)).isEqualTo(List.of());
    browser.screenshot("changes-1280-light");
    browser.colours("dark");
    assertThat(browser.run(Contrast.FAINT_WORDS)).isEqualTo(List.of());
    browser.screenshot("changes-1280-dark");
    browser.size(390, 860);
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
    browser.screenshot("changes-390-dark");

    new Select(browser.find(".changes select").get(0)).selectByValue("1");
    await().until(() -> texts(".changes del").contains("9"));
    new Select(browser.find(".changes select").get(0)).selectByValue("3");
    await().until(() -> browser.text(".changes .said").equals("Choose two versions."));
    assertThat(browser.text(".changes .result")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatChangedStaysOpenOverANewVersionAndGoesWithTheTextOverAHold() {
    bench.store(quake(1, "9"), quake(2, "12"));
    visit(GUID);
    browser.driver().findElement(By.cssSelector(".changes summary")).click();
    await().until(() -> texts(".changes ins").contains("12"));

    bench.store(quake(3, "15"));
    await().atMost(StoreBench.PATIENCE).until(() -> texts(".changes ins").contains("15"));

    bench.store(withheld(GUID, 4));
    await()
        .atMost(StoreBench.PATIENCE)
        .until(() -> browser.text(".changes .result").contains("it is withheld"));
    assertThat(browser.text("#detail")).doesNotContain("dead", "15");
    browser.screenshot("changes-withheld");
  }

  @Test
  void killedArticleLeadsToWhatMayBeUsedInstead() {
    bench.store(quake(1, "9"));
    bench.store(with(kill(GUID, 2, "wrong town"), a -> a.setSubstitutedBy(link(BETTER))));
    visit(GUID);
    assertThat(browser.text(".note.instead"))
        .isEqualTo("Use instead: " + BETTER + ", not here yet");

    bench.store(
        with(usable(BETTER, 1, "Quake hits Abuja"), a -> a.setEvolvedFrom(link("urn:news:old"))));
    visit(GUID);
    await().until(() -> browser.text(".note.instead").equals("Use instead: Quake hits Abuja"));
    browser.screenshot("chain-killed");
    browser.driver().findElement(By.cssSelector(".note.instead a")).click();

    await().until(() -> browser.text("#detail h2").equals("Quake hits Abuja"));
    assertThat(browser.text("#detail aside"))
        .contains("Takes the place of", GUID + " (v2), killed", "Carries on", "urn:news:old");
    browser.screenshot("chain-substitute");
    assertThat(browser.complaints()).isEmpty();
  }

  private static EnrichedArticle quake(int version, String dead) {
    return usable(
        GUID,
        version,
        "Quake kills " + dead + " in Lagos",
        "A quake left " + dead + " dead in Lagos. Aid is expected on Monday.");
  }

  private static EnrichedArticle corrective(EnrichedArticle article) {
    return with(article, a -> a.setSignal(Signal.CORRECTION).setCorrective(true));
  }

  private static ArticleLink link(String guid) {
    return new ArticleLink(guid, null);
  }

  private static EnrichedArticle with(EnrichedArticle enriched, Consumer<Article.Builder> change) {
    var article = Article.newBuilder(enriched.getArticle());
    change.accept(article);
    return EnrichedArticle.newBuilder(enriched).setArticle(article.build()).build();
  }

  private void visit(String guid) {
    browser.size(1280, 860);
    browser.colours("light");
    browser.driver().get("about:blank");
    var address = URLEncoder.encode(guid, StandardCharsets.UTF_8);
    browser.driver().get(console.uri("/#" + address).toString());
    await().until(() -> browser.text("#follow").equals("live"));
    await().until(() -> !browser.find("#detail .head").isEmpty());
  }

  /** At one moment: the page may replace what is there at any time. */
  private List<?> texts(String selector) {
    return (List<?>)
        Objects.requireNonNull(
            browser
                .driver()
                .executeScript(
                    "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)",
                    selector));
  }
}
