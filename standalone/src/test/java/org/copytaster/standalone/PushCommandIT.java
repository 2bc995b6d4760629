package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Authority;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.runtime.Tls;
import org.copytaster.schemas.record.Article;
import org.copytaster.standalone.push.PushCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command of a newsroom that pushes to an ingest with certificates. */
@ExtendWith(Lanes.class)
class PushCommandIT {

  private static final String ARTICLE =
      "{\"guid\":\"urn:coast:1\",\"headline\":\"Head\",\"body\":\"%s\"}"
          .formatted(Marks.in("body"));

  @TempDir private Path sources;
  @TempDir private Path issued;
  private Authority house;
  private Tls.CertifiedKey server;
  private Tls.CertifiedKey coast;
  private final List<Service> services = new ArrayList<>();

  @BeforeEach
  void issue() throws Exception {
    house = new Authority(issued, "house");
    server = house.issue("server", "-ext", "san=ip:127.0.0.1");
    coast = house.issue("coast");
  }

  @AfterEach
  void stop() {
    services.forEach(Service::close);
  }

  @Test
  void theCommandPushesWithACertificate(Lane lane, @TempDir Path directory) throws Exception {
    var base = secured(lane);
    var article = Files.writeString(directory.resolve("a.json"), ARTICLE);
    var said = new StringWriter();
    var command =
        new CommandLine(new PushCommand())
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true));
    var certified =
        new String[] {
          "--url",
          base,
          "--ca",
          "" + house.file(),
          "--cert",
          "" + coast.certificate(),
          "--cert-key",
          "" + coast.key(),
          "" + article
        };

    assertThat(command.execute(certified)).as(said.toString()).isZero();
    assertThat(Reading.<Article>records(lane.kafka(), lane.topics().articles(), 1))
        .extracting(record -> record.value().getSource())
        .containsExactly("coast");
    assertThat(command.execute("--url", base, "" + article)).isEqualTo(1);
    assertThat(said.toString()).contains("TLS with " + base + " failed: ");
  }

  private String secured(Lane lane) throws Exception {
    var owner = "name: coast\nclient-certificate: " + house.fingerprint("coast");
    Files.writeString(sources.resolve("coast.yaml"), owner);
    int port = Ports.free();
    var settings =
        lane.settings(
            "COPYTASTER_INGEST_PORT",
            "" + port,
            "COPYTASTER_INGEST_SOURCES",
            sources.toString(),
            "COPYTASTER_INGEST_TLS_CERTIFICATE",
            server.certificate().toString(),
            "COPYTASTER_INGEST_TLS_KEY",
            server.key().toString(),
            "COPYTASTER_INGEST_TLS_CLIENT_CA",
            house.file().toString());
    var ingest = Ingest.service(IngestSettings.read(settings), new Metrics("ingest"));
    services.add(ingest);
    ingest.start();
    await().atMost(Duration.ofSeconds(60)).until(ingest::ready);
    return "https://127.0.0.1:" + port;
  }
}
