package org.copytaster.standalone.push;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Tls;

/** Pushes copy to ingest over HTTP, and comes back when it was asked to. */
public final class PushClient {

  private static final int TRIES = 5;

  private final PatientClient patient;
  private final URI articles;

  /** A client of the ingest at {@code base}, for instance {@code http://127.0.0.1:8081}. */
  public PushClient(String base) {
    this(base, Secret.NONE, Optional.empty());
  }

  /**
   * A client with an API key or a certificate.
   *
   * @param key as {@code copytaster key} prints it, or {@link Secret#NONE}
   * @param tls what it shows over https and whom it believes; the platform's way if empty
   * @throws IllegalStateException with one sentence if a file of {@code tls} is missing or does not
   *     fit
   */
  PushClient(String base, Secret key, Optional<Tls> tls) {
    var builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
    tls.map(Tls::context).ifPresent(builder::sslContext);
    this.patient = new PatientClient(builder.build(), key, TRIES);
    this.articles = URI.create(base.replaceAll("/+$", "") + "/v1/articles");
  }

  /**
   * Pushes one piece of copy; tries again where ingest says later.
   *
   * @param name of the file, whose ending tells the media type; ingest looks at the copy where it
   *     tells nothing
   * @param given fields said beside the copy
   * @return the last answer, whatever its status
   * @throws IOException if ingest cannot be reached
   */
  public HttpResponse<String> push(String name, byte[] copy, Map<String, String> given)
      throws IOException, InterruptedException {
    var query =
        new TreeMap<>(given)
            .entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(query.isEmpty() ? articles : URI.create(articles + "?" + query))
            .header("Content-Type", mediaType(name))
            .POST(HttpRequest.BodyPublishers.ofByteArray(copy));
    return patient.send(request, status -> status == 429 || status == 503);
  }

  /** What the ending says; of all else ingest finds out what it is. */
  private static String mediaType(String name) {
    int point = name.lastIndexOf('.');
    return switch (point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT)) {
      case "json" -> "application/json";
      case "html", "htm" -> "text/html";
      case "xml" -> "application/xml";
      case "txt" -> "text/plain";
      default -> "application/octet-stream";
    };
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
