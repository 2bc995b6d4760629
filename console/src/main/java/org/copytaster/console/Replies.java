package org.copytaster.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.copytaster.runtime.OpsServer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends JSON, and problems as RFC 9457 has them. */
final class Replies {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private Replies() {}

  static void json(Response response, Callback callback, JsonNode body) {
    json(response, callback, 200, body);
  }

  static void json(Response response, Callback callback, int status, JsonNode body) {
    OpsServer.send(response, callback, status, JSON, body + "\n");
  }

  static void problem(
      Response response, Callback callback, int status, String title, String detail) {
    problem(response, callback, status, problemBody(status, title, detail));
  }

  static void badParameter(Response response, Callback callback, BadParameterException problem) {
    var body = problemBody(400, "Bad parameter", problem.field() + " " + problem.getMessage());
    body.withArray("errors")
        .addObject()
        .put("field", problem.field())
        .put("reason", problem.getMessage());
    problem(response, callback, 400, body);
  }

  static void unavailable(Response response, Callback callback, String detail) {
    response.getHeaders().put("Retry-After", "5");
    problem(response, callback, 503, "Not available now", detail);
  }

  static void tooMany(Response response, Callback callback, String detail) {
    response.getHeaders().put("Retry-After", "5");
    problem(response, callback, 429, "Too many requests", detail);
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode problemBody(
      int status, String title, String detail) {
    return ArticleJson.JSON
        .createObjectNode()
        .put("type", "about:blank")
        .put("title", title)
        .put("status", status)
        .put("detail", detail);
  }

  private static void problem(Response response, Callback callback, int status, JsonNode body) {
    OpsServer.send(
        response,
        callback,
        status,
        Map.of("Content-Type", "application/problem+json"),
        body + "\n");
  }
}
