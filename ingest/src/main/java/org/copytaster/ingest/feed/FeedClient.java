package org.copytaster.ingest.feed;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.outgoing.OutgoingClient;
import org.copytaster.runtime.outgoing.PrivateAddressException;
import org.copytaster.runtime.outgoing.PublicAddresses;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.jspecify.annotations.Nullable;

/** Asks servers for feeds, in bounded time and memory whatever they answer. */
final class FeedClient implements AutoCloseable {

  private static final int MOST_REDIRECTS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration LONGEST_RETRY = Duration.ofDays(1);
  private static final String ACCEPTED =
      "application/atom+xml, application/rss+xml, application/feed+json, application/json,"
          + " application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1";

  private final HttpClient http;
  private final int largestBytes;
  private final Duration patience;
  private final Clock clock;

  /**
   * A client.
   *
   * @param anyAddress whether private and loopback addresses may be asked
   * @param largestBytes a longer answer is refused, also one that is longer only once it is
   *     unpacked
   */
  FeedClient(boolean anyAddress, int largestBytes, Clock clock) {
    this(anyAddress ? null : new PublicAddresses(), largestBytes, PATIENCE, clock);
  }

  /**
   * The same.
   *
   * @param addresses finds where a host is; null for whatever the machine says
   * @param patience what an answer may take to be there whole, redirects and all
   */
  FeedClient(
      @Nullable SocketAddressResolver addresses, int largestBytes, Duration patience, Clock clock) {
    this.largestBytes = largestBytes;
    this.patience = patience;
    this.clock = clock;
    http = OutgoingClient.start("feed reader", addresses, CONNECTING, patience);
  }

  /**
   * Asks for {@code url}, also where it redirects to.
   *
   * @param known what the last answer from there was known by
   * @param authorization is sent to the host of {@code url} only
   */
  Fetched fetch(URI url, Fetched.Validators known, Secret authorization) {
    long end = System.nanoTime() + patience.toNanos();
    var at = url;
    var secret = authorization;
    try {
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        var response = send(at, known, secret, end - System.nanoTime());
        var location = response.getHeaders().get(HttpHeader.LOCATION);
        if (!redirects(response.getStatus()) || location == null) {
          return fetched(response);
        }
        var next = at.resolve(location);
        if (!isHttp(next)) {
          return new Fetched.Failed("redirects to what is no address of http", null);
        }
        if (downgrades(at, next)) {
          return new Fetched.Failed("redirects from https to what anybody could change", null);
        }
        secret = sameOrigin(at, next) ? secret : Secret.NONE;
        at = next;
      }
      return new Fetched.Failed("redirects more than " + MOST_REDIRECTS + " times", null);
    } catch (IllegalArgumentException e) {
      return new Fetched.Failed("redirects to what is no address", null);
    } catch (ExecutionException e) {
      return new Fetched.Failed(reason(e), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Fetched.Failed("was interrupted", null);
    }
  }

  /** Whether two addresses of http have scheme, host and port in common, however written. */
  static boolean sameOrigin(URI one, URI other) {
    return isHttp(one)
        && isHttp(other)
        && scheme(one).equals(scheme(other))
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  /** Whether what was safe on its way would no longer be. */
  static boolean downgrades(URI from, URI to) {
    return scheme(from).equals("https") && !scheme(to).equals("https");
  }

  static boolean isHttp(URI url) {
    var scheme = scheme(url);
    return (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null;
  }

  private static String scheme(URI url) {
    return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
  }

  private static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : scheme(url).equals("https") ? 443 : 80;
  }

  @Override
  public void close() {
    OutgoingClient.stop(http);
  }

  private ContentResponse send(URI at, Fetched.Validators known, Secret secret, long nanos)
      throws ExecutionException, InterruptedException {
    var request =
        http.newRequest(at)
            .timeout(Math.max(1, nanos), TimeUnit.NANOSECONDS)
            .headers(
                headers -> {
                  headers.put(HttpHeader.ACCEPT, ACCEPTED);
                  if (secret.isPresent()) {
                    headers.put(HttpHeader.AUTHORIZATION, secret.reveal());
                  }
                  if (known.etag() != null) {
                    headers.put(HttpHeader.IF_NONE_MATCH, known.etag());
                  }
                  if (known.lastModified() != null) {
                    headers.put(HttpHeader.IF_MODIFIED_SINCE, known.lastModified());
                  }
                });
    return new CompletableResponseListener(request, largestBytes).send().get();
  }

  private Fetched fetched(ContentResponse response) {
    int status = response.getStatus();
    var headers = response.getHeaders();
    if (status == 304) {
      return new Fetched.Unchanged();
    } else if (status == 410) {
      return new Fetched.Gone();
    } else if (status != 200) {
      return new Fetched.Failed(
          "answers " + status, retryAfter(headers.get(HttpHeader.RETRY_AFTER)));
    }
    var type = response.getMediaType();
    return new Fetched.Body(
        response.getContent(),
        type == null ? "" : type.toLowerCase(Locale.ROOT),
        response.getEncoding(),
        new Fetched.Validators(headers.get(HttpHeader.ETAG), headers.get(HttpHeader.LAST_MODIFIED)),
        List.copyOf(headers.getValuesList(HttpHeader.LINK)));
  }

  /** In seconds or as a date (RFC 9110, section 10.2.3). */
  private @Nullable Duration retryAfter(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      var wait =
          value.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  clock.instant(),
                  DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
      return wait.isNegative() ? null : wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String reason(ExecutionException e) {
    if (causedBy(e, PrivateAddressException.class)) {
      return "has a private address, which COPYTASTER_INGEST_FEED_PRIVATE does not allow";
    } else if (causedBy(e, UnknownHostException.class)) {
      return "has a host that nobody knows";
    } else if (causedBy(e, TimeoutException.class)) {
      return "does not answer in time";
    } else if (causedBy(e, SSLException.class)) {
      return "cannot be trusted: its certificate does not hold";
    } else if (causedBy(e, IllegalArgumentException.class)) {
      return "answers more than " + largestBytes + " bytes";
    }
    return causedBy(e, IOException.class) ? "cannot be reached" : "cannot be asked";
  }

  private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
    var cause = Optional.<Throwable>of(e);
    for (int i = 0; i < 8 && cause.isPresent(); i++) {
      if (type.isInstance(cause.get())) {
        return true;
      }
      cause = Optional.ofNullable(cause.get().getCause());
    }
    return false;
  }

  private static boolean redirects(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }
}
