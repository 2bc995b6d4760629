package org.copytaster.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.copytaster.ingest.Pushing.articles;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Authority;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Requests;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Tls;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.schemas.record.Article;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pushes over TLS, by those who show a certificate and by those who do not. */
@ExtendWith(Lanes.class)
class TlsPushIT {

  private static final String SAN = "san=ip:127.0.0.1";

  @TempDir static Path issued;
  private static Authority house;
  private static Authority elsewhere;
  private static Tls.CertifiedKey server;
  private static Tls.CertifiedKey coast;
  private static Tls.CertifiedKey coastRenewed;

  private final Pushing ingest = new Pushing();
  private final Secret key = KeyHash.newKey();
  @TempDir Path sources;

  @BeforeAll
  static void issue() throws Exception {
    house = new Authority(issued, "house");
    elsewhere = new Authority(issued, "elsewhere");
    server = house.issue("server", "-ext", SAN);
    coast = house.issue("coast");
    coastRenewed = house.issue("coast-renewed");
  }

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void aSourceIsWhoItsCertificateSays(Lane lane) throws Exception {
    var base = secured(lane, coastIs("coast"));

    assertThat(push(client(coast), base, Secret.NONE)).isEqualTo(202);
    assertThat(articles(lane, 1)).extracting(Article::getSource).containsExactly("coast");
  }

  @Test
  void aClientWithoutCertificatePushesWithItsKeyAndNotWithoutOne(Lane lane) throws Exception {
    var base = secured(lane, coastIs("coast") + "key-hash: " + KeyHash.of(key) + "\n");

    assertThat(push(client(null), base, Secret.NONE)).isEqualTo(401);
    assertThat(push(client(null), base, key)).isEqualTo(202);
    assertThat(push(client(coast), base, new Secret("no key of anybody"))).isEqualTo(401);
  }

  @Test
  void aCertificateThatNoSourceNamesIsNobodys(Lane lane) throws Exception {
    var base = secured(lane, coastIs("coast"));

    assertThat(push(client(coastRenewed), base, Secret.NONE)).isEqualTo(401);
  }

  @Test
  void aStrangersCertificateIsRefusedBeforeAnyRequest(Lane lane) throws Exception {
    var stranger = elsewhere.issue("stranger");
    var base =
        secured(lane, "name: coast\nclient-certificate: " + elsewhere.fingerprint("stranger"));

    assertThatThrownBy(() -> push(stubborn(stranger), base, Secret.NONE))
        .isInstanceOf(IOException.class);
    assertThat(push(client(null), base, Secret.NONE)).isEqualTo(401);
  }

  @Test
  void aCertificateThatHasRunOutIsRefused(Lane lane) throws Exception {
    var signed = house.issue("expired", "-startdate", "-3d", "-validity", "1");
    var alone = new Authority(issued, "alone", "EC", "-startdate", "-3d", "-validity", "1");
    var trusted = issued.resolve("with-alone.pem");
    Files.writeString(trusted, Files.readString(house.file()) + Files.readString(alone.file()));
    var base =
        secured(
            lane,
            trusted,
            "name: coast\nclient-certificate: [%s, %s]"
                .formatted(house.fingerprint("expired"), alone.fingerprint("alone")));

    assertThatThrownBy(() -> push(stubborn(signed), base, Secret.NONE))
        .isInstanceOf(IOException.class);
    // one that is trusted itself is not looked at in the handshake
    assertThat(push(stubborn(alone.identity()), base, Secret.NONE)).isEqualTo(401);
  }

  @Test
  void twoCertificatesLiveAtOnceWhileOneIsReplaced(Lane lane) throws Exception {
    var base = secured(lane, coastIs("coast", "coast-renewed"));

    assertThat(push(client(coast), base, Secret.NONE)).isEqualTo(202);
    assertThat(push(client(coastRenewed), base, Secret.NONE)).isEqualTo(200);

    Files.writeString(sources.resolve("coast.yaml"), coastIs("coast-renewed"));
    var old = client(coast);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(push(old, base, Secret.NONE)).isEqualTo(401));
    assertThat(push(client(coastRenewed), base, Secret.NONE)).isEqualTo(200);
  }

  @Test
  void aRenewedServerCertificateIsShownWithoutARestart(Lane lane) throws Exception {
    var certificate = Files.copy(server.certificate(), sources.resolve("server.crt"));
    var key = Files.copy(server.key(), sources.resolve("server.key"));
    Files.writeString(sources.resolve("coast.yaml"), coastIs("coast"));
    var base = start(lane, new Tls.CertifiedKey(certificate, key), house.file());
    assertThat(shown(base)).isEqualTo(house.certificate("server"));

    var renewed = house.issue("server-renewed", "-ext", SAN, "-validity", "30");
    Files.copy(renewed.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
    assertThat(shown(base)).isEqualTo(house.certificate("server"));
    Files.copy(renewed.key(), key, StandardCopyOption.REPLACE_EXISTING);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(shown(base)).isEqualTo(house.certificate("server-renewed")));
    assertThat(expires(base))
        .isEqualTo(house.certificate("server-renewed").getNotAfter().toInstant());
    assertThat(push(client(coast), base, Secret.NONE)).isEqualTo(202);
  }

  @Test
  void healthAndMetricsNeedNoCertificateAndPlainHttpGetsNothing(Lane lane) throws Exception {
    var base = secured(lane, coastIs("coast"));

    for (var path : new String[] {"/health/ready", "/metrics"}) {
      var request = HttpRequest.newBuilder(URI.create(base + path)).build();
      var answer = client(null).send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
    assertThat(Requests.raw(base, "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .doesNotStartWith("HTTP/1.1 200");
  }

  @Test
  void oldVersionsOfTlsAreNotSpoken(Lane lane) throws Exception {
    var base = secured(lane, coastIs("coast"));
    var context = new Tls(Optional.empty(), Optional.of(house.file())).context();

    assertThat(spoken(base, context, "TLSv1.3")).isEqualTo("TLSv1.3");
    assertThat(spoken(base, context, "TLSv1.2")).isEqualTo("TLSv1.2");
    assertThatThrownBy(() -> spoken(base, context, "TLSv1.1")).isInstanceOf(SSLException.class);
  }

  @Test
  void ingestDoesNotStartWithAKeyThatDoesNotFit(Lane lane) {
    var wrong = new Tls.CertifiedKey(server.certificate(), coast.key());

    assertThatIllegalStateException()
        .isThrownBy(() -> start(lane, wrong, house.file()))
        .withMessageContaining("coast.key is not that of the first certificate in");
  }

  private static String coastIs(String... owners) throws Exception {
    var lines = new StringBuilder("name: coast\nclient-certificate:\n");
    for (var owner : owners) {
      lines.append("  - ").append(house.fingerprint(owner)).append('\n');
    }
    return lines.toString();
  }

  private String secured(Lane lane, String source) throws IOException {
    return secured(lane, house.file(), source);
  }

  private String secured(Lane lane, Path trusted, String source) throws IOException {
    Files.writeString(sources.resolve("coast.yaml"), source);
    return start(lane, server, trusted);
  }

  private String start(Lane lane, Tls.CertifiedKey identity, Path trusted) {
    return ingest
        .start(
            lane,
            "COPYTASTER_INGEST_SOURCES",
            sources.toString(),
            "COPYTASTER_INGEST_TLS_CERTIFICATE",
            identity.certificate().toString(),
            "COPYTASTER_INGEST_TLS_KEY",
            identity.key().toString(),
            "COPYTASTER_INGEST_TLS_CLIENT_CA",
            trusted.toString())
        .replace("http:", "https:");
  }

  private static HttpClient client(Tls.@Nullable CertifiedKey identity) {
    return HttpClient.newBuilder()
        .sslContext(new Tls(Optional.ofNullable(identity), Optional.of(house.file())).context())
        .build();
  }

  private static HttpClient stubborn(Tls.CertifiedKey identity) throws Exception {
    return HttpClient.newBuilder().sslContext(Authority.stubborn(identity, house)).build();
  }

  private static int push(HttpClient client, String base, Secret key) throws Exception {
    var request = Requests.push(base, Pushing.ARTICLE);
    if (key.isPresent()) {
      request.header("X-Api-Key", key.reveal());
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static Object shown(String base) throws Exception {
    var context = new Tls(Optional.empty(), Optional.of(house.file())).context();
    try (var socket = connected(base, context)) {
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  /** As the metric has it. */
  private static Instant expires(String base) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(base + "/metrics")).build();
    var scraped = client(null).send(request, HttpResponse.BodyHandlers.ofString()).body();
    var line =
        scraped.lines().filter(each -> each.startsWith("copytaster_certificate_expires{")).toList();
    assertThat(line).hasSize(1);
    return Instant.ofEpochSecond(
        (long) Double.parseDouble(line.get(0).substring(line.get(0).lastIndexOf(' ') + 1)));
  }

  private static String spoken(String base, SSLContext context, String version) throws Exception {
    try (var socket = connected(base, context)) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  private static SSLSocket connected(String base, SSLContext context) throws IOException {
    return (SSLSocket)
        context.getSocketFactory().createSocket("127.0.0.1", URI.create(base).getPort());
  }
}
