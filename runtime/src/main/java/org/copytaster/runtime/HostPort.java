package org.copytaster.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host with or without a port, as {@code Host} and {@code WebOrigin} write it (RFC 3986, section
 * 3.2). Two that mean the same are equal: case, a dot at the end and the ways to write an IPv6
 * address do not count. No name is looked up.
 *
 * @param host a name in small letters, or an address as numbers
 * @param port -1 if none is written
 */
record HostPort(String host, int port) {

  private static final Pattern SYNTAX =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}\\]|[A-Za-z0-9._-]{1,254})(?::(\\d{1,5})?)?");

  /** No zeros in front: what some read as octal, others do not. */
  private static final Pattern IPV4 =
      Pattern.compile(
          "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(\\.(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])){3}");

  /** Reads one; nothing if it is written wrongly. */
  static Optional<HostPort> parse(String text) {
    var matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var port = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
    return host(matcher.group(1))
        .filter(host -> port <= 65_535)
        .map(host -> new HostPort(host, port));
  }

  /** Reads a host alone, as settings write it: an IPv6 address stands without brackets. */
  static Optional<HostPort> bare(String text) {
    boolean address = text.indexOf(':') >= 0 && !text.startsWith("[");
    return parse(address ? "[" + text + "]" : text).filter(read -> read.port() < 0);
  }

  /** The same with {@code port} where none is written. */
  HostPort orPort(int other) {
    return port < 0 ? new HostPort(host, other) : this;
  }

  /** Whether the host is an address, which nobody can give another meaning by DNS. */
  boolean numeric() {
    return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
  }

  /** Whether the host is this machine wherever it is said (RFC 6761, section 6.3). */
  boolean loopback() {
    return numeric()
        ? host.equals("0:0:0:0:0:0:0:1") || host.startsWith("127.")
        : host.equals("localhost") || host.endsWith(".localhost");
  }

  private static Optional<String> host(String written) {
    if (!written.startsWith("[")) {
      var name = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
      return name.isEmpty() || name.startsWith(".") || name.contains("..")
          ? Optional.empty()
          : Optional.of(name.toLowerCase(Locale.ROOT));
    }
    try {
      // in brackets nothing but an address is taken, and nothing looked up
      return Optional.of(InetAddress.getByName(written).getHostAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
