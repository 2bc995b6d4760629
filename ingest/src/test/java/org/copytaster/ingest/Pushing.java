package org.copytaster.ingest;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
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

  static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
