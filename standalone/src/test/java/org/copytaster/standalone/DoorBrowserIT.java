package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Browser;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a web page on another origin can do to a pipeline on the same machine: nothing. */
@ExtendWith(Lanes.class)
class DoorBrowserIT {

  /** Asks for what its first argument says; tells the status, or how the browser put it. */
  private static final String ASK =
      """
      const [url, options, form, blob, done] = arguments;
      if (form) { options.body = new FormData(); options.body.append("a", "b"); }
      if (blob) { options.body = new Blob([options.body]); }
      fetch(url, options)
        .then(async answer => done(answer.type + " " + answer.status + " " + await answer.text()))
        .catch(problem => done("failed " + problem));
      """;

  private static final String GUID = "urn:door:victim";

  @TempDir private Path directory;

  @Test
  void aPageOnAnotherOriginNeitherKillsNorPlantsNorReads(Lane lane) throws Exception {
    var elsewhere = serve("<!doctype html><title>cats</title>");
    try (var browser = Browser.open();
        var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      pipeline.push(Pipeline.article(GUID, 1, "President Maria Lopez met Lopez in Berlin."));
      pipeline.stored(GUID, 1);
      var driver = browser.driver();
      driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
      driver.get("http://localhost:" + elsewhere.getAddress().getPort() + "/");
      var ingest = "http://127.0.0.1:" + pipeline.port("ingest");
      var console = "http://127.0.0.1:" + pipeline.port("console");

      ask(
          driver,
          ingest + "/v1/articles?guid=" + GUID + "&version=4&pubStatus=CANCELED",
          text("k"));
      ask(
          driver,
          ingest + "/v1/articles",
          Map.of("method", "POST", "mode", "no-cors", "body", Pipeline.article(GUID + "2", 1, "b")),
          false,
          true);
      ask(
          driver,
          ingest + "/v1/articles",
          Map.of("method", "POST", "mode", "no-cors"),
          true,
          false);
      ask(
          driver,
          ingest + "/v1/articles:batch",
          text(Pipeline.article("urn:door:batch", 1, "b") + "\n"));
      var read = ask(driver, console + "/v1/articles", Map.of());
      var preflighted =
          ask(
              driver,
              ingest + "/v1/articles",
              Map.of(
                  "method",
                  "POST",
                  "headers",
                  Map.of("Content-Type", "application/json"),
                  "body",
                  Pipeline.article("urn:door:json", 1, "b")));
      var registry = String.valueOf(lane.kafka().registry().get("schema.registry.url"));
      var schemas = ask(driver, registry + "/subjects", Map.of());
      var config =
          ask(
              driver,
              registry + "/config",
              Map.of(
                  "method",
                  "PUT",
                  "headers",
                  Map.of("Content-Type", "application/json"),
                  "body",
                  "{\"compatibility\":\"NONE\"}"));
      ask(
          driver,
          registry + "/subjects/evil-value/versions",
          text("{\"schema\":\"\\\"string\\\"\"}"));

      assertThat(List.of(read, preflighted, schemas, config))
          .allSatisfy(told -> assertThat(told).startsWith("failed"));
      assertThat(pipeline.metrics("ingest"))
          .containsPattern("copytaster_door_refused_total\\{reason=\"origin\",.*} 5\\.0");
      assertThat(pipeline.records(pipeline.topics().articles(), 1)).hasSize(1);
      assertThat(pipeline.find(GUID).path("version").asInt()).isEqualTo(1);
      assertThat(Requests.send(Requests.get(registry + "/subjects")).body()).doesNotContain("evil");
    } finally {
      elsewhere.stop(0);
    }
  }

  /** Chromium is told that the name means this machine, as an attacker's DNS would tell it. */
  @Test
  void aNameThatWasReboundToThisMachineReadsNothing(Lane lane) throws Exception {
    try (var browser = Browser.open("--host-resolver-rules=MAP evil.example 127.0.0.1");
        var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      int port = pipeline.port("console");
      var driver = browser.driver();
      driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));

      // the page that answers here forbids all that the attacker's own would do
      driver.executeCdpCommand("Page.setBypassCSP", Map.of("enabled", true));
      driver.get("http://evil.example:" + port + "/");

      assertThat(driver.getPageSource()).contains("COPYTASTER_HOSTS");
      assertThat(ask(driver, "/v1/articles", Map.of())).startsWith("basic 421");
      assertThat(ask(driver, "/metrics", Map.of())).startsWith("basic 421");
    }
  }

  @Test
  void aLinkElsewhereStillOpensThePageButNoData(Lane lane) throws Exception {
    try (var browser = Browser.open();
        var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      var page = URI.create(pipeline.page());
      var elsewhere =
          serve(
              "<!doctype html><title>mail</title><a id=page href='%s'>page</a><a id=data href='%s'>data</a>"
                  .formatted(page, page.resolve("/v1/articles")));
      try {
        var mail = "http://localhost:" + elsewhere.getAddress().getPort() + "/";
        var driver = browser.driver();
        driver.get(mail);
        driver.findElement(org.openqa.selenium.By.id("page")).click();
        assertThat(driver.getCurrentUrl()).isEqualTo(page.toString());
        assertThat(driver.getTitle()).containsIgnoringCase("copytaster");
        driver.get(mail);
        driver.findElement(org.openqa.selenium.By.id("data")).click();
        assertThat(driver.getPageSource()).contains("COPYTASTER_ORIGINS");
      } finally {
        elsewhere.stop(0);
      }
    }
  }

  private static Map<String, Object> text(String body) {
    return Map.of(
        "method",
        "POST",
        "mode",
        "no-cors",
        "headers",
        Map.of("Content-Type", "text/plain"),
        "body",
        body);
  }

  private static String ask(ChromeDriver driver, String url, Map<String, ?> options) {
    return ask(driver, url, options, false, false);
  }

  private static String ask(
      ChromeDriver driver, String url, Map<String, ?> options, boolean form, boolean blob) {
    return String.valueOf(driver.executeAsyncScript(ASK, url, options, form, blob));
  }

  private static HttpServer serve(String page) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var bytes = page.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, bytes.length);
          try (var out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    return server;
  }
}
