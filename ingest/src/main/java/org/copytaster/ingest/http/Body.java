package org.copytaster.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads what is sent, never more than is allowed and never for longer than that should take. */
final class Body {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CHUNK = 64 * 1024;

  private final int largestBytes;

  Body(int largestBytes) {
    this.largestBytes = largestBytes;
  }

  /**
   * The whole body as received.
   *
   * @throws Refusal with 413 if it is too long, with 408 if it comes too slowly
   */
  byte[] received(Request request) throws IOException, Refusal {
    if (request.getLength() > largestBytes) {
      throw tooLarge();
    }
    return all(Content.Source.asInputStream(request));
  }

  /**
   * The body without its encoding.
   *
   * @throws Refusal with 413 if it is too long, with 400 or 415 if it cannot be unpacked
   */
  byte[] unpacked(HttpFields headers, byte[] received) throws Refusal {
    if (!gzip(headers)) {
      return received;
    }
    try (var plain = new GZIPInputStream(new java.io.ByteArrayInputStream(received), CHUNK)) {
      return all(plain);
    } catch (IOException e) {
      throw new Refusal(400, "Not gzip", "the body cannot be unpacked as gzip");
    }
  }

  /** Whether the body is packed; throws 415 if it is in a way that is not known. */
  static boolean gzip(HttpFields headers) throws Refusal {
    var encoding = headers.get(HttpHeader.CONTENT_ENCODING);
    if (encoding == null || encoding.strip().equalsIgnoreCase("identity")) {
      return false;
    }
    var name = encoding.strip().toLowerCase(Locale.ROOT);
    if (name.equals("gzip") || name.equals("x-gzip")) {
      return true;
    }
    throw new Refusal(415, "Unknown encoding", "only gzip is understood as Content-Encoding");
  }

  private byte[] all(InputStream in) throws IOException, Refusal {
    long begin = System.nanoTime();
    var bytes = new byte[Math.min(CHUNK, largestBytes + 1)];
    int length = 0;
    for (int read = in.read(bytes);
        read >= 0;
        read = in.read(bytes, length, bytes.length - length)) {
      length += read;
      if (length > largestBytes) {
        throw tooLarge();
      }
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new Refusal(
            408, "Too slow", "the body must come within " + PATIENCE.toSeconds() + " s");
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(2L * length, largestBytes + 1L));
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  private Refusal tooLarge() {
    return new Refusal(
        413, "Too large", "the copy must not be longer than " + largestBytes + " bytes");
  }
}
