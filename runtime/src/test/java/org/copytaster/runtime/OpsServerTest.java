package org.copytaster.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every server says at its door, whoever asks. */
class OpsServerTest {

  private static final String LISTED = "https://desk.example";

  private final Metrics metrics = new Metrics("test");
  private OpsServer server = open();

  @BeforeEach
  void isListening() {
    assertThat(server.port()).isPositive();
  }

  @AfterEach
  void stop() {
    server.close();
    metrics.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /metrics HTTP/1.1\r\nHost: localhost",
        "GET /health/live HTTP/1.1\r\nHost: localhost",
        "GET /health/ready HTTP/1.1\r\nHost: localhost",
        "GET /nothing HTTP/1.1\r\nHost: localhost",
        "GET /fails HTTP/1.1\r\nHost: localhost",
        "GET /metrics HTTP/1.1\r\nHost: evil.example",
        "GET /metrics HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example",
        "GET /metrics HTTP/1.1",
        "GET /metrics HTTP/1.1\r\nHost: localhost\r\nHost: localhost",
        "GET /a%2Gb HTTP/1.1\r\nHost: localhost",
        "NONSENSE",
        "GET /metrics HTTP/9.9\r\nHost: localhost"
      })
  void everyAnswerHasTheHeadersThatKeepBrowsersSafe(String request) throws IOException {
    assertThat(answer(request).toLowerCase(Locale.ROOT))
        .startsWith("http/1.1 ")
        .contains("x-content-type-options: nosniff\r\n")
        .contains("content-security-policy: default-src 'none'")
        .contains("frame-ancestors 'none'")
        .contains("referrer-policy: no-referrer\r\n")
        .contains("cache-control: no-store\r\n")
        .contains("cross-origin-resource-policy: same-origin\r\n")
        .contains("cross-origin-opener-policy: same-origin\r\n")
        .doesNotContain("server:");
  }

  @Test
  void foreignHostIsMisdirected() throws IOException {
    assertThat(answer("GET /metrics HTTP/1.1\r\nHost: evil.example"))
        .startsWith("HTTP/1.1 421")
        .contains("COPYTASTER_HOSTS")
        .doesNotContain("evil.example");
    assertThat(refused("host")).isEqualTo(1);
  }

  @Test
  void hostThatAProxySaysWasMeantIsNotBelieved() throws IOException {
    assertThat(
            answer(
                "GET /metrics HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost"
                    + "\r\nForwarded: host=localhost"))
        .startsWith("HTTP/1.1 421");
    assertThat(answer("GET http://evil.example/metrics HTTP/1.1\r\nHost: evil.example"))
        .startsWith("HTTP/1.1 421");
    assertThat(answer("GET http://evil.example/metrics HTTP/1.1\r\nHost: localhost"))
        .startsWith("HTTP/1.1 4");
  }

  @Test
  void missingHostIsMisdirected() throws IOException {
    assertThat(answer("GET /metrics HTTP/1.0")).startsWith("HTTP/1.1 421");
  }

  @Test
  void foreignOriginIsRefusedAndItsPreflightToo() throws IOException {
    var foreign = "Host: localhost\r\nOrigin: http://evil.example";

    assertThat(answer("GET /metrics HTTP/1.1\r\n" + foreign))
        .startsWith("HTTP/1.1 403")
        .doesNotContain("Access-Control");
    assertThat(
            answer(
                "OPTIONS /metrics HTTP/1.1\r\n"
                    + foreign
                    + "\r\nAccess-Control-Request-Method: PUT"))
        .startsWith("HTTP/1.1 403")
        .doesNotContain("Access-Control");
    assertThat(refused("origin")).isEqualTo(2);
    assertThat(refused("host")).isZero();
  }

  @Test
  void listedOriginIsAnsweredSoThatItsPageMayRead() throws IOException {
    var listed = "Host: localhost\r\nOrigin: " + LISTED + "\r\nSec-Fetch-Site: cross-site";

    assertThat(answer("GET /metrics HTTP/1.1\r\n" + listed))
        .startsWith("HTTP/1.1 200")
        .contains("Access-Control-Allow-Origin: " + LISTED + "\r\n")
        .contains("Vary: Origin\r\n");
    assertThat(
            answer(
                "OPTIONS /v1/articles HTTP/1.1\r\n"
                    + listed
                    + "\r\nAccess-Control-Request-Method: POST"))
        .startsWith("HTTP/1.1 204")
        .contains("Access-Control-Allow-Origin: " + LISTED + "\r\n")
        .contains("Access-Control-Allow-Methods: GET, HEAD, POST\r\n")
        .contains("Content-Type");
  }

  @Test
  void whatFailsWithinSaysNothingOfHow() throws IOException {
    assertThat(answer("GET /fails HTTP/1.1\r\nHost: localhost"))
        .startsWith("HTTP/1.1 500")
        .doesNotContain("secret", "Exception", "at org.");
  }

  private double refused(String reason) {
    return metrics
        .registry()
        .get("copytaster.door.refused")
        .tag("reason", reason)
        .counter()
        .count();
  }

  private String answer(String head) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      var request = head + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private OpsServer open() {
    var door = new Door("127.0.0.1", 0, Set.of(), Set.of(LISTED), Optional.empty());
    return OpsServer.start(door, new Idle(), metrics, List.of(new Failing()));
  }

  /** A route with a bug. */
  private static final class Failing extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (Request.getPathInContext(request).equals("/fails")) {
        throw new IllegalStateException("a secret of " + Map.of());
      }
      return false;
    }
  }

  /** A service that has nothing to do. */
  private static final class Idle implements Service {
    @Override
    public String name() {
      return "idle";
    }

    @Override
    public void start() {}

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public void close() {}
  }
}
