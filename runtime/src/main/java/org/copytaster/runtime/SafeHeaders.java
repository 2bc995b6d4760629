package org.copytaster.runtime;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * What every answer says to browsers: it is what it says it is, nothing in it runs, no other page
 * shows or embeds it, and nobody keeps it. A handler that serves a page says otherwise for it.
 */
final class SafeHeaders {

  /** Copy may be killed at any time: no cache may keep it. */
  private static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Content-Security-Policy",
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private SafeHeaders() {}

  static void put(HttpFields.Mutable headers) {
    ALL.forEach(headers::put);
  }
}
