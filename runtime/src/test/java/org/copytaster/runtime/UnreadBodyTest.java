package org.copytaster.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is answered before the whole body has come is told that the connection ends. */
class UnreadBodyTest {

  private static final String POST = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n";
  private static final String CLOSE = "connection: close";

  private final Metrics metrics = new Metrics("test");
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    var guard = new Guard(new Door("127.0.0.1", 0, Set.of(), Set.of(), Optional.empty()));
    server.setHandler(new GuardHandler(new Refusing(), guard, Duration.ofSeconds(20), metrics));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    metrics.close();
  }

  @Test
  void anAnswerBeforeTheBodySaysThatTheConnectionEnds() throws Exception {
    try (var socket = open()) {
      assertThat(ask(socket, POST + "\r\n")).startsWith("http/1.1 401").contains(CLOSE);
      assertThat(socket.getInputStream().read()).isNegative();
    }
  }

  @Test
  void theSameHoldsForHalfABodyAndForOneInChunks() throws Exception {
    try (var half = open();
        var chunks = open()) {
      assertThat(ask(half, POST + "\r\n{")).contains(CLOSE);
      assertThat(
              ask(
                  chunks,
                  "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"))
          .contains(CLOSE);
    }
  }

  @Test
  void theGuardSaysItToo() throws Exception {
    try (var socket = open()) {
      assertThat(ask(socket, POST.replace("localhost", "elsewhere.example") + "\r\n"))
          .startsWith("http/1.1 421")
          .contains(CLOSE);
    }
  }

  @Test
  void whoSentAllOfItAsksAgainOnTheSameConnection() throws Exception {
    try (var socket = open()) {
      for (int time = 0; time < 3; time++) {
        assertThat(ask(socket, POST + "\r\n{}")).startsWith("http/1.1 401").doesNotContain(CLOSE);
      }
      assertThat(ask(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).doesNotContain(CLOSE);
    }
  }

  @Test
  void whoAsksWhetherToSendItIsNotToldTo() throws Exception {
    try (var socket = open()) {
      assertThat(ask(socket, POST + "Expect: 100-continue\r\n\r\n"))
          .startsWith("http/1.1 401")
          .contains(CLOSE);
    }
  }

  private Socket open() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** The head of the answer in small letters, after its body has been read as well. */
  private static String ask(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    var head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = socket.getInputStream().read();
      assertThat(next).as("the connection ended in: %s", head).isNotNegative();
      head.write(next);
    }
    var lower = head.toString(ISO_8859_1).toLowerCase(Locale.ROOT);
    int length = Integer.parseInt(lower.replaceAll("(?s).*content-length: (\\d+).*", "$1"));
    socket.getInputStream().readNBytes(length);
    return lower;
  }

  /** Refuses without a look at the body, as one who has seen a wrong key does. */
  private static final class Refusing extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Answers.problem(response, callback, 401, "No.");
      return true;
    }
  }
}
