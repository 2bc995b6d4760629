package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Browser;
import org.copytaster.parts.testing.Lanes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What an editor sees who has the page open while copy comes in. */
@ExtendWith(Lanes.class)
class PipelineBrowserIT {

  @TempDir private Path directory;

  @Test
  void aPushedArticleAppearsOnTheOpenPageWithItsTags(Lane lane) throws Exception {
    try (var browser = Browser.open();
        var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      browser.driver().get(pipeline.page());

      pipeline.push(
          """
          {"guid":"urn:test:page","versionCreated":"2026-11-20T09:00:00Z","language":"en",
           "headline":"Ferry sails again","body":"President Maria Lopez met Lopez in Berlin on Tuesday."}
          """);

      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> browser.driver().findElement(By.tagName("body")).getText(),
              text -> text.contains("Ferry sails again"));
      browser.driver().get(pipeline.page() + "#urn:test:page");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(browser.driver().findElements(By.cssSelector("mark")))
                      .extracting(mark -> mark.getText())
                      .contains("Maria Lopez", "Berlin", "Tuesday"));
      browser.screenshot("pipeline");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
