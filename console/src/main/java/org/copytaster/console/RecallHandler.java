package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.copytaster.console.recall.Acknowledgements;
import org.copytaster.console.recall.Question;
import org.copytaster.console.recall.Recalls;
import org.copytaster.console.recall.Subscriber;
import org.copytaster.runtime.log.Fault;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /v1/recalls}, {@code /v1/recalls/{id}}, and {@code POST
 * /v1/recalls/{id}/acknowledgements} with the key of a subscriber.
 */
final class RecallHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(RecallHandler.class);
  private static final String RECALLS = "/v1/recalls";
  private static final Pattern ONE = Pattern.compile(RECALLS + "/([A-Za-z0-9_-]{1,64})");
  private static final Pattern ACT = Pattern.compile(ONE.pattern() + "/acknowledgements");
  private static final Set<String> FIELDS = new TreeSet<>(Set.of("guid", "open", "limit"));
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int LONGEST_GUID = 2_000;
  private static final int LARGEST_BODY = 4 * 1024;
  private static final String BEARER = "bearer ";

  private final Recalls recalls;
  private final Acknowledgements acknowledgements;
  private final ConsoleMetrics metrics;

  RecallHandler(Recalls recalls, Acknowledgements acknowledgements, ConsoleMetrics metrics) {
    this.recalls = recalls;
    this.acknowledgements = acknowledgements;
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = String.valueOf(request.getHttpURI().getPath());
    var one = ONE.matcher(path);
    var act = ACT.matcher(path);
    boolean acts = act.matches();
    if (!path.equals(RECALLS) && !one.matches() && !acts) {
      return false;
    }
    var method = acts ? "POST" : "GET";
    if (!request.getMethod().equals(method)) {
      response.getHeaders().put(HttpHeader.ALLOW, method);
      Replies.problem(
          response, callback, 405, "Method not allowed", "only " + method + " is understood");
      return true;
    }
    long begun = System.nanoTime();
    try {
      if (acts) {
        acknowledge(act.group(1), request, new Reply(response, callback));
      } else if (path.equals(RECALLS)) {
        Replies.json(response, callback, find(request));
      } else {
        show(recalls.one(one.group(1)), new Reply(response, callback));
      }
      metrics.answered(ConsoleMetrics.Route.RECALLS, Duration.ofNanos(System.nanoTime() - begun));
    } catch (BadParameterException e) {
      Replies.badParameter(response, callback, e);
    } catch (SQLException e) {
      away(e, new Reply(response, callback));
    }
    return true;
  }

  /** Where an answer goes. */
  private record Reply(Response response, Callback callback) {

    void problem(int status, String title, String detail) {
      Replies.problem(response, callback, status, title, detail);
    }
  }

  private ObjectNode find(Request request) throws SQLException {
    var body = ArticleJson.JSON.createObjectNode();
    body.putArray("recalls").addAll(recalls.find(question(ApiHandler.parameters(request))));
    return body;
  }

  private static void show(Optional<ObjectNode> recall, Reply reply) {
    if (recall.isPresent()) {
      Replies.json(reply.response(), reply.callback(), recall.get());
    } else {
      none(reply);
    }
  }

  private void acknowledge(String id, Request request, Reply reply) {
    var subscriber = key(request).flatMap(recalls::withKey);
    if (subscriber.isEmpty()) {
      reply.response().getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
      reply.problem(401, "Who are you", "the key of a subscriber is needed here");
      return;
    }
    SmallBody.read(
        request,
        LARGEST_BODY,
        body -> {
          try {
            acknowledge(id, subscriber.get(), Note.read(body), reply);
          } catch (BadParameterException e) {
            Replies.badParameter(reply.response(), reply.callback(), e);
          } catch (SQLException e) {
            away(e, reply);
          }
        },
        () ->
            reply.problem(
                413, "Too large", "a body of at most " + LARGEST_BODY + " bytes is understood"),
        reply.callback()::failed);
  }

  private void acknowledge(String id, Subscriber subscriber, Optional<String> note, Reply reply)
      throws SQLException {
    var recall = recalls.one(id);
    if (recall.isEmpty()) {
      none(reply);
      return;
    }
    var before = before(recall.get(), subscriber.name());
    if (before.isPresent()) {
      answer(id, subscriber, before.get(), reply, 200);
      return;
    }
    var guid = recall.get().get("guid").asText();
    var deed = new Acknowledgements.Deed(id, guid, subscriber.name(), note.orElse(null), null);
    var unused =
        acknowledgements
            .write(deed)
            .handle(
                (at, problem) -> {
                  if (problem == null) {
                    answer(id, subscriber, at.toString(), reply, 202);
                  } else {
                    LOG.warn("an acknowledgement was not taken: {}", Fault.of(problem));
                    Replies.unavailable(
                        reply.response(),
                        reply.callback(),
                        "the broker does not take acknowledgements; try again");
                  }
                  return null;
                });
  }

  private static Optional<String> before(ObjectNode recall, String subscriber) {
    for (var each : recall.get("subscribers")) {
      if (each.path("name").asText().equals(subscriber) && each.has("acknowledgedAt")) {
        return Optional.of(each.get("acknowledgedAt").asText());
      }
    }
    return Optional.empty();
  }

  private static void answer(String id, Subscriber subscriber, String at, Reply reply, int status) {
    var body =
        ArticleJson.JSON
            .createObjectNode()
            .put("recall", id)
            .put("subscriber", subscriber.name())
            .put("acknowledgedAt", at);
    Replies.json(reply.response(), reply.callback(), status, body);
  }

  private static void none(Reply reply) {
    reply.problem(404, "No such recall", "no recall with this id is stored");
  }

  private static void away(SQLException failure, Reply reply) {
    // Its message may quote what was asked or what is stored.
    LOG.warn("the store did not answer about recalls: SQLSTATE {}", failure.getSQLState());
    if (StoreFault.of(failure) == StoreFault.REFUSED) {
      var problem = new BadParameterException("guid", "is nothing that the store can hold");
      Replies.badParameter(reply.response(), reply.callback(), problem);
    } else {
      Replies.unavailable(
          reply.response(), reply.callback(), "the store does not answer; try again");
    }
  }

  private static Optional<String> key(Request request) {
    var authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private static Question question(Map<String, String> parameters) {
    for (var name : new TreeSet<>(parameters.keySet())) {
      if (!FIELDS.contains(name)) {
        throw new BadParameterException(name, "is not known; known are " + FIELDS);
      }
    }
    var guid = Optional.ofNullable(parameters.get("guid"));
    if (guid.filter(text -> text.length() > LONGEST_GUID || text.indexOf('\0') >= 0).isPresent()) {
      throw new BadParameterException("guid", "is nothing that the store can hold");
    }
    boolean open =
        switch (parameters.getOrDefault("open", "false")) {
          case "true" -> true;
          case "false" -> false;
          default -> throw new BadParameterException("open", "must be true or false");
        };
    return new Question(guid, open, limit(parameters));
  }

  private static int limit(Map<String, String> parameters) {
    var value = parameters.getOrDefault("limit", Integer.toString(USUAL));
    if (value.matches("\\d{1,3}")) {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    throw new BadParameterException("limit", "must be a whole number from 1 to " + MOST);
  }

  /** The body of an acknowledgement: nothing, or an object that may have a note. */
  private static final class Note {

    private static Optional<String> read(byte[] body) {
      if (new String(body, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
        return Optional.empty();
      }
      try {
        if (ArticleJson.JSON.readTree(body) instanceof ObjectNode object) {
          for (var field : object.properties()) {
            if (!field.getKey().equals("note")) {
              throw new BadParameterException(field.getKey(), "is not known; known is note");
            }
          }
          var note = object.path("note");
          if (note.isMissingNode() || note.isNull() || note.isTextual()) {
            return Optional.of(note.asText("")).filter(text -> !text.isBlank());
          }
          throw new BadParameterException("note", "must be a text");
        }
      } catch (java.io.IOException e) {
        // told below
      }
      throw new BadParameterException("body", "must be a JSON object such as {\"note\":\"gone\"}");
    }
  }
}
