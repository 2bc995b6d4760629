package org.copytaster.runtime;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * What of a request says who made it.
 *
 * @param secure whether it came over TLS
 */
record Call(String method, String path, boolean secure, HttpFields headers) {

  private static final String SITE = "Sec-Fetch-Site";
  private static final String MODE = "Sec-Fetch-Mode";
  private static final String ASKS = "Access-Control-Request-Method";

  static Call of(Request request) {
    var path = String.valueOf(request.getHttpURI().getPath());
    return new Call(request.getMethod(), path, request.isSecure(), request.getHeaders());
  }

  /** The hosts that it names: one, if it is well made. */
  List<String> hosts() {
    return headers.getValuesList(HttpHeader.HOST);
  }

  /** The origins of the page that made it: one at most, if it is well made. */
  List<String> origins() {
    return headers.getValuesList(HttpHeader.ORIGIN);
  }

  /** How that page stands to us, in words of Fetch Metadata. */
  List<String> sites() {
    return headers.getCSV(SITE, true);
  }

  /** Whether a browser made it: tools send none of these. */
  boolean fromBrowser() {
    return headers.contains(HttpHeader.ORIGIN) || headers.contains(SITE) || headers.contains(MODE);
  }

  /** Whether it only asks whether another may be made. */
  boolean preflight() {
    return method.equals("OPTIONS")
        && headers.contains(HttpHeader.ORIGIN)
        && headers.contains(ASKS);
  }

  /** Whether it asks for the page itself, as when somebody follows a link to it. */
  boolean visit() {
    boolean reads = method.equals("GET") || method.equals("HEAD");
    return reads
        && path.equals("/")
        && !headers.contains(HttpHeader.ORIGIN)
        && headers.getValuesList(MODE).equals(List.of("navigate"));
  }

  /** The media type in small letters and without parameters; empty if there is none, or two. */
  String mediaType() {
    var types = headers.getCSV(HttpHeader.CONTENT_TYPE, true);
    return types.size() == 1 ? types.get(0).split(";", 2)[0].strip().toLowerCase(Locale.ROOT) : "";
  }
}
