package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;

/** A running ingest for tests, and requests to it. */
final class Pushing implements AutoCloseable {

  static final String ARTICLE =
      "{\"guid\":\"urn:coast:1\",\"source\":\"somebody\",\"headline\":\"Head\",\"body\":\"Body\",\"edNote\":\"%s\"}"
          .formatted(Marks.in("note"));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<Service> services = new ArrayList<>();
  private final List<Metrics> meters = new ArrayList<>();

  /** Stops all; none may have text of the copy among its metrics. */
  @Override
  public void close() {
    meters.forEach(each -> Marks.refuse("the metrics of ingest", each.scrape()));
    services.forEach(Service::close);
    services.clear();
  }

  /** Stops the instance that was started first. */
  void closeFirst() {
    services.remove(0).close();
  }

  /** Starts ingest with more settings, in pairs; where it listens. */
  String start(Lane lane, String... more) {
    int port = Ports.free();
    var all = new ArrayList<>(List.of(more));
    all.addAll(List.of("COPYTASTER_INGEST_PORT", "" + port));
    var settings = IngestSettings.read(lane.settings(all.toArray(String[]::new)));
    var measured = new Metrics("ingest");
    meters.add(measured);
    var service = Ingest.service(settings, measured);
    service.start();
    services.add(service);
    await().atMost(Duration.ofSeconds(60)).until(service::ready);
    return "http://127.0.0.1:" + port;
  }

  static List<Article> articles(Lane lane, int atLeast) {
    var topic = new Topics(lane.kafka().topicPrefix()).articles();
    return Reading.<Article>records(lane.kafka(), topic, atLeast).stream()
        .map(record -> record.value())
        .toList();
  }

  /** What the server says to bytes that no client would send. */
  static String raw(String base, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
    }
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  static HttpRequest.Builder push(String base, String body) {
    return post(base + "/v1/articles", "application/json", body);
  }

  static HttpRequest.Builder post(String url, String type, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  static HttpRequest.Builder get(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      Marks.refuse("the answer " + answer.statusCode(), answer.body());
    }
    return answer;
  }

  static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
