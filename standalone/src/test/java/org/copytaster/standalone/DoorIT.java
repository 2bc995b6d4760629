package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whom the servers of a running pipeline let in. */
@ExtendWith(Lanes.class)
class DoorIT {

  private static final String KILL =
      "POST /v1/articles?guid=urn:door:1&version=4&pubStatus=CANCELED&edNote=KILL HTTP/1.1\r\n"
          + "Content-Type: text/plain\r\nContent-Length: 6\r\n%s\r\n\r\nkilled";

  @TempDir private Path directory;

  @Test
  void noDoorLetsAForeignPageOrHostIn(Lane lane) throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      pipeline.push(
          Pipeline.article("urn:door:1", 1, "President Maria Lopez met Lopez in Berlin."));
      pipeline.stored("urn:door:1", 1);

      for (var service : List.of("ingest", "enrich", "sink", "console")) {
        int port = pipeline.port(service);
        var paths =
            service.equals("console")
                ? List.of("/", "/v1/articles", "/v1/status", "/v1/events", "/metrics")
                : List.of("/metrics", "/health/ready", "/v1/receipts/x", "/v1/sources");
        for (var path : paths) {
          var get = "GET " + path + " HTTP/1.1\r\n";
          assertThat(answer(port, get + "Host: evil.example:" + port + "\r\n\r\n"))
              .as(service + path)
              .startsWith("HTTP/1.1 421");
          assertThat(answer(port, get + "Host: localhost\r\nOrigin: http://localhost:1\r\n\r\n"))
              .as(service + path)
              .startsWith("HTTP/1.1 403")
              .doesNotContain("Access-Control");
        }
        assertThat(pipeline.metrics(service))
            .containsPattern("copytaster_door_refused_total\\{reason=\"host\",.*} [1-9]");
      }
      int ingest = pipeline.port("ingest");
      for (var page : List.of("http://localhost:9000", "null", "http://127.0.0.1:" + ingest)) {
        assertThat(
                answer(ingest, KILL.formatted("Host: 127.0.0.1:" + ingest + "\r\nOrigin: " + page)))
            .startsWith("HTTP/1.1 4");
      }
      assertThat(pipeline.stored("urn:door:1", 1).path("pubStatus").asText()).isEqualTo("USABLE");
    }
  }

  /** Apicurio lets pages of localhost:8080 in unless it is told otherwise. */
  @Test
  void registryOfUpRefusesPages(Lane lane) throws Exception {
    var registry = URI.create(String.valueOf(lane.kafka().registry().get("schema.registry.url")));
    var subjects = registry.getPath() + "/subjects";
    for (var origin : List.of("http://localhost:8080", "http://evil.example", "null")) {
      assertThat(
              answer(
                  registry.getPort(),
                  "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: %s\r\n\r\n"
                      .formatted(subjects, registry.getPort(), origin)))
          .startsWith("HTTP/1.1 403");
      assertThat(
              answer(
                  registry.getPort(),
                  ("POST %s/evil/versions HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: %s\r\n"
                          + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}")
                      .formatted(subjects, registry.getPort(), origin)))
          .startsWith("HTTP/1.1 403");
    }
  }

  private static String answer(int port, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readNBytes(200), ISO_8859_1);
    }
  }
}
