package org.copytaster.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.copytaster.ingest.feed.Fetched.Validators;
import org.copytaster.ingest.source.Way;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.outgoing.PublicAddresses;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a feed's server would like to send us, with names and servers of the test's own. The
 * loopback of this machine plays the Internet: what a name of the test means is public where the
 * test says so, and everything else is looked at by {@link PublicAddresses}.
 */
class FeedRedirectTest {

  private static final int LARGEST = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Secret KEY = new Secret("Bearer key");

  private final Names names = new Names();
  private final FeedClient client = new FeedClient(names, LARGEST, PATIENCE, Clock.systemUTC());
  private final FeedServer server;

  FeedRedirectTest() throws Exception {
    this.server = new FeedServer();
    names.put("wire.example", "93.184.216.34");
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  /** What a name means, look-up by look-up; 93.184.216.34 is where the test's own server is. */
  private static final class Names implements SocketAddressResolver {
    private static final String HERE = "93.184.216.34";
    private final Map<String, List<String>> meanings = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final PublicAddresses open = new PublicAddresses(this::lookUp);

    void put(String host, String... addresses) {
      meanings.put(host, new CopyOnWriteArrayList<>(addresses));
    }

    private void lookUp(
        String host,
        int port,
        Map<String, Object> context,
        Promise<List<InetSocketAddress>> found) {
      asked.add(host);
      var all = meanings.get(host);
      try {
        var address = all == null ? host : all.size() > 1 ? all.remove(0) : all.get(0);
        var meant = InetAddress.getAllByName(address);
        found.succeeded(
            Arrays.stream(meant).map(each -> new InetSocketAddress(each, port)).toList());
      } catch (UnknownHostException e) {
        found.failed(e);
      }
    }

    @Override
    public void resolve(
        String host,
        int port,
        Map<String, Object> context,
        Promise<List<InetSocketAddress>> found) {
      open.resolve(
          host,
          port,
          context,
          Promise.from(
              all -> found.succeeded(all.stream().map(this::here).toList()), found::failed));
    }

    /** Connects to the test's own server in the place of the public address. */
    private InetSocketAddress here(InetSocketAddress address) {
      return address.getAddress().getHostAddress().equals(HERE)
          ? new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort())
          : address;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "0.0.0.0",
        "0",
        "localhost",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b:1::7f00:1]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "169.254.169.254",
        "100.64.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "user@127.0.0.1",
        "wire.example@127.0.0.1",
        "127.0.0.1.",
        "LOCALHOST",
        "private.example"
      })
  void aRedirectToAnAddressOfOurOwnIsNotFollowedHoweverItIsWritten(String host) {
    names.put("private.example", "127.0.0.1");
    server.put("/secret", 200, "internal");
    server.put("/moved", 302, "", "Location", "http://" + host + ":" + port() + "/secret");

    assertThat(fetch("/moved")).isInstanceOf(Fetched.Failed.class);
    assertThat(targets()).containsExactly("/moved");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "100.100.100.200",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "0.0.0.0"
      })
  void aNameThatMeansAnAddressOfOurOwnIsNotAsked(String address) {
    names.put("inner.example", address);

    assertThat(reason("http://inner.example:" + port() + "/feed"))
        .startsWith("has a private address");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aNameIsLookedUpOnceSoThatItCannotMeanAnotherHostAtTheSecondLook() {
    names.put("rebound.example", Names.HERE, "127.0.0.1");
    server.put("/feed", 200, "<rss/>");

    var fetched = client.fetch(url("rebound.example", "/feed"), Validators.NONE, Secret.NONE);

    assertThat(fetched).isInstanceOf(Fetched.Body.class);
    assertThat(names.asked).containsExactly("rebound.example");
  }

  @Test
  void aNameThatTurnsPrivateLaterIsRefusedWhenItIsConnectedToAgain() {
    names.put("rebound.example", Names.HERE, "127.0.0.1");
    server.put("/feed", 200, "<rss/>", "Connection", "close");
    client.fetch(url("rebound.example", "/feed"), Validators.NONE, Secret.NONE);

    assertThat(reason(url("rebound.example", "/feed").toString()))
        .startsWith("has a private address");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void whatIsPublicAmongTheAddressesOfANameIsAskedAndNothingElse() {
    var open = new ArrayList<InetSocketAddress>();
    var both = new PublicAddresses((host, port, context, found) -> found.succeeded(mixed(port)));

    both.resolve("mixed.example", 80, Map.of(), Promise.from(open::addAll, failure -> {}));

    assertThat(open)
        .extracting(each -> each.getAddress().getHostAddress())
        .containsExactly("8.8.8.8");
  }

  @ParameterizedTest
  @CsvSource({
    "http://wire.example:PORT/there, true",
    "/there, true",
    "HTTP://WIRE.example:PORT/there, true",
    "http://other.example:PORT/there, false",
    "http://wire.example.other.example:PORT/there, false",
    "http://wire.example@other.example:PORT/there, false",
    "//other.example:PORT/there, false",
  })
  void aCredentialIsForItsOriginOnly(String location, boolean kept) {
    names.put("other.example", Names.HERE);
    names.put("wire.example.other.example", Names.HERE);
    server.put("/there", 200, "<rss/>");
    server.put("/moved", 307, "", "Location", location.replace("PORT", "" + port()));

    var fetched = client.fetch(url("wire.example", "/moved"), Validators.NONE, KEY);

    assertThat(fetched).isInstanceOf(Fetched.Body.class);
    assertThat(server.asked().get(0)).containsEntry("authorization", KEY.reveal());
    assertThat(server.asked().get(1).containsKey("authorization")).isEqualTo(kept);
    assertThat(server.asked().get(1)).doesNotContainKeys("cookie", "referer");
  }

  @Test
  void aCredentialDoesNotComeBackAfterADetour() {
    names.put("other.example", Names.HERE);
    server.put("/moved", 302, "", "Location", url("other.example", "/back").toString());
    server.put("/back", 302, "", "Location", url("wire.example", "/there").toString());
    server.put("/there", 200, "<rss/>");

    client.fetch(url("wire.example", "/moved"), Validators.NONE, KEY);

    assertThat(server.asked()).hasSize(3);
    assertThat(server.asked().get(2)).doesNotContainKey("authorization");
  }

  @Test
  void anOtherPortIsAnotherOrigin() throws Exception {
    try (var other = new FeedServer()) {
      var there = URI.create(other.base()).getPort();
      other.put("/there", 200, "<rss/>");
      server.put("/moved", 302, "", "Location", "http://wire.example:" + there + "/there");

      client.fetch(url("wire.example", "/moved"), Validators.NONE, KEY);

      assertThat(other.asked().get(0)).doesNotContainKey("authorization");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://wire.example/a, http://wire.example/b, true",
    "https://wire.example/a, HTTP://other.example/b, true",
    "https://wire.example/a, https://other.example/b, false",
    "http://wire.example/a, https://wire.example/b, false",
    "http://wire.example/a, http://wire.example/b, false"
  })
  void fromHttpsNothingLeadsBackToHttp(URI from, URI to, boolean down) {
    assertThat(FeedClient.downgrades(from, to)).isEqualTo(down);
  }

  @ParameterizedTest
  @CsvSource({
    "https://wire.example/feed?page=2, true",
    "https://WIRE.example:443/feed?page=2, true",
    "/feed?page=2, true",
    "http://wire.example/feed?page=2, false",
    "https://wire.example:8443/feed, false",
    "https://other.example/feed, false",
    "//other.example/feed, false",
    "https://wire.example@other.example/feed, false",
    "https://wire.example.other.example/feed, false",
    "https://127.0.0.1/feed, false",
    "file:///etc/passwd, false",
    "mailto:a@wire.example, false"
  })
  void aPageAfterThisOneIsOnTheFeedsOwnHost(String next, boolean belongs) {
    var feed = Way.Feed.of("https://wire.example/feed");

    var address = Pages.address(feed, next).orElseThrow();

    assertThat(Pages.belongs(address, feed)).isEqualTo(belongs);
  }

  @Test
  void redirectsInARingEnd() {
    server.put("/a", 302, "", "Location", "/b");
    server.put("/b", 302, "", "Location", "/a");

    assertThat(((Fetched.Failed) fetch("/a")).reason()).isEqualTo("redirects more than 5 times");
    assertThat(server.asked()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: ",
        "HTTP/1.1 103 Early Hints\r\n\r\n",
        ""
      })
  void anAnswerThatNeverEndsIsGivenUp(String begin) throws Exception {
    try (var endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var thread = new Thread(() -> trickle(endless, begin, begin.contains("chunked")));
      thread.setDaemon(true);
      thread.start();
      long start = System.nanoTime();

      var reason = reason("http://wire.example:" + endless.getLocalPort() + "/");

      assertThat(reason).isEqualTo("does not answer in time");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.multipliedBy(3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, gzip", "x-gzip", "deflate"})
  void whatUnpacksToMoreThanIsTakenIsRefusedOrLeftPacked(String encoding) throws Exception {
    var once = FeedServer.gzip(new byte[50_000_000]);
    server.put("/once", 200, once, "Content-Encoding", encoding);
    server.put("/twice", 200, FeedServer.gzip(once), "Content-Encoding", encoding);

    for (var target : List.of("/once", "/twice")) {
      var fetched = fetch(target);
      if (fetched instanceof Fetched.Body body) {
        assertThat(body.bytes()).hasSizeLessThanOrEqualTo(LARGEST);
      } else {
        assertThat(fetched).isInstanceOf(Fetched.Failed.class);
      }
    }
  }

  private static InetSocketAddress at(String literal, int port) {
    try {
      return new InetSocketAddress(InetAddress.getAllByName(literal)[0], port);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }

  private static List<InetSocketAddress> mixed(int port) {
    return List.of(at("10.0.0.1", port), at("8.8.8.8", port), at("127.0.0.1", port));
  }

  /** A byte now and then, for ever. */
  private static void trickle(ServerSocket server, String begin, boolean chunked) {
    try (var socket = server.accept()) {
      // what comes before the request has is no answer to it: a client may hang up on that
      socket.getInputStream().read();
      var out = socket.getOutputStream();
      out.write(begin.getBytes(ISO_8859_1));
      while (true) {
        var more =
            begin.contains("103") ? begin : begin.isEmpty() ? "" : chunked ? "1\r\nx\r\n" : "x";
        out.write(more.getBytes(UTF_8));
        out.flush();
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    } catch (IOException e) {
      // the client has hung up, as it should
    }
  }

  private int port() {
    return URI.create(server.base()).getPort();
  }

  private URI url(String host, String target) {
    return URI.create("http://" + host + ":" + port() + target);
  }

  private Fetched fetch(String target) {
    return client.fetch(url("wire.example", target), Validators.NONE, Secret.NONE);
  }

  private String reason(String url) {
    return ((Fetched.Failed) client.fetch(URI.create(url), Validators.NONE, Secret.NONE)).reason();
  }

  private List<String> targets() {
    return server.asked().stream().map(headers -> headers.get(":target")).toList();
  }
}
