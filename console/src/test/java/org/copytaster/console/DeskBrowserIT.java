package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Browser;
import org.copytaster.parts.testing.EnrichedSamples;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What those on call see and do on the page. */
@ExtendWith(Lanes.class)
class DeskBrowserIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;

  @Test
  void aStoryIsFoundAndALetterIsReadParkedAndPutBack(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory);
        var store = new StoreBench(lane);
        var browser = Browser.open()) {
      store.store(EnrichedSamples.usable("urn:desk:1", 1, "Headline"));
      bench.letter("urn:desk:1", "<img src=x onerror=alert(1)>\nand more", "<b>it failed</b>");
      bench.list("", 1);
      browser.size(1280, 900);
      browser.driver().get(bench.held.base() + "/");
      browser.driver().findElement(By.id("desk-open")).click();
      browser.driver().findElement(By.id("desk-guid")).sendKeys("urn:desk:1\n");
      await().atMost(PATIENCE).until(() -> browser.text("#desk-hops").contains("stored and shown"));
      assertThat(browser.text("#desk-hops")).contains("Not shown: dead letters", "tagged");

      browser.driver().findElement(By.id("desk-key")).sendKeys("not a key\n");
      await().atMost(PATIENCE).until(() -> browser.text("#desk-told").contains("key is needed"));
      browser.driver().findElement(By.id("desk-key")).sendKeys(bench.reader.reveal() + "\n");
      await().atMost(PATIENCE).until(() -> browser.find("#desk-list .letters tr").size() == 2);
      assertThat(browser.text("#desk-list")).contains("urn:desk:1", "<b>it failed</b>", "open");
      click(browser, "Show");
      await().atMost(PATIENCE).until(() -> !browser.find("#desk-letter pre.hex").isEmpty());
      assertThat(browser.text("#desk-letter")).contains("<img src=x onerror=alert(1)>", "3c 69 6d");
      assertThat(browser.find("#desk-letter img")).isEmpty();
      browser.driver().findElement(By.id("desk-guid")).sendKeys("\n");
      await().atMost(PATIENCE).until(() -> browser.text("#desk-hops").contains("dead letter"));
      browser.screenshot("desk-1280-light");
      browser.colours("dark");
      browser.screenshot("desk-1280-dark");

      browser.driver().findElement(By.id("desk-reason")).sendKeys("ticket 7");
      click(browser, "Park");
      await().atMost(PATIENCE).until(() -> browser.text("#desk-told").contains("it is parked"));
      await().atMost(PATIENCE).until(() -> browser.text("#desk-list").contains("none of these"));
      browser.driver().findElement(By.cssSelector("#desk-state [value=parked]")).click();
      await()
          .atMost(PATIENCE)
          .until(() -> browser.text("#desk-list").contains("parked by reader: ticket 7"));
      click(browser, "Replay");
      await().atMost(PATIENCE).until(() -> browser.text("#desk-told").contains("put back"));

      assertThat(Reading.bytes(lane.kafka(), lane.topics().articles(), 1)).hasSize(1);
      browser.driver().findElement(By.id("desk-out")).click();
      assertThat(browser.find("#desk-list tr, #desk-letter pre")).isEmpty();
    }
  }

  private static void click(Browser browser, String name) {
    browser.find("#desk-list .letters button").stream()
        .filter(button -> button.getText().equals(name))
        .findFirst()
        .orElseThrow()
        .click();
  }
}
