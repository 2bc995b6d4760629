package org.copytaster.ingest.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copytaster.ingest.IngestMetrics;
import org.copytaster.ingest.copy.Circumstances;
import org.copytaster.ingest.copy.Copy;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.ingest.desk.Delivery;
import org.copytaster.ingest.desk.Intake;
import org.copytaster.runtime.OpsServer;
import org.copytaster.schemas.ReceiptKey;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/articles}, {@code GET /v1/receipts/{id}} and {@code GET /openapi.yaml}. */
public final class HttpSource extends Handler.Abstract {

  private static final String ARTICLES = "/v1/articles";
  private static final String RECEIPTS = "/v1/receipts/";

  private final Intake intake;
  private final Clock clock;
  private final int largestBytes;
  private final IngestMetrics metrics;
  private final String openApi;

  /**
   * A source that hands over to {@code intake}.
   *
   * @param largestBytes what is longer is refused with 413
   */
  public HttpSource(Intake intake, int largestBytes, Clock clock, IngestMetrics metrics) {
    this.intake = intake;
    this.clock = clock;
    this.largestBytes = largestBytes;
    this.metrics = metrics;
    this.openApi = resource("openapi.yaml");
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var path = Request.getPathInContext(request);
    var method = request.getMethod();
    if (path.equals(ARTICLES)) {
      send(method.equals("POST") ? push(request) : notAllowed("POST"), response, callback);
    } else if (path.startsWith(RECEIPTS)) {
      var id = path.substring(RECEIPTS.length());
      send(method.equals("GET") ? receipt(id) : notAllowed("GET"), response, callback);
    } else if (path.equals("/openapi.yaml")) {
      send(new Reply(200, Map.of("Content-Type", "application/yaml"), openApi), response, callback);
    } else {
      return false;
    }
    return true;
  }

  private Reply push(Request request) throws IOException {
    var type = contentType(request);
    if (!intake.formats().reads(type)) {
      return problem(
          415, "Unknown media type", "no format of the media type " + clip(type) + " is known");
    }
    if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
      return problem(415, "Unknown encoding", "Content-Encoding is not understood; send it plain");
    }
    var bytes = read(request);
    if (bytes.isEmpty()) {
      return problem(
          413, "Too large", "the copy must not be longer than " + largestBytes + " bytes");
    }
    try {
      var circumstances = new Circumstances(ZoneOffset.UTC, clock.instant());
      var copy = new Copy(bytes.get(), charset(request), given(request), circumstances);
      var declared = new Delivery.Declared(type, null, null);
      var trace = request.getHeaders().get("traceparent");
      return Replies.of(intake.take(new Delivery(copy, declared, trace)));
    } catch (UnreadableCopy e) {
      metrics.unreadable("http");
      return Replies.unreadable(e.problems());
    }
  }

  private Reply receipt(String id) {
    return ReceiptKey.ofId(id)
        .flatMap(intake::find)
        .map(trail -> Replies.receipt(200, trail))
        .orElseGet(() -> problem(404, "No such receipt", "there is no receipt with this id"));
  }

  /** The whole body, or nothing if it is too long; never more than that in memory. */
  private Optional<byte[]> read(Request request) throws IOException {
    if (request.getLength() > largestBytes) {
      return Optional.empty();
    }
    var bytes = Content.Source.asInputStream(request).readNBytes(largestBytes + 1);
    return Optional.of(bytes).filter(read -> read.length <= largestBytes);
  }

  private static String contentType(Request request) {
    var header = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** As the header has it; what it means is for the reader of the bytes to find out. */
  private static @Nullable String charset(Request request) {
    var header = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return header == null ? null : MimeTypes.getCharsetFromContentType(header);
  }

  /** The fields given in the query; the source is {@code http} unless it says its own name. */
  private static Map<String, String> given(Request request) throws UnreadableCopy {
    var given = new HashMap<String, String>();
    given.put("source", "http");
    try {
      Request.extractQueryParameters(request)
          .forEach(field -> given.put(field.getName(), field.getValue()));
    } catch (HttpException.RuntimeException | IllegalArgumentException e) {
      throw new UnreadableCopy("", "was sent with a query that is not UTF-8 in percent signs");
    }
    return given;
  }

  private static Reply notAllowed(String allowed) {
    return problem(405, "Method not allowed", "only " + allowed + " is understood here");
  }

  private static Reply problem(int status, String title, String detail) {
    return Replies.problem(status, title, detail);
  }

  private static String clip(String text) {
    return text.substring(0, Math.min(80, text.length()));
  }

  private static void send(Reply reply, Response response, Callback callback) {
    OpsServer.send(response, callback, reply.status(), reply.headers(), reply.body());
  }

  private static String resource(String name) {
    try (var in = HttpSource.class.getResourceAsStream("/org/copytaster/ingest/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
