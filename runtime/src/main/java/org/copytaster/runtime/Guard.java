package org.copytaster.runtime;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges whose requests a server takes. Loopback is no border against a browser: any page that it
 * shows can send requests here (cross-site request forgery), and under a name that comes to mean
 * this machine it can read the answers, too (DNS rebinding). What a tool sends says nothing of a
 * page and is judged by the host that it names.
 */
final class Guard {

  /** What a page may send anywhere without asking first (Fetch, section 2.2.2), or nothing. */
  private static final Set<String> UNASKED =
      Set.of("", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final Set<String> names;
  private final Set<WebOrigin> origins;
  private final boolean anyAddress;

  /** Whether a request goes on, or why not. */
  enum Verdict {
    GOOD(200, "is good"),
    HOST(421, "names a host that is not one of this server's; COPYTASTER_HOSTS can list more"),
    ORIGIN(403, "comes from a page of another origin; COPYTASTER_ORIGINS can list those that may"),
    SITE(403, "comes from a page of another site; COPYTASTER_ORIGINS can list those that may"),
    MEDIA_TYPE(
        415,
        "comes from a page and does not say what it brings; a page needs a Content-Type that is"
            + " neither text/plain nor that of a form");

    private final int status;
    private final String reason;

    Verdict(int status, String reason) {
      this.status = status;
      this.reason = reason;
    }

    int status() {
      return status;
    }

    /** Continues the sentence that begins with the request. */
    String reason() {
      return reason;
    }
  }

  Guard(Door door) {
    names = new HashSet<>(door.names());
    HostPort.bare(door.host()).ifPresent(bound -> names.add(bound.host()));
    origins =
        door.origins().stream()
            .flatMap(origin -> WebOrigin.parse(origin).stream())
            .collect(Collectors.toUnmodifiableSet());
    anyAddress = !door.loopback();
  }

  /** The verdict on a request, by its head alone. */
  Verdict judge(Call call) {
    var host = host(call);
    if (host.isEmpty()) {
      return Verdict.HOST;
    }
    if (!call.fromBrowser() || listed(call).isPresent()) {
      return Verdict.GOOD;
    }
    if (!call.origins().isEmpty() && !ours(call, host.get())) {
      return Verdict.ORIGIN;
    }
    if (!OURS.containsAll(call.sites())) {
      return call.visit() ? Verdict.GOOD : Verdict.SITE;
    }
    boolean unasked = !READING.contains(call.method()) && UNASKED.contains(call.mediaType());
    return unasked ? Verdict.MEDIA_TYPE : Verdict.GOOD;
  }

  /** The origin of the page that made the request, as written, if the settings list it. */
  Optional<String> listed(Call call) {
    var written = call.origins();
    return written.size() == 1
            && WebOrigin.parse(written.get(0)).filter(origins::contains).isPresent()
        ? Optional.of(written.get(0))
        : Optional.empty();
  }

  /** Whether answers depend on the origin. */
  boolean listsOrigins() {
    return !origins.isEmpty();
  }

  private Optional<HostPort> host(Call call) {
    var written = call.hosts();
    return written.size() == 1
        ? HostPort.parse(written.get(0)).filter(this::known)
        : Optional.empty();
  }

  /** An address cannot be rebound: who names one has come to it. */
  private boolean known(HostPort named) {
    return named.loopback() || names.contains(named.host()) || (anyAddress && named.numeric());
  }

  private static boolean ours(Call call, HostPort host) {
    var written = call.origins();
    return written.size() == 1
        && WebOrigin.parse(written.get(0))
            .filter(origin -> origin.servedBy(host, call.secure()))
            .isPresent();
  }
}
