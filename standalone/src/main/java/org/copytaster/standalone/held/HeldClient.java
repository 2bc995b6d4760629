package org.copytaster.standalone.held;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.copytaster.runtime.Secret;
import org.copytaster.standalone.push.PatientClient;

/** Asks a console as an editor does. */
final class HeldClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 4;

  private final PatientClient patient;
  private final String base;

  /**
   * A client of one console.
   *
   * @param base for instance {@code http://127.0.0.1:8080}
   * @throws IllegalArgumentException if that is no address
   */
  HeldClient(String base, Secret key) {
    this.base = URI.create(base.replaceAll("/+$", "")).toString();
    var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    this.patient = new PatientClient(http, key, TRIES);
  }

  /** What the console answered. */
  record Answered(int status, JsonNode body) {}

  /** All that is held, page by page; the first answer that is none of these, if there is one. */
  Answered list() throws IOException, InterruptedException {
    var all = JSON.createObjectNode();
    var held = all.putArray("held");
    var next = "";
    do {
      var part = send(HttpRequest.newBuilder(URI.create(base + "/v1/held" + next)).GET());
      if (part.status() != 200) {
        return part;
      }
      part.body().path("held").forEach(held::add);
      all.set("count", part.body().path("count"));
      all.set("complete", part.body().path("complete"));
      next = part.body().has("next") ? "?after=" + part.body().path("next").asText() : "";
    } while (!next.isEmpty());
    return new Answered(200, all);
  }

  /** Asks for an act; what is not acknowledged is asked for again under the same key. */
  Answered act(String guid, String kind, ObjectNode body) throws IOException, InterruptedException {
    var path = "/v1/held/" + encoded(guid) + "/" + kind;
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    return send(request);
  }

  static ObjectNode body() {
    return JSON.createObjectNode();
  }

  private Answered send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = patient.send(request, status -> status == 429 || status == 503 || status == 202);
    return new Answered(answer.statusCode(), parse(answer.body()));
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String encoded(String guid) {
    return URLEncoder.encode(guid, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
