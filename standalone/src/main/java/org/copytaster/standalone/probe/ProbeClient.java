package org.copytaster.standalone.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.copytaster.runtime.Secret;

/** Speaks with ingest and with the console, once each time: what has to be tried again is late. */
final class ProbeClient {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String ingest;
  private final String console;
  private final Secret key;

  /**
   * Of one pipeline.
   *
   * @param ingest its address, such as {@code http://127.0.0.1:8081}
   * @param key of the probe's source; {@link Secret#NONE} for none
   */
  ProbeClient(String ingest, String console, Secret key) {
    this.ingest = ingest.replaceAll("/+$", "");
    this.console = console.replaceAll("/+$", "");
    this.key = key;
  }

  /** What was answered; the body is empty where it is no JSON. */
  record Answered(int status, JsonNode body) {}

  Answered push(ObjectNode article) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(ingest + "/v1/articles"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(article.toString()));
    if (key.isPresent()) {
      request.header("Authorization", "Bearer " + key.reveal());
    }
    return send(request);
  }

  Answered receipt(String id) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(ingest + "/v1/receipts/" + id)));
  }

  /** What the console shows of a guid. */
  Answered article(String guid) throws IOException, InterruptedException {
    var encoded = URLEncoder.encode(guid, StandardCharsets.UTF_8);
    return send(HttpRequest.newBuilder(URI.create(console + "/v1/articles/" + encoded)));
  }

  private Answered send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    return new Answered(answer.statusCode(), parse(answer.body()));
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
