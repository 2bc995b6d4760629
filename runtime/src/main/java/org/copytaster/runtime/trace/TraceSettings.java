package org.copytaster.runtime.trace;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Settings;

/**
 * Where traces go.
 *
 * @param endpoint base of a collector's OTLP over HTTP; without one nothing is traced
 * @param authorization the whole header, or empty
 * @param ratio of the traces that are kept, from 0 to 1; which ones their ids decide, so that all
 *     services keep the same
 */
public record TraceSettings(Optional<URI> endpoint, Secret authorization, double ratio) {

  /** Nothing is traced. */
  public static final TraceSettings OFF = new TraceSettings(Optional.empty(), Secret.NONE, 1);

  private static final String ENDPOINT = Settings.PREFIX + "OTLP_ENDPOINT";

  /** Reads {@code COPYTASTER_OTLP_…}, and sees to it that the logs' form is one that there is. */
  public static TraceSettings read(Settings settings) {
    log(settings);
    return new TraceSettings(
        endpoint(settings),
        settings.secret(
            Settings.PREFIX + "OTLP_AUTHORIZATION",
            "what the collector wants to see as Authorization, the whole header"),
        settings.fraction(
            Settings.PREFIX + "OTLP_RATIO", 1, "which part of all traces is kept, from 0 to 1"));
  }

  /** Logback reads it for itself, before this does; here it only is to be right. */
  private static void log(Settings settings) {
    var name = Settings.PREFIX + "LOG";
    var form = settings.text(name, "text", "how the log is written: text, or json for programs");
    if (!form.equalsIgnoreCase("text") && !form.equalsIgnoreCase("json")) {
      settings.problem(name, "must be text or json, but is '" + form + "'");
    }
  }

  private static Optional<URI> endpoint(Settings settings) {
    var written =
        settings.optional(
            ENDPOINT,
            "where traces are sent by OTLP over HTTP, such as http://127.0.0.1:4318; off if empty");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      var uri = new URI(written.get());
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean plain =
          uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null && plain) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // the same problem as an address of another kind
    }
    settings.problem(ENDPOINT, "must be an http or https address without user, query or fragment");
    return Optional.empty();
  }
}
