package org.copytaster.console.letter;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.copytaster.console.act.ActReplies;
import org.copytaster.console.act.Acts;
import org.copytaster.console.act.Editor;
import org.copytaster.console.act.EditorRequest;
import org.copytaster.console.act.RefusedException;
import org.copytaster.console.act.Right;
import org.copytaster.runtime.log.Fault;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /v1/dead-letters}, {@code GET /v1/dead-letters/{partition}/{offset}} and its {@code
 * /bytes}, {@code POST …/replay|park|unpark}. Who asks is known before anything else is read.
 */
final class LetterHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(LetterHandler.class);
  private static final String LETTERS = "/v1/dead-letters";
  private static final Pattern ONE =
      Pattern.compile(LETTERS + "/(\\d{1,6})/(\\d{1,18})(?:/(bytes|replay|park|unpark))?");
  private static final int AT_ONCE = 8;

  private final Acts acts;
  private final Letters letters;
  private final LetterGate gate;
  private final Consumer<Duration> answered;
  private final Semaphore room = new Semaphore(AT_ONCE);

  LetterHandler(Acts acts, Letters letters, LetterGate gate, Consumer<Duration> answered) {
    this.acts = acts;
    this.letters = letters;
    this.gate = gate;
    this.answered = answered;
  }

  /** Whether a path is one of those that are answered here. */
  static boolean here(@Nullable String path) {
    return path != null && (path.equals(LETTERS) || path.startsWith(LETTERS + "/"));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = request.getHttpURI().getPath();
    if (!here(path)) {
      return false;
    }
    long begun = System.nanoTime();
    try {
      var editor = acts.asking(request);
      if (path.equals(LETTERS)) {
        EditorRequest.allow(request, response, "GET");
        editor.require(Right.SEE_LETTERS);
        var part = letters.list().find(LetterQuestion.read(request));
        ActReplies.send(response, callback, 200, LetterReplies.list(part, editor));
      } else {
        one(editor, path, request, response, callback);
      }
    } catch (RefusedException e) {
      ActReplies.refused(response, callback, e);
    } catch (KafkaException e) {
      LOG.warn("nothing could be done with a dead letter: {}", Fault.of(e));
      ActReplies.refused(
          response,
          callback,
          RefusedException.later(
              "the broker did not answer in time; what was asked for may be done, and asking again"
                  + " does no harm"));
    }
    answered.accept(Duration.ofNanos(System.nanoTime() - begun));
    return true;
  }

  private void one(
      Editor editor, String path, Request request, Response response, Callback callback)
      throws RefusedException {
    var matcher = ONE.matcher(path);
    if (!matcher.matches()) {
      throw new RefusedException(404, "there is nothing at this path");
    }
    var what = matcher.group(3);
    boolean reads = what == null || what.equals("bytes");
    EditorRequest.allow(request, response, reads ? "GET" : "POST");
    editor.require(reads ? Right.SEE_LETTERS : what.equals("replay") ? Right.REPLAY : Right.PARK);
    int partition = Integer.parseInt(matcher.group(1));
    var entry =
        letters
            .list()
            .at(partition, Long.parseLong(matcher.group(2)))
            .orElseThrow(
                () ->
                    new RefusedException(
                        404, "there is no such dead letter, or it was taken away"));
    if (!room.tryAcquire()) {
      throw new RefusedException(429, "too many are asked for at once; try again");
    }
    try {
      if (reads) {
        read(editor, entry, what != null, response, callback);
      } else {
        var kind = LetterDesk.Kind.valueOf(what.toUpperCase(Locale.ROOT));
        var order = LetterOrder.read(kind, editor, request);
        var outcome = letters.carryOut(fetched(entry), order);
        LOG.info("{} of the dead letter {} by {}", what, entry.line().place(), editor.name());
        var body = LetterReplies.outcome(entry.line(), outcome);
        ActReplies.send(response, callback, outcome.refused() ? 409 : 200, body);
      }
    } finally {
      room.release();
    }
  }

  private void read(
      Editor editor, LetterList.Entry entry, boolean raw, Response response, Callback callback)
      throws RefusedException {
    if (!raw && !editor.may(Right.READ_LETTERS)) {
      var without = LetterReplies.entry(entry);
      without.put("hidden", "its bytes need the right " + Right.READ_LETTERS.written());
      ActReplies.send(response, callback, 200, without);
      return;
    }
    editor.require(Right.READ_LETTERS);
    try {
      gate.check(editor, entry.line());
    } catch (SQLException e) {
      throw RefusedException.later(
          "the store does not answer, so nobody knows whether its article was killed; try again");
    }
    var letter = fetched(entry);
    LOG.info("the dead letter {} is read by {}", entry.line().place(), editor.name());
    if (!raw) {
      ActReplies.send(response, callback, 200, LetterReplies.whole(entry, letter));
      return;
    }
    response.setStatus(200);
    Map.of(
            "Content-Type",
            "application/octet-stream",
            "Content-Disposition",
            "attachment; filename=\"letter.bin\"",
            "Cache-Control",
            "no-store")
        .forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, letter.value().length);
    response.write(true, java.nio.ByteBuffer.wrap(letter.value()), callback);
  }

  private ConsumerRecord<byte[], byte[]> fetched(LetterList.Entry entry) throws RefusedException {
    var line = entry.line();
    return letters
        .fetch(line.partition(), line.offset())
        .filter(letter -> letter.value() != null)
        .orElseThrow(() -> new RefusedException(410, "its bytes are gone"));
  }
}
