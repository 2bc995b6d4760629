package org.copytaster.runtime.outgoing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.InetAddressSet;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Finds addresses that anybody on the Internet could reach. What is found is what is connected to,
 * so that a name cannot mean another host at the second look.
 */
public final class PublicAddresses implements SocketAddressResolver {

  /** The blocks of IANA's special-purpose registry (RFC 6890), multicast and what is reserved. */
  private static final List<String> NOT_PUBLIC =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20");

  /** All of IPv6 that is given out at all (RFC 4291, section 2.4). */
  private static final String GLOBAL_UNICAST = "2000::/3";

  private final InetAddressSet notPublic = new InetAddressSet();
  private final InetAddressSet globalUnicast = new InetAddressSet();
  private final SocketAddressResolver resolver;

  /** The public ones among what this machine's resolver finds. */
  public PublicAddresses() {
    this(new SocketAddressResolver.Sync());
  }

  /** The public ones among what {@code resolver} finds. */
  public PublicAddresses(SocketAddressResolver resolver) {
    this.resolver = resolver;
    notPublic.addAll(NOT_PUBLIC);
    globalUnicast.add(GLOBAL_UNICAST);
  }

  /** Whether the address is nobody's own. */
  public boolean isPublic(InetAddress address) {
    boolean unicast = address.getAddress().length == 4 || globalUnicast.test(address);
    return unicast && !notPublic.test(address);
  }

  @Override
  public void resolve(
      String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> found) {
    resolver.resolve(
        host,
        port,
        context,
        Promise.from(
            all -> {
              var open = all.stream().filter(one -> isPublic(one.getAddress())).toList();
              if (open.isEmpty()) {
                found.failed(new PrivateAddressException());
              } else {
                found.succeeded(open);
              }
            },
            found::failed));
  }
}
