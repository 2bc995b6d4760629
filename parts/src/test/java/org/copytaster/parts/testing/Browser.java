package org.copytaster.parts.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real Chromium without a screen. Where there is none its tests are skipped, but not in CI. */
public final class Browser implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one with a profile of its own, and with more options if any. */
  public static Browser open(String... more) {
    var chromium = program("CHROME_BIN", "/usr/bin/chromium");
    var chromedriver = program("CHROMEDRIVER", "/usr/bin/chromedriver");
    var there = Files.isExecutable(chromium) && Files.isExecutable(chromedriver);
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(there, "no browser at " + chromium + " with its driver at " + chromedriver);
    }
    try {
      var profile =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "browser");
      var options = new ChromeOptions();
      options.setBinary(chromium.toFile());
      options.addArguments(
          List.of(
              "--headless=new",
              "--no-sandbox",
              "--disable-gpu",
              "--disable-dev-shm-usage",
              "--disable-background-networking",
              "--disable-component-update",
              "--disable-sync",
              "--no-first-run",
              "--lang=en-GB",
              "--user-data-dir=" + profile.toAbsolutePath()));
      options.addArguments(more);
      var service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(chromedriver.toFile())
              .usingAnyFreePort()
              .build();
      return new Browser(new ChromeDriver(service, options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ChromeDriver driver() {
    return driver;
  }

  /** What a script returns. */
  public @Nullable Object run(String script) {
    return driver.executeScript(script);
  }

  public List<WebElement> find(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The text of the first such element, nothing where there is none. */
  public String text(String selector) {
    return String.valueOf(
        driver.executeScript(
            "return document.querySelector(arguments[0])?.innerText ?? ''", selector));
  }

  public void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  public void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  public void screenshot(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that the page or the browser complained about. */
  public List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Path program(String variable, String fallback) {
    return Path.of(Optional.ofNullable(System.getenv(variable)).orElse(fallback));
  }
}
