package org.copytaster.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer has a time bound, however slowly its reader takes it. */
class GuardHandlerTest {

  private static final int BYTES = 32 * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Metrics metrics = new Metrics("test");
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    var guard = new Guard(new Door("127.0.0.1", 0, Set.of(), Set.of(), Optional.empty()));
    server.setHandler(new GuardHandler(new Large(), guard, LONGEST, metrics));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    metrics.close();
  }

  @Test
  void whoTakesAnAnswerByteByByteIsLeftAfterAWhile() throws Exception {
    try (var socket = asked(4 * 1024)) {
      long read = 0;
      long begin = System.nanoTime();
      var in = socket.getInputStream();
      while (reads(in)) {
        read++;
        TimeUnit.MILLISECONDS.sleep(50); // this is the slow client, and no waiting for anything
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        if (System.nanoTime() - begin > LONGEST.plusSeconds(1).toNanos()) {
          read += in.skip(BYTES); // what lies in the buffers of both ends is still to be had
        }
      }

      assertThat(read).isLessThan(BYTES);
    }
  }

  @Test
  void whoTakesItAtOnceGetsAllOfIt() throws Exception {
    try (var socket = asked(1024 * 1024)) {
      assertThat(socket.getInputStream().readAllBytes().length).isGreaterThan(BYTES);
    }
  }

  private Socket asked(int buffer) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(buffer);
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
    var request = "GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    return socket;
  }

  private static boolean reads(InputStream in) throws IOException {
    try {
      return in.read() >= 0;
    } catch (SocketException e) {
      return false; // reset: it was left, too
    }
  }

  /** Answers with a lot. */
  private static final class Large extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.setStatus(200);
      Map.of("Content-Type", "text/plain").forEach(response.getHeaders()::put);
      response.write(true, ByteBuffer.allocate(BYTES), callback);
      return true;
    }
  }
}
