package org.copytaster.standalone.up;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copytaster.parts.Ports;
import org.copytaster.runtime.Door;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.OpsServer;
import org.copytaster.runtime.Service;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where the registry of {@code up} is asked. The registry itself looks at no {@code Host}, so a
 * page could reach it by DNS rebinding; it listens where nobody finds it, and what comes through
 * here has passed the same guard as at every other door.
 */
final class RegistryDoor implements Service {

  private final int port;
  private final URI registry;
  private @Nullable Metrics metrics;
  private @Nullable OpsServer server;

  /**
   * A door that is not open yet.
   *
   * @param registry where it is behind it
   */
  RegistryDoor(int port, URI registry) {
    this.port = port;
    this.registry = registry;
  }

  /**
   * A free port of one of the 16 million addresses of loopback; where a machine has only the first
   * of them, a free port of that.
   */
  static InetSocketAddress hidden() {
    var bytes = new byte[3];
    new SecureRandom().nextBytes(bytes);
    try {
      var address = InetAddress.getByAddress(new byte[] {127, bytes[0], bytes[1], bytes[2]});
      try (var socket = new ServerSocket(0, 1, address)) {
        return new InetSocketAddress(address, socket.getLocalPort());
      }
    } catch (IOException e) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    }
  }

  @Override
  public String name() {
    return "registry-door";
  }

  /** What serializers take as {@code schema.registry.url}. */
  String url() {
    return "http://127.0.0.1:" + port + registry.getPath();
  }

  @Override
  public void start() {
    var own = new Metrics("registry");
    metrics = own;
    var door = new Door("127.0.0.1", port, Set.of(), Set.of(), Optional.empty());
    server = OpsServer.start(door, this, own, List.of(new ProxyHandler.Reverse(this::behind)));
  }

  private HttpURI behind(Request request) {
    return HttpURI.build(request.getHttpURI())
        .scheme("http")
        .authority(registry.getHost(), registry.getPort());
  }

  @Override
  public boolean ready() {
    return server != null;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
      server = null;
    }
    if (metrics != null) {
      metrics.close();
      metrics = null;
    }
  }
}
