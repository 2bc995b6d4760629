package org.copytaster.console;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * A body of a few bytes on its way. No thread waits for it; the server's idle timeout ends the
 * silence of those who send nothing.
 */
final class SmallBody implements Runnable {

  private final Request request;
  private final int most;
  private final Consumer<byte[]> whole;
  private final Runnable tooLarge;
  private final Consumer<Throwable> failed;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private SmallBody(
      Request request,
      int most,
      Consumer<byte[]> whole,
      Runnable tooLarge,
      Consumer<Throwable> failed) {
    this.request = request;
    this.most = most;
    this.whole = whole;
    this.tooLarge = tooLarge;
    this.failed = failed;
  }

  /** Calls one of the three, once: with all of it, if it is larger, or if it does not come. */
  static void read(
      Request request,
      int most,
      Consumer<byte[]> whole,
      Runnable tooLarge,
      Consumer<Throwable> failed) {
    new SmallBody(request, most, whole, tooLarge, failed).run();
  }

  @Override
  public void run() {
    while (true) {
      var chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        failed.accept(chunk.getFailure());
        return;
      }
      var part = new byte[Math.min(chunk.remaining(), most + 1)];
      chunk.getByteBuffer().get(part);
      bytes.writeBytes(part);
      chunk.release();
      if (bytes.size() > most) {
        tooLarge.run();
        return;
      }
      if (chunk.isLast()) {
        try {
          whole.accept(bytes.toByteArray());
        } catch (RuntimeException e) {
          failed.accept(e);
        }
        return;
      }
    }
  }
}
