package org.copytaster.console.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/held}, {@code POST /v1/held/{guid}/release|extend|hold}, {@code GET
 * /v1/acts/{id}}. Who asks is known by a bearer key before anything else of the request is read.
 */
final class ActHandler extends Handler.Abstract {

  private static final String HELD = "/v1/held";
  private static final String ACTS = "/v1/acts/";
  private static final Pattern ACT = Pattern.compile(HELD + "/([^/]+)/(release|extend|hold)");
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([\\x21-\\x7e]{1,500}) *");
  private static final int LONGEST_GUID = 1_000;
  private static final int MOST = 500;
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final EditorFolder editors;
  private final HeldFollower follower;
  private final ActSender sender;
  private final Clock clock;
  private final Consumer<Duration> answered;
  private final Semaphore room = new Semaphore(AT_ONCE);

  ActHandler(
      EditorFolder editors,
      HeldFollower follower,
      ActSender sender,
      Clock clock,
      Consumer<Duration> answered) {
    this.editors = editors;
    this.follower = follower;
    this.sender = sender;
    this.clock = clock;
    this.answered = answered;
  }

  /** Whether a path is one of those that are answered here. */
  static boolean here(@Nullable String path) {
    return path != null
        && (path.equals(HELD) || path.startsWith(HELD + "/") || path.startsWith(ACTS));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = request.getHttpURI().getPath();
    if (!here(path)) {
      return false;
    }
    long begun = System.nanoTime();
    try {
      var editor = known(request);
      if (path.equals(HELD)) {
        allow(request, response, "GET");
        ActReplies.send(response, callback, 200, list(editor, request));
      } else if (path.startsWith(ACTS)) {
        allow(request, response, "GET");
        told(editor, path.substring(ACTS.length()), response, callback);
      } else {
        allow(request, response, "POST");
        act(editor, path, request, response, callback);
      }
    } catch (RefusedException e) {
      ActReplies.refused(response, callback, e);
    }
    answered.accept(Duration.ofNanos(System.nanoTime() - begun));
    return true;
  }

  private static void allow(Request request, Response response, String method)
      throws RefusedException {
    if (!request.getMethod().equals(method)) {
      response.getHeaders().put(HttpHeader.ALLOW, method);
      throw new RefusedException(405, "only " + method + " is understood here");
    }
  }

  private Editor known(Request request) throws RefusedException {
    var shown = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    var bearer = BEARER.matcher(shown.size() == 1 ? shown.get(0) : "");
    return Optional.of(bearer)
        .filter(written -> written.matches())
        .flatMap(written -> editors.known(written.group(1)))
        .orElseThrow(
            () ->
                new RefusedException(
                    401, "an editor's key is needed, as Authorization: Bearer KEY"));
  }

  private static void require(Editor editor, Right right) throws RefusedException {
    if (!editor.may(right)) {
      throw new RefusedException(
          403, "the key is known, but its editor may not do this; it needs " + right.written());
    }
  }

  private ObjectNode list(Editor editor, Request request) throws RefusedException {
    require(editor, Right.SEE_HELD);
    var place = parameter(request, "after");
    var after = place == null ? null : HeldPlace.parse(place);
    int limit = limit(parameter(request, "limit"));
    var part =
        follower
            .list()
            .part(limit, after == null ? 0 : after.end(), after == null ? null : after.guid());
    var body = JsonNodeFactory.instance.objectNode();
    var held = body.putArray("held");
    part.held().forEach(state -> held.add(ActReplies.held(state)));
    body.put("count", part.count()).put("complete", part.complete());
    if (part.more()) {
      body.put("next", HeldPlace.after(part.held().get(part.held().size() - 1)));
    }
    body.put("editor", editor.name());
    var may = body.putArray("may");
    editor.may().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(right -> may.add(right.written()));
    return body;
  }

  private static int limit(@Nullable String limit) throws RefusedException {
    if (limit == null) {
      return MOST;
    }
    if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MOST) {
      throw RefusedException.bad("limit", "must be a whole number from 1 to " + MOST);
    }
    return Integer.parseInt(limit);
  }

  private static @Nullable String parameter(Request request, String name) throws RefusedException {
    try {
      var values = Request.extractQueryParameters(request).getValuesOrEmpty(name);
      if (values.size() > 1) {
        throw RefusedException.bad(name, "must be given once");
      }
      return values.isEmpty() ? null : values.get(0);
    } catch (HttpException.RuntimeException | IllegalArgumentException e) {
      throw RefusedException.bad("query", "must be UTF-8 in percent signs");
    }
  }

  private void told(Editor editor, String id, Response response, Callback callback)
      throws RefusedException {
    require(editor, Right.SEE_HELD);
    follower.list(); // says so where nothing is known yet
    var audit = follower.audit(id);
    if (audit.isEmpty()) {
      throw new RefusedException(
          404, "no act with this id has been decided on, or it is among the old ones");
    }
    ActReplies.send(response, callback, 200, ActReplies.act(audit.get().getAct(), audit));
  }

  private void act(
      Editor editor, String path, Request request, Response response, Callback callback)
      throws RefusedException {
    var matcher = ACT.matcher(path);
    if (!matcher.matches()) {
      throw new RefusedException(404, "there is nothing at this path");
    }
    var right = Right.parse(matcher.group(2));
    require(editor, right);
    var guid = guid(matcher.group(1));
    var key = request.getHeaders().get("Idempotency-Key");
    var asked =
        Act.newBuilder()
            .setId(ActRequest.id(editor.name(), guid, key))
            .setGuid(guid)
            .setKind(right.act().orElse(ActKind.OTHER))
            .setBy(editor.name())
            .setFrom(Request.getRemoteAddr(request))
            .setTime(clock.instant())
            .build();
    var act = ActRequest.read(asked, body(request));
    if (!room.tryAcquire()) {
      throw new RefusedException(429, "too many acts are under way; try again");
    }
    try {
      decided(act, request.getHeaders().get("traceparent"), response, callback);
    } finally {
      room.release();
    }
  }

  private void decided(Act act, @Nullable String trace, Response response, Callback callback)
      throws RefusedException {
    var before = follower.audit(act.getId());
    if (before.isPresent() && !ActRequest.same(before.get().getAct(), act)) {
      throw new RefusedException(
          422, "the Idempotency-Key was used for another act on this article");
    }
    var audit = before;
    if (before.isEmpty()) {
      follower.expect(act.getId());
      try {
        sender.send(act, trace);
        audit = follower.await(act.getId(), PATIENCE);
      } finally {
        follower.forget(act.getId());
      }
    }
    var done = audit.map(known -> known.getAct()).orElse(act);
    if (audit.isEmpty()) {
      response.getHeaders().put(HttpHeader.LOCATION, ACTS + act.getId());
    }
    ActReplies.send(response, callback, ActReplies.status(audit), ActReplies.act(done, audit));
  }

  /** A path is not a form: a plus sign in it is a plus sign. */
  private static String guid(String segment) throws RefusedException {
    try {
      var guid = URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
      boolean odd = guid.codePoints().anyMatch(c -> Character.isISOControl(c) || c == ' ');
      if (guid.isBlank() || guid.length() > LONGEST_GUID || odd) {
        throw RefusedException.bad("guid", "is none that an article could have");
      }
      return guid;
    } catch (IllegalArgumentException e) {
      throw RefusedException.bad("guid", "must be UTF-8 in percent signs");
    }
  }

  private static byte[] body(Request request) throws RefusedException {
    try (var in = Content.Source.asInputStream(request)) {
      var body = in.readNBytes(ActRequest.LARGEST + 1);
      if (body.length > ActRequest.LARGEST) {
        throw new RefusedException(413, "the body is longer than an act can be");
      }
      var type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
      if (body.length > 0 && !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
        throw new RefusedException(415, "the body must be application/json");
      }
      return body;
    } catch (IOException e) {
      throw new RefusedException(400, "the body did not come whole");
    }
  }
}
