package org.copytaster.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server listens, and what browsers may do there.
 *
 * @param host address to bind to
 * @param port 0 takes a free one, see {@link OpsServer#port}
 * @param names hosts that a request may name besides those that mean this machine anyway
 * @param origins origins whose pages may do what a tool may
 * @param tls how connections are secured; plain HTTP if empty
 */
public record Door(
    String host, int port, Set<String> names, Set<String> origins, Optional<Tls> tls) {

  private static final String HOSTS = Settings.PREFIX + "HOSTS";
  private static final String ORIGINS = Settings.PREFIX + "ORIGINS";

  public Door {
    names = Set.copyOf(names);
    origins = Set.copyOf(origins);
  }

  /**
   * Reads where a service listens, plain, and the settings that all servers share.
   *
   * @param name of the setting of the port
   */
  public static Door read(Settings settings, String name, int port, String meaning) {
    return new Door(
        settings.text(
            Settings.PREFIX + "BIND_ADDRESS", "127.0.0.1", "address that servers listen on"),
        settings.port(name, port, meaning),
        names(settings),
        origins(settings),
        Optional.empty());
  }

  /** The same with TLS. */
  public Door with(Optional<Tls> security) {
    return new Door(host, port, names, origins, security);
  }

  /** Whether nobody but this machine can come here. */
  public boolean loopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Set<String> names(Settings settings) {
    var names = new HashSet<String>();
    var written =
        settings.text(
            HOSTS,
            "",
            "host names that requests may name, by commas; this machine's own are understood");
    for (var name : listed(written)) {
      HostPort.bare(name)
          .ifPresentOrElse(
              read -> names.add(read.host()),
              () ->
                  settings.problem(
                      HOSTS,
                      "must be names such as news.example, by commas, without scheme or port"));
    }
    return names;
  }

  private static Set<String> origins(Settings settings) {
    var origins = new HashSet<String>();
    var written =
        settings.text(
            ORIGINS,
            "",
            "origins whose pages may read and push, by commas, such as https://desk.example");
    for (var origin : listed(written)) {
      if (WebOrigin.parse(origin).isPresent()) {
        origins.add(origin);
      } else {
        settings.problem(ORIGINS, "must be origins such as https://desk.example, by commas");
      }
    }
    return origins;
  }

  private static List<String> listed(String written) {
    return List.of(written.split(",")).stream()
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }
}
