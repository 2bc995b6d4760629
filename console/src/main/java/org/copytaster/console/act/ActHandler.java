package org.copytaster.console.act;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.eclipse.jetty.http.HttpHeader;
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
      var editor = editors.asking(request);
      if (path.equals(HELD)) {
        EditorRequest.allow(request, response, "GET");
        ActReplies.send(response, callback, 200, list(editor, request));
      } else if (path.startsWith(ACTS)) {
        EditorRequest.allow(request, response, "GET");
        told(editor, path.substring(ACTS.length()), response, callback);
      } else {
        EditorRequest.allow(request, response, "POST");
        act(editor, path, request, response, callback);
      }
    } catch (RefusedException e) {
      ActReplies.refused(response, callback, e);
    }
    answered.accept(Duration.ofNanos(System.nanoTime() - begun));
    return true;
  }

  private ObjectNode list(Editor editor, Request request) throws RefusedException {
    editor.require(Right.SEE_HELD);
    var place = EditorRequest.parameter(request, "after");
    var after = place == null ? null : HeldPlace.parse(place);
    int limit = EditorRequest.limit(EditorRequest.parameter(request, "limit"), MOST);
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

  private void told(Editor editor, String id, Response response, Callback callback)
      throws RefusedException {
    editor.require(Right.SEE_HELD);
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
    editor.require(right);
    var guid = EditorRequest.guid(matcher.group(1));
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
    var act = ActRequest.read(asked, EditorRequest.body(request));
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
}
