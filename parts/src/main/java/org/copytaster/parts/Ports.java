package org.copytaster.parts;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on loopback. */
public final class Ports {

  private static final int TRIES = 200;
  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;

  /**
   * A datagram socket for each port that was handed out, with the same number: nobody else who asks
   * here gets that port, in this process or in another one, for as long as this process lives.
   */
  private static final Set<DatagramSocket> PROMISED = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /**
   * A port that is free now and promised to nobody else, below those that systems hand out to
   * outgoing connections (IANA's begin at 49152, Linux's at 32768): one of these could be taken
   * again before somebody listens there.
   */
  public static int free() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port) && promised(port)) {
        return port;
      }
    }
    throw new IllegalStateException("there is no free port on loopback");
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static boolean promised(int port) {
    try {
      return PROMISED.add(new DatagramSocket(port, InetAddress.getLoopbackAddress()));
    } catch (SocketException promisedBefore) {
      return false;
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
