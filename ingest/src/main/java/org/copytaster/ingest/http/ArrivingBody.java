package org.copytaster.ingest.http;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;

/**
 * A body on its way. Between two parts no thread waits for it, so that clients who send a byte a
 * second cost a connection each and keep nobody else out. It must have arrived in time, and the
 * server's idle timeout ends the silence of those who send nothing at all.
 */
final class ArrivingBody implements Runnable {

  private final Exchange exchange;
  private final BodyTaker taker;
  private final BodyLimits limits;
  private final long begin = System.nanoTime();

  ArrivingBody(Exchange exchange, BodyTaker taker, BodyLimits limits) {
    this.exchange = exchange;
    this.taker = taker;
    this.limits = limits;
  }

  /** Takes what is there, and is called again when there is more; answers at the end. */
  @Override
  public void run() {
    boolean arriving = false;
    try {
      arriving = !arrived();
      if (arriving) {
        exchange.request().demand(this);
      } else {
        taker.end(exchange);
      }
    } catch (RequestRefusedException e) {
      exchange.send(e.reply());
    } catch (IOException | RuntimeException | Error e) {
      arriving = false;
      exchange.callback().failed(e);
    } finally {
      if (!arriving) {
        taker.letGo();
      }
    }
  }

  private boolean arrived() throws IOException, RequestRefusedException {
    for (var part = exchange.request().read(); part != null; part = exchange.request().read()) {
      if (Content.Chunk.isFailure(part)) {
        throw failed(part.getFailure());
      }
      try {
        taker.take(part.getByteBuffer());
      } finally {
        part.release();
      }
      if (part.isLast()) {
        return true;
      }
      if (limits.exceeded(begin)) {
        throw limits.tooSlow();
      }
    }
    return false;
  }

  private IOException failed(Throwable cause) throws RequestRefusedException {
    if (cause instanceof TimeoutException) {
      throw limits.tooSlow();
    }
    if (cause instanceof HttpException) {
      throw GatheredBody.broken();
    }
    return new IOException("the body did not arrive", cause);
  }
}
