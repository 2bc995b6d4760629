package org.copytaster.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line between a browser and a service that can be cut, and on which single requests get stuck.
 */
final class CutLine implements AutoCloseable {

  private final ServerSocket door;
  private final int to;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private volatile boolean frozen;

  /**
   * @param to port of the service
   */
  CutLine(int to) {
    try {
      this.to = to;
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  String uri(String path) {
    return "http://127.0.0.1:" + door.getLocalPort() + path;
  }

  /** Ends all connections, and new ones at once. */
  void cut() {
    cut = true;
    open.forEach(CutLine::end);
  }

  /** Connections stay, but no byte of the service comes through. */
  void freeze() {
    frozen = true;
  }

  synchronized void mend() {
    cut = false;
    frozen = false;
    held.clear();
    refused.clear();
    notifyAll();
  }

  /** Requests that hold this text wait until the line is mended. */
  void holdBack(String text) {
    held.add(text);
  }

  /** A request that holds this text ends its connection. */
  void refuse(String text) {
    refused.add(text);
  }

  @Override
  public void close() {
    cut();
    mend();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var browser = door.accept();
        if (cut) {
          end(browser);
          continue;
        }
        var service = new Socket(InetAddress.getLoopbackAddress(), to);
        open.addAll(Arrays.asList(browser, service));
        start(() -> carry(browser, service, true));
        start(() -> carry(service, browser, false));
      } catch (IOException e) {
        // the door was closed, or the service is away
      }
    }
  }

  private void carry(Socket from, Socket into, boolean requests) {
    var bytes = new byte[64 * 1024];
    try {
      for (int n = from.getInputStream().read(bytes);
          n >= 0;
          n = from.getInputStream().read(bytes)) {
        var text = requests ? new String(bytes, 0, n, ISO_8859_1) : "";
        if (refused.stream().anyMatch(text::contains)) {
          break;
        }
        await(text, requests);
        into.getOutputStream().write(bytes, 0, n);
      }
    } catch (IOException | InterruptedException e) {
      // one of the two has gone away
    }
    end(from);
    end(into);
  }

  private synchronized void await(String text, boolean requests) throws InterruptedException {
    while (held.stream().anyMatch(text::contains) || (frozen && !requests)) {
      wait();
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed then
    }
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "cut-line");
    thread.setDaemon(true);
    thread.start();
  }
}
