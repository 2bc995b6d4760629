package org.copytaster.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The page: a handful of files out of the class path, each at its own path and none besides. */
final class PageHandler extends Handler.Abstract {

  private static final String HTML = "text/html;charset=utf-8";
  private static final String SCRIPT = "text/javascript;charset=utf-8";

  private static final List<String> SCRIPTS =
      List.of(
          "page.js",
          "list.js",
          "article.js",
          "chain.js",
          "changes.js",
          "marks.js",
          "zones.js",
          "origin.js",
          "status.js",
          "desk.js",
          "held.js",
          "ask.js",
          "moment.js",
          "stream.js",
          "watch.js",
          "reading.js",
          "wire.js",
          "recalls.js");

  private final Map<String, Resource> resources = new HashMap<>();
  private final ConsoleMetrics metrics;

  private record Resource(String type, ByteBuffer content, String etag) {}

  PageHandler(ConsoleMetrics metrics) {
    this.metrics = metrics;
    resources.put("/", resource("page/index.html", HTML));
    resources.put("/page.css", resource("page/page.css", "text/css;charset=utf-8"));
    resources.put("/icon.svg", resource("page/icon.svg", "image/svg+xml"));
    for (var script : SCRIPTS) {
      resources.put("/" + script, resource("page/" + script, SCRIPT));
    }
    resources.put("/openapi.yaml", resource("openapi.yaml", "application/yaml"));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var resource = resources.get(Request.getPathInContext(request));
    var method = request.getMethod();
    if (resource == null || !(method.equals("GET") || method.equals("HEAD"))) {
      return false;
    }
    long begun = System.nanoTime();
    var headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, resource.type());
    headers.put(HttpHeader.ETAG, resource.etag());
    headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
    headers.put(
        "Content-Security-Policy",
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
            + " object-src 'none'");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    if (resource.etag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
      response.setStatus(304);
      callback.succeeded();
    } else {
      response.setStatus(200);
      headers.put(HttpHeader.CONTENT_LENGTH, resource.content().remaining());
      response.write(true, body(method, resource), callback);
    }
    metrics.answered(ConsoleMetrics.Route.PAGE, Duration.ofNanos(System.nanoTime() - begun));
    return true;
  }

  private static ByteBuffer body(String method, Resource resource) {
    return method.equals("HEAD") ? ByteBuffer.allocate(0) : resource.content().duplicate();
  }

  private static Resource resource(String name, String type) {
    try (var in = PageHandler.class.getResourceAsStream("/org/copytaster/console/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      var bytes = in.readAllBytes();
      return new Resource(type, ByteBuffer.wrap(bytes).asReadOnlyBuffer(), etag(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static String etag(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest, 0, 8) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
