package org.copytaster.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A server of feeds that answers what it is told, and remembers who asked for what. */
final class FeedServer implements AutoCloseable {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<Map<String, String>> asked = Collections.synchronizedList(new ArrayList<>());

  /** What stands at an address. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Page(int status, Map<String, String> headers, byte[] body) {}

  FeedServer() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            return answer(request, response, callback);
          }
        });
    server.start();
  }

  String base() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  /** Puts a page there; header names and values follow in pairs. */
  void put(String target, int status, String body, String... headers) {
    put(target, status, body.getBytes(UTF_8), headers);
  }

  void put(String target, int status, byte[] body, String... headers) {
    var all = new HashMap<String, String>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    pages.put(target, new Page(status, all, body));
  }

  /** The headers of all requests so far, with the target under {@code :target}. */
  List<Map<String, String>> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  static byte[] gzip(byte[] bytes) throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // as LifeCycle declares it
      throw new IllegalStateException(e);
    }
  }

  private boolean answer(Request request, Response response, Callback callback) {
    var target = request.getHttpURI().getPathQuery();
    var headers = new HashMap<String, String>();
    headers.put(":target", target);
    request.getHeaders().forEach(field -> headers.put(field.getLowerCaseName(), field.getValue()));
    asked.add(headers);
    var page = pages.getOrDefault(target, new Page(404, Map.of(), new byte[0]));
    page.headers().forEach(response.getHeaders()::put);
    var etag = page.headers().get(HttpHeader.ETAG.asString());
    boolean known = etag != null && etag.equals(headers.get("if-none-match"));
    response.setStatus(known ? 304 : page.status());
    response.write(true, ByteBuffer.wrap(known ? new byte[0] : page.body()), callback);
    return true;
  }
}
