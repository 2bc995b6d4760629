package org.copytaster.runtime;

import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes whole answers; what is wrong is said as problem details (RFC 9457). */
final class Answers {

  private static final String TYPE = "Content-Type";

  private Answers() {}

  static void send(
      Response response, Callback callback, int status, Map<String, String> headers, String body) {
    response.setStatus(status);
    headers.forEach((name, value) -> response.getHeaders().put(name, value));
    Content.Sink.write(response, true, body, callback);
  }

  static void send(Response response, Callback callback, int status, String type, String body) {
    send(response, callback, status, Map.of(TYPE, type), body);
  }

  /** A problem; {@code detail} is a sentence of ours, which needs no escapes in JSON. */
  static void problem(Response response, Callback callback, int status, String detail) {
    var body =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}\n"
            .formatted(HttpStatus.getMessage(status), status, detail);
    send(response, callback, status, "application/problem+json", body);
  }

  /** What Jetty itself refuses, for instance a URI that is none, or what failed within. */
  static boolean error(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    var title = HttpStatus.getMessage(status);
    SafeHeaders.put(response.getHeaders());
    send(
        response,
        callback,
        status,
        "application/problem+json",
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}%n".formatted(title, status));
    return true;
  }
}
