package org.copytaster.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.copytaster.ingest.feed.Fetched.Validators;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.outgoing.PublicAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedClientTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final int LARGEST = 10_000;

  private final FeedClient client = new FeedClient(true, LARGEST, NOON);
  private final FeedServer server;

  FeedClientTest() throws Exception {
    this.server = new FeedServer();
  }

  @BeforeEach
  void putFeed() {
    server.put("/feed", 200, "<rss/>", "Content-Type", "application/RSS+xml; charset=latin1");
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void bodyComesWithWhatItIsDeclaredToBe() {
    var body = (Fetched.Body) fetch("/feed");

    assertThat(body.bytes()).asString(UTF_8).isEqualTo("<rss/>");
    assertThat(body.mediaType()).isEqualTo("application/rss+xml");
    assertThat(body.charset()).isEqualTo("latin1");
    assertThat(server.asked().get(0)).containsEntry("user-agent", "Copytaster (feed reader)");
  }

  @Test
  void whatIsStillTheSameIsNotSentAgain() {
    server.put("/feed", 200, "<rss/>", "ETag", "\"7\"");
    var first = (Fetched.Body) fetch("/feed");

    var second = client.fetch(url("/feed"), first.validators(), Secret.NONE);

    assertThat(second).isInstanceOf(Fetched.Unchanged.class);
  }

  @Test
  void aRedirectIsFollowedAndTheCredentialStaysWithItsHost() throws Exception {
    try (var other = new FeedServer()) {
      other.put("/there", 200, "<rss/>");
      server.put("/moved", 301, "", "Location", other.base() + "/there");

      var fetched = client.fetch(url("/moved"), Validators.NONE, new Secret("Bearer s"));

      assertThat(fetched).isInstanceOf(Fetched.Body.class);
      assertThat(server.asked().get(0)).containsEntry("authorization", "Bearer s");
      assertThat(other.asked().get(0)).doesNotContainKey("authorization");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/hosts", "gopher://127.0.0.1/", "http://[", "/moved"})
  void aRedirectThatLeadsNowhereIsRefused(String location) {
    server.put("/moved", 302, "", "Location", location);

    assertThat(((Fetched.Failed) fetch("/moved")).reason()).startsWith("redirects");
  }

  @Test
  void anAnswerTooLongIsRefusedAlsoWhenItIsPacked() throws Exception {
    server.put("/long", 200, "x".repeat(LARGEST + 1));
    server.put("/bomb", 200, FeedServer.gzip(new byte[50_000_000]), "Content-Encoding", "gzip");

    assertThat(reason("/long")).isEqualTo("answers more than 10000 bytes");
    assertThat(reason("/bomb")).isEqualTo("answers more than 10000 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "'Tue, 24 Nov 2026 12:30:00 GMT', PT30M",
    "99999999, PT24H",
    "soon,",
    "'Tue, 24 Nov 2026 11:00:00 GMT',"
  })
  void theServerSaysHowLongItWantsToBeLeftAlone(String header, Duration pause) {
    server.put("/busy", 503, "", "Retry-After", header);

    var failed = (Fetched.Failed) fetch("/busy");

    assertThat(failed.reason()).isEqualTo("answers 503");
    assertThat(failed.retryAfter()).isEqualTo(pause);
  }

  @Test
  void aHostThatNobodyKnowsAndOneThatDoesNotListenAreSaidToBeSo() {
    var unknown = URI.create("http://no-such-host.invalid/");
    var silent = URI.create("http://127.0.0.1:1/");

    assertThat(client.fetch(unknown, Validators.NONE, Secret.NONE))
        .isEqualTo(new Fetched.Failed("has a host that nobody knows", null));
    assertThat(client.fetch(silent, Validators.NONE, Secret.NONE))
        .isEqualTo(new Fetched.Failed("cannot be reached", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1", "http://localhost", "http://[::1]"})
  void loopbackIsRefusedWithoutBeingAsked(String host) {
    try (var guarded = new FeedClient(false, LARGEST, NOON)) {
      var url = URI.create(host + server.base().substring("http://127.0.0.1".length()) + "/feed");

      var fetched = guarded.fetch(url, Validators.NONE, Secret.NONE);

      assertThat(((Fetched.Failed) fetched).reason()).startsWith("has a private address");
      assertThat(server.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "10.1.2.3, false",
    "172.31.255.255, false",
    "172.32.0.1, true",
    "192.168.1.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "0.0.0.0, false",
    "224.0.0.1, false",
    "2606:4700::1111, true",
    "::1, false",
    "fe80::1, false",
    "fd00::1, false",
    "ff02::1, false",
    "::ffff:127.0.0.1, false",
    "::ffff:8.8.8.8, true",
    "64:ff9b::7f00:1, false",
    "2002:7f00:1::, false",
    "2001:db8::1, false"
  })
  void onlyWhatAnybodyCouldReachIsPublic(String address, boolean open) throws Exception {
    assertThat(new PublicAddresses().isPublic(InetAddress.getByName(address))).isEqualTo(open);
  }

  private URI url(String target) {
    return URI.create(server.base() + target);
  }

  private Fetched fetch(String target) {
    return client.fetch(url(target), Validators.NONE, Secret.NONE);
  }

  private String reason(String target) {
    return ((Fetched.Failed) fetch(target)).reason();
  }
}
