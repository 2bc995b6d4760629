package org.copytaster.console.where;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.copytaster.console.act.ActReplies;
import org.copytaster.console.act.Acts;
import org.copytaster.console.act.Editor;
import org.copytaster.console.act.EditorRequest;
import org.copytaster.console.act.RefusedException;
import org.copytaster.runtime.log.Fault;
import org.copytaster.schemas.ReceiptKey;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /v1/where/{guid}}, where a receipt's id will do for the guid. It answers everybody
 * with what everybody may know; an editor's key adds what the editor may see.
 */
final class WhereHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(WhereHandler.class);
  private static final String WHERE = "/v1/where/";
  private static final int AT_ONCE = 4;

  private final Hops where;
  private final @Nullable Acts acts;
  private final Consumer<Duration> answered;
  private final Semaphore room = new Semaphore(AT_ONCE);

  WhereHandler(Hops where, @Nullable Acts acts, Consumer<Duration> answered) {
    this.where = where;
    this.acts = acts;
    this.answered = answered;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = request.getHttpURI().getPath();
    if (path == null || !path.startsWith(WHERE)) {
      return false;
    }
    long begun = System.nanoTime();
    try {
      EditorRequest.allow(request, response, "GET");
      var editor = editor(request);
      var body = found(EditorRequest.guid(path.substring(WHERE.length())), editor);
      ActReplies.send(response, callback, 200, body);
    } catch (RefusedException e) {
      ActReplies.refused(response, callback, e);
    } catch (SQLException | KafkaException e) {
      LOG.warn("nobody could say where an article is: {}", Fault.of(e));
      ActReplies.refused(
          response,
          callback,
          RefusedException.later("the store or the broker does not answer; try again"));
    }
    answered.accept(Duration.ofNanos(System.nanoTime() - begun));
    return true;
  }

  /** Who shows a key must be known: a wrong one is no reason to answer less without a word. */
  private @Nullable Editor editor(Request request) throws RefusedException {
    if (!request.getHeaders().contains(HttpHeader.AUTHORIZATION)) {
      return null;
    }
    if (acts == null) {
      throw new RefusedException(
          403, "nobody is an editor here: COPYTASTER_CONSOLE_EDITORS is not set");
    }
    return acts.asking(request);
  }

  private ObjectNode found(String asked, @Nullable Editor editor)
      throws RefusedException, SQLException {
    if (!room.tryAcquire()) {
      throw new RefusedException(429, "too many ask at once; try again");
    }
    try {
      var body = where.of(asked, editor);
      // a guid could look like the id of a receipt, so the guid goes first
      var of =
          body.path("hops").isEmpty()
              ? ReceiptKey.ofId(asked)
              : java.util.Optional.<ReceiptKey>empty();
      return of.isEmpty() || of.get().guid().indexOf(0) >= 0
          ? body
          : where.of(of.get().guid(), editor).put("version", of.get().version());
    } finally {
      room.release();
    }
  }
}
