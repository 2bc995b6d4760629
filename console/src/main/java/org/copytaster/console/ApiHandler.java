package org.copytaster.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /v1/articles}, {@code /v1/articles/{guid}}, {@code /v1/status}, {@code /v1/events}.
 */
final class ApiHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
  private static final String ARTICLES = "/v1/articles";

  private final ArticleTables tables;
  private final PipelineStatus status;
  private final Followers followers;
  private final ConsoleMetrics metrics;

  ApiHandler(
      ArticleTables tables, PipelineStatus status, Followers followers, ConsoleMetrics metrics) {
    this.tables = tables;
    this.status = status;
    this.followers = followers;
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = request.getHttpURI().getPath();
    if (path == null || !path.startsWith("/v1/")) {
      return false;
    }
    if (!request.getMethod().equals("GET")) {
      response.getHeaders().put("Allow", "GET");
      Replies.problem(response, callback, 405, "Method not allowed", "only GET is understood");
      return true;
    }
    long begun = System.nanoTime();
    try {
      return route(path, request, response, callback, begun);
    } catch (BadParameterException e) {
      Replies.badParameter(response, callback, e);
    } catch (SQLException e) {
      failed(path, e, response, callback);
    }
    return true;
  }

  /** Answers what the store could not; {@code path} tells which parameter it may be about. */
  static void failed(String path, SQLException failure, Response response, Callback callback) {
    // Its message may quote what was asked or what is stored.
    LOG.warn("the store did not answer a question: SQLSTATE {}", failure.getSQLState());
    switch (StoreFault.of(failure)) {
      case REFUSED ->
          Replies.badParameter(
              response,
              callback,
              new BadParameterException(
                  path.equals(ARTICLES) ? "query" : "guid", "is nothing that the store can hold"));
      case TOO_LONG ->
          Replies.unavailable(
              response,
              callback,
              "the answer took too long to find and was given up; ask for less");
      case AWAY -> Replies.unavailable(response, callback, "the store does not answer; try again");
    }
  }

  private boolean route(
      String path, Request request, Response response, Callback callback, long begun)
      throws SQLException {
    if (path.equals(ARTICLES)) {
      Replies.json(response, callback, find(request));
      answered(ConsoleMetrics.Route.FIND, begun);
    } else if (path.startsWith(ARTICLES + "/")) {
      article(decoded(path.substring(ARTICLES.length() + 1)), response, callback);
      answered(ConsoleMetrics.Route.ARTICLE, begun);
    } else if (path.equals("/v1/status")) {
      Replies.json(response, callback, status.now());
      answered(ConsoleMetrics.Route.STATUS, begun);
    } else if (path.equals("/v1/events")) {
      followers.add(request, response, callback);
      answered(ConsoleMetrics.Route.EVENTS, begun);
    } else {
      return false;
    }
    return true;
  }

  private void article(String guid, Response response, Callback callback) throws SQLException {
    var article = tables.article(guid);
    if (article.isPresent()) {
      Replies.json(response, callback, article.get());
    } else {
      Replies.problem(
          response, callback, 404, "No such article", "no article with this guid is stored");
    }
  }

  private ObjectNode find(Request request) throws SQLException {
    var found = tables.find(Search.read(parameters(request)));
    var body = ArticleJson.JSON.createObjectNode();
    body.putArray("articles").addAll(found.articles());
    if (found.more()) {
      body.set("next", found.articles().get(found.articles().size() - 1).get("cursor"));
    }
    return body;
  }

  /** The parameters of a query, each given once. */
  static Map<String, String> parameters(Request request) {
    var parameters = new HashMap<String, String>();
    try {
      for (var field : Request.extractQueryParameters(request)) {
        if (field.getValues().size() > 1) {
          throw new BadParameterException(field.getName(), "must be given once");
        }
        parameters.put(field.getName(), field.getValue());
      }
    } catch (HttpException.RuntimeException | IllegalArgumentException e) {
      throw new BadParameterException("query", "must be UTF-8 in percent signs");
    }
    return parameters;
  }

  /** A path is not a form: a plus sign in it is a plus sign. */
  static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadParameterException("guid", "must be UTF-8 in percent signs");
    }
  }

  private void answered(ConsoleMetrics.Route route, long begun) {
    metrics.answered(route, Duration.ofNanos(System.nanoTime() - begun));
  }
}
