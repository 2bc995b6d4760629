package org.copytaster.ingest.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * {@code POST /v1/articles:batch}: a line of JSON an item, each answered with a line of JSON as
 * soon as its fate is known; or one body of any format that holds many. However many lines come, no
 * more than one is held.
 */
final class Batch {

  private static final Set<String> LINES =
      Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
  private static final int MOST_AT_ONCE = 16;

  /** What gzip may unpack to: a bomb of blank lines would keep us busy for long. */
  private static final long MOST_UNPACKED = 1L << 30;

  private final Push push;
  private final int largestBytes;
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);

  Batch(Push push, int largestBytes) {
    this.push = push;
    this.largestBytes = largestBytes;
  }

  /**
   * Answers the request; nothing is sent before the first line is known.
   *
   * @throws Refusal if it is refused as a whole; only before anything is sent
   */
  void answer(Request request, Response response) throws IOException, Refusal {
    if (!room.tryAcquire()) {
      throw new Refusal(Replies.later(429, "Too many at once", "too many batches run; try again"));
    }
    try {
      if (LINES.contains(Push.contentType(request.getHeaders()))) {
        lines(request, response);
      } else {
        var replies = push.whole(request);
        try (var out = begin(response)) {
          int item = 0;
          for (var reply : replies) {
            out.write(Replies.line("item", ++item, reply));
          }
        }
      }
    } finally {
      room.release();
    }
  }

  private void lines(Request request, Response response) throws IOException, Refusal {
    boolean packed = Body.gzip(request.getHeaders());
    var admitted = push.admit(request);
    var received =
        admitted.read()
            ? new ByteArrayInputStream(admitted.received())
            : Content.Source.asInputStream(request);
    InputStream plain;
    try {
      plain = packed ? new GZIPInputStream(received) : received;
    } catch (ZipException e) {
      throw new Refusal(400, "Not gzip", "the body cannot be unpacked as gzip");
    }
    try (var out = begin(response);
        var in = new BufferedInputStream(plain, 64 * 1024)) {
      var line = new ByteArrayOutputStream();
      int number = 0;
      long total = 0;
      try {
        for (boolean more = true; more; ) {
          more = readLine(in, line);
          number++;
          total += line.size() + 1;
          if (total > MOST_UNPACKED) {
            throw new Refusal(413, "Too large", "a batch must not be longer than 1 GiB");
          }
          if (!line.toString(java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
            out.write(Replies.line("line", number, taken(request, admitted, line.toByteArray())));
            out.flush();
          }
        }
      } catch (Refusal e) {
        out.write(Replies.line("line", number + 1, e.reply()));
      } catch (ZipException e) {
        var reply = Replies.problem(400, "Not gzip", "the body cannot be unpacked as gzip");
        out.write(Replies.line("line", number + 1, reply));
      }
    }
  }

  private Reply taken(Request request, Push.Admitted admitted, byte[] line) {
    try {
      var headers = request.getHeaders();
      return Replies.together(push.item(headers, admitted, line, "application/json"));
    } catch (Refusal e) {
      return e.reply();
    }
  }

  /** Reads up to the end of a line; false if it was the last. */
  private boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException, Refusal {
    line.reset();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return true;
      }
      line.write(next);
      if (line.size() > largestBytes) {
        throw new Refusal(
            413, "Too large", "a line must not be longer than " + largestBytes + " bytes");
      }
    }
    return false;
  }

  private static OutputStream begin(Response response) {
    response.setStatus(200);
    response.getHeaders().put("Content-Type", "application/x-ndjson");
    return Content.Sink.asOutputStream(response);
  }
}
