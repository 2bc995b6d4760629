package org.copytaster.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on loopback. */
public final class Ports {

  private Ports() {}

  /** A port that is free now. */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("there is no free port on loopback", e);
    }
  }

  /**
   * Checks that {@code port} can be had.
   *
   * @param use what it is for, as the user knows it, with the option that changes it
   * @throws IllegalStateException with one sentence if it is in use
   */
  public static void require(int port, String use) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
    } catch (IOException e) {
      throw new IllegalStateException(
          "port " + port + " is in use, but " + use + " is to listen there", e);
    }
  }
}
