package org.copytaster.ingest.http;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.copytaster.ingest.source.Fingerprint;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.Sources;
import org.copytaster.ingest.source.Way;
import org.copytaster.runtime.signed.WebhookSignatures;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who pushes: by API key, by a Standard Webhooks signature, by Superdesk's, or, where a
 * request says none of these, by the certificate of its connection. Once any credential is set up,
 * whoever brings none is refused, and nobody is believed a name.
 */
final class Gate {

  static final String SUPERDESK = "x-superdesk-signature";

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String WEBHOOK = WebhookSignatures.SIGNATURE;
  private static final String BEARER = "bearer ";

  private final Supplier<Sources> sources;
  private final boolean mayBeOpen;
  private final Clock clock;

  /**
   * A gate before these sources.
   *
   * @param mayBeOpen whether pushes need no credential while none is set up
   */
  Gate(Supplier<Sources> sources, boolean mayBeOpen, Clock clock) {
    this.sources = sources;
    this.mayBeOpen = mayBeOpen;
    this.clock = clock;
  }

  /** Whether the body is needed to tell who it is. */
  boolean needsBody(HttpFields headers) {
    return sources.get().guarded()
        && key(headers) == null
        && (headers.contains(WEBHOOK) || headers.contains(SUPERDESK));
  }

  /**
   * Who it is.
   *
   * @param body as received, before it is unpacked
   * @param named the source that the query names, or null; of several it says which to try
   * @throws RequestRefusedException with 401 if it is nobody
   */
  Caller admit(ShownCredentials badge, byte[] body, @Nullable String named)
      throws RequestRefusedException {
    var headers = badge.headers();
    var now = sources.get();
    if (!now.guarded()) {
      return open(now, named);
    }
    var candidates =
        now.all().stream()
            .filter(source -> source.way() instanceof Way.Http)
            .filter(source -> named == null || source.name().equals(named))
            .toList();
    var key = key(headers);
    var signature = headers.get(WEBHOOK);
    var legacy = headers.get(SUPERDESK);
    Optional<Source> found;
    if (key != null) {
      found = first(candidates, source -> byKey(source, key));
    } else if (signature != null) {
      found = webhook(candidates, headers, body);
    } else if (legacy != null) {
      found = first(candidates, source -> superdesk(source, body, legacy));
    } else if (badge.certificate() != null) {
      found = certified(candidates, badge.certificate());
    } else {
      throw unknown("a key, a signature or a certificate is needed here");
    }
    return new Caller(found.orElseThrow(() -> unknown("the credential fits no source")), true);
  }

  /** The sources that may sign as Superdesk does; none if no credential is needed. */
  Optional<List<Source>> superdeskSources() {
    var now = sources.get();
    return now.guarded() ? Optional.of(now.all()) : Optional.empty();
  }

  private Caller open(Sources now, @Nullable String named) throws RequestRefusedException {
    if (!mayBeOpen) {
      throw unknown("no source is set up that may push");
    }
    var name = named == null ? "http" : named;
    return new Caller(now.named(name).orElseGet(() -> Source.named(name, new Way.Http())), false);
  }

  private Optional<Source> webhook(List<Source> candidates, HttpFields headers, byte[] body)
      throws RequestRefusedException {
    var id = headers.get(WebhookSignatures.ID);
    var timestamp = headers.get(WebhookSignatures.TIMESTAMP);
    if (id == null || timestamp == null || !timestamp.matches("\\d{1,12}")) {
      throw unknown("a signature needs webhook-id and webhook-timestamp beside it");
    }
    var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) > 0) {
      throw unknown("webhook-timestamp is more than five minutes off");
    }
    var signatures = String.valueOf(headers.get(WEBHOOK));
    return first(
        candidates,
        source ->
            source.access().webhookSecrets().stream()
                .anyMatch(
                    secret -> WebhookSignatures.fit(secret, id, timestamp, body, signatures)));
  }

  /**
   * A certificate is looked at when its connection begins; this one may have run out since, and one
   * that is itself among the authorities is not looked at there at all.
   */
  private Optional<Source> certified(List<Source> candidates, X509Certificate certificate)
      throws RequestRefusedException {
    try {
      certificate.checkValidity(Date.from(clock.instant()));
    } catch (CertificateException e) {
      throw unknown("the certificate is not valid now");
    }
    var shown = Fingerprint.of(certificate);
    return first(candidates, source -> source.access().certificates().contains(shown));
  }

  private static boolean superdesk(Source source, byte[] body, String signature) {
    return source.access().superdeskSecrets().stream()
        .map(Signatures::superdesk)
        .anyMatch(
            mac -> {
              mac.update(body);
              return Signatures.superdesk(mac, signature);
            });
  }

  private static boolean byKey(Source source, String key) {
    return source.access().keys().stream().anyMatch(hash -> hash.matches(key));
  }

  private static Optional<Source> first(List<Source> sources, Predicate<Source> fits) {
    return sources.stream().filter(fits).findFirst();
  }

  private static @Nullable String key(HttpFields headers) {
    var authorization = headers.get(HttpHeader.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return authorization.substring(BEARER.length()).strip();
    }
    return headers.get("x-api-key");
  }

  static RequestRefusedException unknown(String detail) {
    var problem = Replies.problem(401, "Who are you", detail);
    return new RequestRefusedException(problem.with(Map.of("WWW-Authenticate", "Bearer")));
  }
}
