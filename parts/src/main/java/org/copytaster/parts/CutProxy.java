package org.copytaster.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A piece of network on loopback that can be cut: while it is, nothing passes in either direction
 * and nobody is told, as with a cable pulled out.
 */
public final class CutProxy implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /**
   * Listens on a free port and passes everything on to {@code target}, on loopback.
   *
   * @throws IOException if it cannot listen
   */
  public CutProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** Cuts it, until it is mended; cutting it again changes nothing. */
  public void cut() {
    cut = true;
  }

  /** Mends it; connections that stood while it was cut are broken, as they are in the end. */
  public void mend() {
    open.forEach(CutProxy::close);
    cut = false;
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(CutProxy::close);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        var to = new Socket();
        to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
        open.add(client);
        open.add(to);
        daemon(() -> pass(client, to));
        daemon(() -> pass(to, client));
      } catch (IOException e) {
        // The target is away, or this is closed: the client sees its connection end.
      }
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[16 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        while (cut && !to.isClosed()) {
          Thread.sleep(20); // what a cut line is: nothing passes, and nobody is told
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One end is gone, and so is the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "cut-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
