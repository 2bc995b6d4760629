package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Browser;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.HeldCause;
import org.copytaster.schemas.record.HeldState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What an editor sees and does on the page. */
@ExtendWith(Lanes.class)
class HeldBrowserIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path directory;

  @Test
  void anEditorSignsInSeesWhatIsHeldAndReleasesIt(Lane lane) throws Exception {
    try (var bench = new HeldBench(lane, directory);
        var browser = Browser.open()) {
      bench.hold("urn:held:1", HeldBench.state("urn:held:1", 5));
      bench.hold(
          "urn:held:2",
          new HeldState(
              "urn:held:2", 3, "<b>pa</b>", 2, HeldBench.NOON, null, HeldCause.HOLD_BY, "desk"));
      await()
          .atMost(PATIENCE)
          .until(() -> bench.get("/v1/held", bench.desk).body().contains("held:2"));
      browser.size(1280, 800);
      browser.driver().get(bench.base() + "/");
      browser.driver().findElement(By.id("held-open")).click();
      browser.driver().findElement(By.id("held-key")).sendKeys("not a key\n");
      await().atMost(PATIENCE).until(() -> browser.text("#held-told").contains("key is needed"));
      browser.driver().findElement(By.id("held-key")).sendKeys(bench.desk.reveal() + "\n");
      await().atMost(PATIENCE).until(() -> browser.find("#held-body tr").size() == 3);

      assertThat(browser.text("#held-body"))
          .contains("urn:held:1 version 1", "<b>pa</b>", "held by desk", "Release", "Extend");
      browser.screenshot("held-1280-light");
      browser.find("[data-guid='urn:held:1'] button").get(0).click();
      browser.find("[data-guid='urn:held:1'] .until").get(0).click();
      var act = bench.acts(1).get(0);
      bench.decide(act, ActOutcome.APPLIED);
      bench.hold("urn:held:1", null);
      await().atMost(PATIENCE).until(() -> browser.find("#held-body tr").size() == 2);

      assertThat(act)
          .returns(ActKind.RELEASE, each -> each.getKind())
          .returns("urn:held:1", each -> each.getGuid())
          .returns(1, each -> each.getVersion());
      assertThat(browser.text("#held-told")).startsWith("urn:held:1: ");
      browser.colours("dark");
      browser.screenshot("held-1280-dark");
      browser.driver().findElement(By.id("held-out")).click();
      assertThat(browser.find("#held-body tr")).isEmpty();
    }
  }

  @Test
  void whoMayOnlySeeHasNoButtons(Lane lane) throws Exception {
    try (var bench = new HeldBench(lane, directory);
        var browser = Browser.open()) {
      bench.hold("urn:held:1", HeldBench.state("urn:held:1", 5));
      await()
          .atMost(PATIENCE)
          .until(() -> bench.get("/v1/held", bench.desk).body().contains("held:1"));
      browser.driver().get(bench.base() + "/");
      browser.driver().findElement(By.id("held-open")).click();
      browser.driver().findElement(By.id("held-key")).sendKeys(bench.guest.reveal() + "\n");
      await().atMost(PATIENCE).until(() -> browser.find("#held-body tr").size() == 2);

      assertThat(browser.find("#held-body button")).isEmpty();
    }
  }
}
