package org.copytaster.runtime.outgoing;

import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.jspecify.annotations.Nullable;

/** Clients for hosts that somebody else has named: they follow nothing and remember nothing. */
public final class OutgoingClient {

  private OutgoingClient() {}

  /**
   * A client that is started.
   *
   * @param purpose what it is for, as {@code feed reader}; every host is told
   * @param addresses finds where a host is, see {@link PublicAddresses}; null for whatever the
   *     machine says
   * @param connecting what finding a host may take, and connecting to it
   * @param silence what may pass without a byte
   */
  public static HttpClient start(
      String purpose,
      @Nullable SocketAddressResolver addresses,
      Duration connecting,
      Duration silence) {
    var http = new HttpClient();
    if (addresses != null) {
      http.setSocketAddressResolver(addresses);
    }
    http.setFollowRedirects(false);
    http.setHttpCookieStore(new HttpCookieStore.Empty());
    http.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Copytaster (" + purpose + ")"));
    http.setConnectTimeout(connecting.toMillis());
    http.setAddressResolutionTimeout(connecting.toMillis());
    http.setIdleTimeout(silence.toMillis());
    try {
      http.start();
    } catch (Exception e) { // as LifeCycle declares it
      throw new IllegalStateException("the client (" + purpose + ") does not start", e);
    }
    return http;
  }

  /** Stops {@code http}. */
  public static void stop(HttpClient http) {
    try {
      http.stop();
    } catch (Exception e) { // as LifeCycle declares it
      throw new IllegalStateException("a client does not stop", e);
    }
  }
}
