package org.copytaster.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Gathers what is sent, never more than is allowed: neither of one body nor of all together. */
final class GatheredBody {

  private static final int CHUNK = 64 * 1024;
  private static final int FIRST = 1_024;

  private final int largestBytes;
  private final long mostHeld;

  /** Bytes of all bodies that are still on their way. */
  private final AtomicLong held = new AtomicLong();

  /**
   * Bodies of one server.
   *
   * @param largestBytes what is longer is refused with 413
   * @param mostHeld bytes that may be held of bodies on their way; whoever comes with more is
   *     refused with 429
   */
  GatheredBody(int largestBytes, long mostHeld) {
    this.largestBytes = largestBytes;
    this.mostHeld = mostHeld;
  }

  /** What is done with a whole body. */
  interface Whole {
    void answer(byte[] received, Exchange to) throws IOException, RequestRefusedException;
  }

  /**
   * A taker of a whole body as it is received.
   *
   * @param length as the headers say it, or negative
   * @throws RequestRefusedException with 413 if its length says that it is too long
   */
  BodyTaker gather(long length, Whole whole) throws RequestRefusedException {
    if (length > largestBytes) {
      throw tooLarge();
    }
    return new Gathering(whole);
  }

  /**
   * The body without its encoding.
   *
   * @throws RequestRefusedException with 413 if it is too long, with 400 or 415 if it cannot be
   *     unpacked
   */
  byte[] unpacked(HttpFields headers, byte[] received) throws RequestRefusedException {
    if (!gzip(headers)) {
      return received;
    }
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(received), CHUNK)) {
      var all = plain.readNBytes(largestBytes + 1);
      if (all.length > largestBytes) {
        throw tooLarge();
      }
      return all;
    } catch (IOException e) {
      throw new RequestRefusedException(400, "Not gzip", "the body cannot be unpacked as gzip");
    }
  }

  /** Whether the body is packed; throws 415 if it is in a way that is not known. */
  static boolean gzip(HttpFields headers) throws RequestRefusedException {
    var encoding = headers.get(HttpHeader.CONTENT_ENCODING);
    if (encoding == null || encoding.strip().equalsIgnoreCase("identity")) {
      return false;
    }
    var name = encoding.strip().toLowerCase(Locale.ROOT);
    if (name.equals("gzip") || name.equals("x-gzip")) {
      return true;
    }
    throw new RequestRefusedException(
        415, "Unknown encoding", "only gzip is understood as Content-Encoding");
  }

  static RequestRefusedException broken() {
    return new RequestRefusedException(
        400, "Broken body", "the body does not arrive as its headers say");
  }

  private RequestRefusedException tooLarge() {
    return new RequestRefusedException(
        413, "Too large", "the copy must not be longer than " + largestBytes + " bytes");
  }

  /** Copies what arrives: parts as the server has them would keep its buffers for a byte each. */
  private final class Gathering implements BodyTaker {
    private final Whole whole;
    private byte[] bytes = {};
    private int length;

    Gathering(Whole whole) {
      this.whole = whole;
    }

    @Override
    public void take(ByteBuffer part) throws RequestRefusedException {
      int more = part.remaining();
      if (more > largestBytes - length) {
        throw tooLarge();
      }
      if (length + more > bytes.length) {
        grow(Math.max(FIRST, length + more));
      }
      part.get(bytes, length, more);
      length += more;
    }

    private void grow(int least) throws RequestRefusedException {
      int size = (int) Math.min(largestBytes, Math.max(least, 2L * bytes.length));
      int more = size - bytes.length;
      if (held.addAndGet(more) > mostHeld) {
        held.addAndGet(-more);
        throw new RequestRefusedException(
            Replies.later(429, "Too many at once", "too many pushes are on their way; try again"));
      }
      bytes = Arrays.copyOf(bytes, size);
    }

    @Override
    public void end(Exchange to) throws IOException, RequestRefusedException {
      var received = Arrays.copyOf(bytes, length);
      letGo();
      whole.answer(received, to);
    }

    @Override
    public void letGo() {
      held.addAndGet(-bytes.length);
      bytes = new byte[0];
    }
  }
}
