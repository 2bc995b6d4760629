package org.copytaster.console;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One page that follows. At most one event is under way to it: what comes meanwhile is not queued,
 * the page is told to ask again.
 */
final class Follower {

  private final String client;
  private final Response response;
  private final Callback callback;
  private final Consumer<Follower> gone;
  private final AtomicBoolean writing = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean greeted;
  private volatile boolean missed;

  /**
   * @param client whose page it is
   * @param gone called once, when its reader has gone away
   */
  Follower(String client, Response response, Callback callback, Consumer<Follower> gone) {
    this.client = client;
    this.response = response;
    this.callback = callback;
    this.gone = gone;
  }

  String client() {
    return client;
  }

  void open() {
    response.setStatus(200);
    response.getHeaders().put("Content-Type", "text/event-stream;charset=utf-8");
    response.getHeaders().put("Cache-Control", "no-store");
    response.getHeaders().put("X-Accel-Buffering", "no");
    write("retry: 2000\n\n");
  }

  /** Says once that from now on nothing is left out: what the page reads after this is complete. */
  void greet() {
    if (!greeted) {
      greeted = write("event: ready\ndata: {}\n\n");
    } else if (missed) {
      missed = !write("event: missed\ndata: {}\n\n");
    }
  }

  void articles(String json) {
    if (greeted && !write("event: articles\ndata: " + json + "\n\n")) {
      missed = true;
    }
  }

  void missed() {
    missed = true;
  }

  /** Says that all that is stored was told, and finds out whether the reader is still there. */
  void beat() {
    if (greeted) {
      write("event: beat\ndata: {}\n\n");
    } else {
      keep();
    }
  }

  /** Keeps the connection from looking idle while there is nothing to be said. */
  void keep() {
    write(": still here\n\n");
  }

  void end() {
    if (ended.compareAndSet(false, true)) {
      gone.accept(this);
      callback.succeeded();
    }
  }

  private boolean write(String event) {
    if (ended.get() || !writing.compareAndSet(false, true)) {
      return false;
    }
    Content.Sink.write(response, false, event, Callback.from(() -> writing.set(false), this::fail));
    return true;
  }

  private void fail(Throwable cause) {
    if (ended.compareAndSet(false, true)) {
      gone.accept(this);
      callback.failed(cause);
    }
  }
}
