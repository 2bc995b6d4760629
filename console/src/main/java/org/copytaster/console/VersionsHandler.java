package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.copytaster.console.ConsoleMetrics.Route;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /v1/articles/{guid}/versions} and {@code …/versions/{a}..{b}}. */
final class VersionsHandler extends Handler.Abstract {

  private static final Pattern PATH =
      Pattern.compile("/v1/articles/(.+)/versions(?:/(\\d{1,10})\\.\\.(\\d{1,10}))?");

  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** So many differences are made at once: the longest take a core for a while. */
  private static final int AT_ONCE = 2;

  private final VersionTables tables;
  private final ConsoleMetrics metrics;
  private final Semaphore room = new Semaphore(AT_ONCE);

  VersionsHandler(VersionTables tables, ConsoleMetrics metrics) {
    this.tables = tables;
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = request.getHttpURI().getPath();
    var asked = PATH.matcher(path == null ? "" : path);
    if (!asked.matches() || !request.getMethod().equals("GET")) {
      return false;
    }
    long begun = System.nanoTime();
    try {
      var guid = ApiHandler.decoded(asked.group(1));
      if (asked.group(2) == null) {
        answer(page(guid, ApiHandler.parameters(request)), response, callback);
        answered(Route.VERSIONS, begun);
      } else {
        difference(guid, number(asked.group(2)), number(asked.group(3)), response, callback);
        answered(Route.DIFFERENCE, begun);
      }
    } catch (BadParameterException e) {
      Replies.badParameter(response, callback, e);
    } catch (SQLException e) {
      ApiHandler.failed(path, e, response, callback);
    }
    return true;
  }

  private Optional<ObjectNode> page(String guid, Map<String, String> parameters)
      throws SQLException {
    for (var name : parameters.keySet()) {
      if (!Set.of("limit", "after").contains(name)) {
        throw new BadParameterException("query", "may hold limit and after only");
      }
    }
    var after = parameters.get("after");
    long below = after == null ? Long.MAX_VALUE : whole("after", after, Integer.MAX_VALUE);
    var limit = parameters.get("limit");
    return tables.page(guid, below, limit == null ? USUAL : whole("limit", limit, MOST));
  }

  private void difference(String guid, int from, int to, Response response, Callback callback)
      throws SQLException {
    if (from == to) {
      throw new BadParameterException("versions", "must be two versions");
    }
    if (!room.tryAcquire()) {
      Replies.unavailable(response, callback, "other versions are being compared; try again");
      return;
    }
    try {
      answer(tables.difference(guid, from, to), response, callback);
    } finally {
      room.release();
    }
  }

  private static void answer(Optional<ObjectNode> body, Response response, Callback callback) {
    if (body.isPresent()) {
      Replies.json(response, callback, body.get());
    } else {
      Replies.problem(
          response, callback, 404, "No such version", "no such article or version is stored");
    }
  }

  private static int number(String digits) {
    return whole("versions", digits, Integer.MAX_VALUE);
  }

  private static int whole(String field, String value, int most) {
    if (value.matches("\\d{1,10}")) {
      long number = Long.parseLong(value);
      if (number >= 1 && number <= most) {
        return (int) number;
      }
    }
    throw new BadParameterException(field, "must be a whole number from 1 to " + most);
  }

  private void answered(Route route, long begun) {
    metrics.answered(route, Duration.ofNanos(System.nanoTime() - begun));
  }
}
