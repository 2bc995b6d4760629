package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.console.RecallSamples.acknowledged;
import static org.copytaster.console.RecallSamples.file;
import static org.copytaster.console.RecallSamples.issued;
import static org.copytaster.parts.testing.EnrichedSamples.kill;
import static org.copytaster.parts.testing.EnrichedSamples.usable;
import static org.copytaster.parts.testing.EnrichedSamples.withheld;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Browser;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.RecallKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of recalls. */
@ExtendWith(Lanes.class)
class RecallBrowserIT {

  private static final String HELD = "urn:test:held";
  private static final String SCRIPT = "<script>document.title='owned'</script>";

  @TempDir private Path directory;

  @Test
  void thePanelAndTheArticleSayWhoHasActedAndWhoIsLate(Lane lane) throws Exception {
    file(
        directory,
        "paper.yaml",
        "name: evening-paper",
        "contact: night desk " + SCRIPT,
        "must-acknowledge-within: 5m");
    file(directory, "radio.yaml", "name: radio", "must-acknowledge-within: 5m");
    var tenAgo = Instant.now().minusSeconds(600);
    try (var browser = Browser.open();
        var bench = new StoreBench(lane);
        var console =
            new ConsoleBench(lane, "COPYTASTER_CONSOLE_SUBSCRIBERS", directory.toString())) {
      bench.store(
          usable(RecallSamples.GUID, 1, "Minister resigns"),
          kill(RecallSamples.GUID, 3, "Wrong person named."),
          usable(HELD, 1, "Ferry sails"),
          withheld(HELD, 2));
      bench.store(
          issued(RecallSamples.kill("one", tenAgo)),
          acknowledged("one", "radio", tenAgo.plusSeconds(72), "off air"),
          issued(
              Recall.newBuilder(RecallSamples.kill("two", tenAgo.plusSeconds(500)))
                  .setKind(RecallKind.HOLD)
                  .setGuid(HELD)
                  .setReason(null)
                  .build()));

      browser.driver().get(console.uri("/").toString());
      await()
          .atMost(StoreBench.PATIENCE)
          .until(() -> browser.text("#recalls summary").contains("late: evening-paper"));
      browser.driver().findElement(org.openqa.selenium.By.cssSelector("#recalls summary")).click();
      await().until(() -> browser.text("#recalls").contains("acted after 72 s"));
      browser.screenshot("recalls-panel-1280");
      browser.driver().findElement(org.openqa.selenium.By.cssSelector("#recalls summary")).click();
      browser
          .driver()
          .get(
              console
                  .uri("/#" + URLEncoder.encode(RecallSamples.GUID, StandardCharsets.UTF_8))
                  .toString());
      await()
          .atMost(StoreBench.PATIENCE)
          .until(() -> browser.text("#detail .recalled").contains("waiting for 10 min: late"));

      assertThat(browser.text("#detail .recalled"))
          .contains("Wrong person named.")
          .contains("call night desk " + SCRIPT)
          .contains("2 versions were out since");
      browser.screenshot("recalls-killed-1280");
      browser.size(390, 860);
      browser.screenshot("recalls-killed-390");
      assertThat(browser.driver().executeScript("return document.documentElement.scrollWidth"))
          .isEqualTo(390L);
      assertThat(browser.driver().getTitle()).doesNotContain("owned");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
