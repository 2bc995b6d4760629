package org.copytaster.runtime;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page comes from, as browsers say it (RFC 6454, section 6.2): scheme, host and port. A
 * page of no origin says {@code null}, which is none.
 */
record WebOrigin(String scheme, HostPort authority) {

  private static final Pattern SYNTAX = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30})://(.+)");

  /** Reads one; nothing if it is written wrongly or is {@code null}. */
  static Optional<WebOrigin> parse(String text) {
    var matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    return HostPort.parse(matcher.group(2))
        .map(authority -> new WebOrigin(scheme, authority.orPort(defaultPort(scheme))));
  }

  /**
   * Whether a page of this origin is one of the server that the request names. In front of a plain
   * port there may be a proxy that speaks TLS.
   */
  boolean servedBy(HostPort host, boolean secure) {
    boolean possible = scheme.equals("https") || (scheme.equals("http") && !secure);
    return possible && authority.equals(host.orPort(defaultPort(scheme)));
  }

  private static int defaultPort(String scheme) {
    return switch (scheme) {
      case "http" -> 80;
      case "https" -> 443;
      default -> -1;
    };
  }
}
