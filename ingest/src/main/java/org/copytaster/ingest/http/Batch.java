package org.copytaster.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * {@code POST /v1/articles:batch}: a line of JSON an item, each answered with a line of JSON as
 * soon as its fate is known; or one body of any format that holds many. However many lines come, no
 * more than one is held.
 */
final class Batch {

  private static final String NDJSON = "application/x-ndjson";
  private static final Set<String> LINES =
      Set.of(NDJSON, "application/ndjson", "application/jsonl");

  /** What gzip may unpack to: a bomb of blank lines would keep us busy for long. */
  private static final long MOST_UNPACKED = 1L << 30;

  private final Push push;
  private final BodyLimits limits;
  private final BatchRoom room = new BatchRoom();

  Batch(Push push, BodyLimits limits) {
    this.push = push;
    this.limits = limits;
  }

  /**
   * Answers the request, now or when its body has arrived; nothing is sent before the first line is
   * known.
   *
   * @throws RequestRefusedException if it is refused as a whole; only before anything is sent
   */
  void answer(Exchange exchange) throws IOException, RequestRefusedException {
    var request = exchange.request();
    if (!LINES.contains(Declaration.mediaType(request.getHeaders()))) {
      new ArrivingBody(exchange, push.whole(request, Batch::items), limits).run();
    } else if (push.signed(request)) {
      GatheredBody.Whole whole =
          (received, to) ->
              lines(to, push.admit(request, received), new ByteArrayInputStream(received));
      new ArrivingBody(exchange, push.gather(request, whole), limits).run();
    } else {
      lines(exchange, push.admit(request), Content.Source.asInputStream(request));
    }
  }

  private void lines(Exchange exchange, Push.Admitted admitted, InputStream received)
      throws IOException, RequestRefusedException {
    boolean packed = GatheredBody.gzip(exchange.request().getHeaders());
    room.enter(admitted.caller());
    try {
      var patient = new PatientStream(received, limits);
      InputStream plain;
      try {
        plain = packed ? new GZIPInputStream(patient) : patient;
      } catch (ZipException | EOFException e) {
        throw new RequestRefusedException(400, "Not gzip", "the body cannot be unpacked as gzip");
      } catch (SocketTimeoutException e) {
        throw limits.tooSlow();
      } catch (HttpException.RuntimeException e) {
        throw GatheredBody.broken();
      }
      try (var in = new BufferedInputStream(plain, 64 * 1024);
          var out = begin(exchange.response())) {
        lines(exchange, admitted, new Lines(patient, in, out));
      }
    } finally {
      room.leave(admitted.caller());
    }
    exchange.callback().succeeded();
  }

  /** Lines as they come in, and where their answers go. */
  private record Lines(PatientStream patient, InputStream in, OutputStream out) {}

  private void lines(Exchange exchange, Push.Admitted admitted, Lines lines) throws IOException {
    var request = exchange.request();
    var line = new ByteArrayOutputStream();
    int number = 0;
    long total = 0;
    Reply last;
    try {
      for (boolean more = true; more; ) {
        lines.patient().again();
        more = readLine(lines.in(), line);
        number++;
        total += line.size() + 1;
        if (total > MOST_UNPACKED) {
          throw new RequestRefusedException(
              413, "Too large", "a batch must not be longer than 1 GiB");
        }
        if (!line.toString(ISO_8859_1).isBlank()) {
          var reply = taken(request, admitted, line.toByteArray());
          exchange.told().accept(reply.status());
          lines.out().write(Replies.line("line", number, reply));
          lines.out().flush();
        }
      }
      return;
    } catch (RequestRefusedException e) {
      last = e.reply();
    } catch (SocketTimeoutException e) {
      last = limits.tooSlow().reply();
    } catch (ZipException e) {
      last = Replies.problem(400, "Not gzip", "the body cannot be unpacked as gzip");
    } catch (HttpException.RuntimeException e) {
      last = GatheredBody.broken().reply();
    }
    exchange.told().accept(last.status());
    lines.out().write(Replies.line("line", number + 1, last));
  }

  private static Reply items(List<Reply> replies) {
    var all = new StringBuilder();
    var bounded = Replies.bounded(replies);
    for (int i = 0; i < bounded.size(); i++) {
      all.append(new String(Replies.line("item", i + 1, bounded.get(i)), UTF_8));
    }
    return new Reply(200, Map.of("Content-Type", NDJSON), all.toString());
  }

  private Reply taken(Request request, Push.Admitted admitted, byte[] line) {
    try {
      var headers = request.getHeaders();
      return Replies.together(push.item(headers, admitted, line, "application/json"));
    } catch (RequestRefusedException e) {
      return e.reply();
    }
  }

  /** Reads up to the end of a line; false if it was the last. */
  private boolean readLine(InputStream in, ByteArrayOutputStream line)
      throws IOException, RequestRefusedException {
    line.reset();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return true;
      }
      line.write(next);
      if (line.size() > limits.largestBytes()) {
        throw new RequestRefusedException(
            413, "Too large", "a line must not be longer than " + limits.largestBytes() + " bytes");
      }
    }
    return false;
  }

  private static OutputStream begin(Response response) {
    response.setStatus(200);
    response.getHeaders().put("Content-Type", NDJSON);
    return Content.Sink.asOutputStream(response);
  }
}
