package org.copytaster.ingest.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.copytaster.ingest.desk.Intake;
import org.copytaster.ingest.source.SourceWatch;
import org.copytaster.schemas.ReceiptKey;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What ingest answers over HTTP: pushes of one article or many, receipts, sources, and what
 * Superdesk asks for pictures.
 */
public final class HttpSource extends Handler.Abstract {

  private static final String RECEIPTS = "/v1/receipts/";
  private static final String ASSETS = "/push_binary";
  private static final String BATCH = "/v1/articles:batch";
  private static final Set<String> TAKES = Set.of("/v1/articles", "/v1/push", BATCH, ASSETS);

  private final Intake intake;
  private final BodyLimits limits;
  private final Push push;
  private final Batch batch;
  private final Assets assets;
  private final SourceStates states;
  private final String openApi;

  /**
   * A source that hands over to {@code intake}.
   *
   * @param sources who may push
   * @param mayBeOpen whether a push needs no credential while none is set up
   * @param limits of the bodies that it takes
   */
  public HttpSource(
      Intake intake, SourceWatch sources, boolean mayBeOpen, BodyLimits limits, Clock clock) {
    this.intake = intake;
    var gate = new Gate(sources::now, mayBeOpen, clock);
    this.limits = limits;
    var body = new GatheredBody(limits.largestBytes(), Runtime.getRuntime().maxMemory() / 4);
    this.push = new Push(intake, gate, body, clock);
    this.batch = new Batch(push, limits);
    this.assets = new Assets(gate);
    this.states = new SourceStates(sources, clock);
    this.openApi = resource("openapi.yaml");
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var exchange = new Exchange(request, response, callback, intake::replied);
    try {
      var path = Request.getPathInContext(request);
      if (request.getMethod().equals("POST") && TAKES.contains(path)) {
        take(exchange, path);
        return true;
      }
      var reply = reply(request, path);
      if (reply == null) {
        return false;
      }
      exchange.send(reply);
    } catch (RequestRefusedException e) {
      exchange.send(e.reply());
    }
    return true;
  }

  private void take(Exchange exchange, String path) throws IOException, RequestRefusedException {
    if (path.equals(BATCH)) {
      batch.answer(exchange);
    } else {
      var request = exchange.request();
      var taker =
          path.equals(ASSETS) ? assets.take(request) : push.whole(request, Replies::together);
      new ArrivingBody(exchange, taker, limits).run();
    }
  }

  private @Nullable Reply reply(Request request, String path) {
    var method = request.getMethod();
    if (TAKES.contains(path)) {
      return notAllowed("POST");
    } else if (path.startsWith(RECEIPTS)) {
      return method.equals("GET") ? receipt(path.substring(RECEIPTS.length())) : notAllowed("GET");
    } else if (path.equals("/v1/sources")) {
      return method.equals("GET") ? states.reply() : notAllowed("GET");
    } else if (path.startsWith(ASSETS + "/")) {
      return method.equals("GET")
          ? assets.find(path.substring(ASSETS.length() + 1))
          : notAllowed("GET");
    }
    return path.equals("/openapi.yaml")
        ? new Reply(200, Map.of("Content-Type", "application/yaml"), openApi)
        : null;
  }

  private Reply receipt(String id) {
    return ReceiptKey.ofId(id)
        .flatMap(intake::find)
        .map(trail -> Replies.receipt(200, trail))
        .orElseGet(() -> problem(404, "No such receipt", "there is no receipt with this id"));
  }

  private static Reply notAllowed(String allowed) {
    return problem(405, "Method not allowed", "only " + allowed + " is understood here");
  }

  private static Reply problem(int status, String title, String detail) {
    return Replies.problem(status, title, detail);
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
