package org.copytaster.console;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who asks, as far as its address says: of IPv6 the network of 64 bits, which one client owns. */
final class Client {

  private Client() {}

  /**
   * @param address numeric, as the server saw it
   */
  static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // A numeric address is read, nobody is asked for a name. One of IPv4 in IPv6 becomes IPv4.
      var read = InetAddress.getByName(address);
      return read instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), 8))
          : read.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
