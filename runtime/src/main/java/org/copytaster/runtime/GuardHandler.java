package org.copytaster.runtime;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.copytaster.runtime.Guard.Verdict;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What stands before every route of every server: lets in whom the {@link Guard} lets in, puts the
 * headers on every answer, ends an answer that takes too long, and keeps the log short.
 */
final class GuardHandler extends Handler.Wrapper {

  private static final Logger LOG = LoggerFactory.getLogger(GuardHandler.class);

  private static final Map<String, String> PREFLIGHT =
      Map.of(
          "Access-Control-Allow-Methods",
          "GET, HEAD, POST",
          "Access-Control-Allow-Headers",
          "Authorization, Content-Encoding, Content-Type, Idempotency-Key, Traceparent, X-Api-Key",
          "Access-Control-Max-Age",
          "600");
  private static final String EXPOSED = "Location, Retry-After, RateLimit, RateLimit-Policy";

  private final Guard guard;
  private final Duration longestAnswer;
  private final Map<Verdict, Counter> refused = new EnumMap<>(Verdict.class);
  private final SparseLog broken = new SparseLog(LOG, Level.INFO);
  private final SparseLog failed = new SparseLog(LOG, Level.ERROR);

  /**
   * A guard before these routes.
   *
   * @param longestAnswer an answer that takes longer to be taken is given up; streams are not
   */
  GuardHandler(Handler routes, Guard guard, Duration longestAnswer, Metrics metrics) {
    super(routes);
    this.guard = guard;
    this.longestAnswer = longestAnswer;
    for (var verdict : Verdict.values()) {
      if (verdict != Verdict.GOOD) {
        var reason = verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
        refused.put(
            verdict,
            metrics.counter(
                Metrics.REFUSED,
                "requests that were refused at the door, by reason",
                "reason",
                reason));
      }
    }
  }

  @Override
  public boolean handle(Request request, Response bare, Callback callback) {
    var response = new UnreadBody(request, bare);
    var headers = response.getHeaders();
    SafeHeaders.put(headers);
    if (guard.listsOrigins()) {
      headers.put(HttpHeader.VARY, "Origin");
    }
    var call = Call.of(request);
    var verdict = guard.judge(call);
    var counter = refused.get(verdict);
    if (counter != null) {
      counter.increment();
      var sentence = "The request " + verdict.reason() + ".";
      Answers.problem(response, callback, verdict.status(), sentence);
      return true;
    }
    var listed = guard.listed(call);
    listed.ifPresent(origin -> share(headers, origin));
    if (listed.isPresent() && call.preflight()) {
      Answers.send(response, callback, 204, PREFLIGHT, "");
      return true;
    }
    limit(request, response);
    return handled(request, response, new Reported(callback));
  }

  private static void share(HttpFields.Mutable headers, String origin) {
    headers.put("Access-Control-Allow-Origin", origin);
    headers.put("Access-Control-Expose-Headers", EXPOSED);
  }

  private boolean handled(Request request, Response response, Callback callback) {
    try {
      return super.handle(request, response, callback);
    } catch (Exception | StackOverflowError e) {
      callback.failed(e);
      return true;
    }
  }

  /** Whoever reads an answer byte by byte holds a connection, but not for ever. */
  private void limit(Request request, Response response) {
    var connection = request.getConnectionMetaData().getConnection();
    var task =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> {
                  if (!streams(response)) {
                    connection.getEndPoint().close(new TimeoutException("an answer took too long"));
                  }
                },
                longestAnswer.toMillis(),
                TimeUnit.MILLISECONDS);
    Request.addCompletionListener(request, cause -> task.cancel());
  }

  /** What is answered line by line has bounds of its own. */
  private static boolean streams(Response response) {
    var type = String.valueOf(response.getHeaders().get(HttpHeader.CONTENT_TYPE));
    return type.startsWith("text/event-stream") || type.startsWith("application/x-ndjson");
  }

  /** Logs what failed, sparsely, and tells the server not to. */
  private final class Reported extends Callback.Nested {
    Reported(Callback callback) {
      super(callback);
    }

    @Override
    public void failed(Throwable cause) {
      if (cause instanceof HttpException) {
        super.failed(cause); // says itself what is answered
      } else if (cause instanceof IOException
          || cause instanceof TimeoutException
          || cause instanceof QuietException) {
        broken.say("a client broke off, or sent what is no HTTP: {}", cause.getClass().getName());
        super.failed(new LoggedException(cause));
      } else {
        failed.say(cause, "a request met what nobody expected");
        super.failed(new LoggedException(cause));
      }
    }
  }

  /** What was logged already. */
  private static final class LoggedException extends IOException implements QuietException {
    private static final long serialVersionUID = 1L;

    LoggedException(Throwable cause) {
      super("was logged already", cause);
    }
  }
}
