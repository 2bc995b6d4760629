package org.copytaster.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** The part of Confluent's registry API that we use, on the JDK's client, with answers cached. */
final class RegistryClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> NOT_NOW = Set.of(401, 403, 408, 429);
  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;
  private final Optional<String> authorization;
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  private RegistryClient(String base, Optional<String> authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /**
   * A client by Confluent's setting names: {@code schema.registry.url}, {@code
   * basic.auth.credentials.source} with {@code USER_INFO}, {@code basic.auth.user.info}.
   */
  static RegistryClient of(Map<String, ?> config) {
    var url = config.get("schema.registry.url");
    if (url == null) {
      throw new RegistryException("schema.registry.url is not set");
    }
    var first = url.toString().split(",", 2)[0].strip();
    var user =
        "USER_INFO".equals(config.get("basic.auth.credentials.source"))
            ? Optional.ofNullable(config.get("basic.auth.user.info"))
            : Optional.empty();
    return new RegistryClient(
        first.endsWith("/") ? first.substring(0, first.length() - 1) : first,
        user.map(info -> "Basic " + encode(info.toString())));
  }

  /** The id under which {@code schema} stands in {@code subject}; registers it if asked to. */
  int id(String subject, Schema schema, boolean register) {
    return ids.computeIfAbsent(
        subject + '\n' + schema.getFullName(),
        key -> {
          var path = "/subjects/" + escape(subject) + (register ? "/versions" : "");
          return ask("POST", path, schemaBody(schema)).get("id").asInt();
        });
  }

  /** The schema with this id. */
  Schema schema(int id) {
    return schemas.computeIfAbsent(
        id,
        key -> {
          var text = ask("GET", "/schemas/ids/" + key, "").get("schema").asText();
          return new Schema.Parser().parse(text);
        });
  }

  /** Sets what a new version in {@code subject} must be compatible with. */
  void compatibility(String subject, String level) {
    ask("PUT", "/config/" + escape(subject), "{\"compatibility\":\"" + level + "\"}");
  }

  /** Sets the level for subjects that have none of their own. */
  void compatibility(String level) {
    ask("PUT", "/config", "{\"compatibility\":\"" + level + "\"}");
  }

  private static String schemaBody(Schema schema) {
    return JSON.createObjectNode().put("schema", schema.toString()).toString();
  }

  private JsonNode ask(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .header("Accept", "application/vnd.schemaregistry.v1+json, application/json");
    authorization.ifPresent(value -> request.header("Authorization", value));
    var publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return read(method + " " + path, send(request.method(method, publisher).build()));
  }

  private JsonNode read(String what, HttpResponse<String> response) {
    if (NOT_NOW.contains(response.statusCode())) {
      // Credentials that are being changed, or too many questions: no fault of any record.
      throw new RegistryException.UnavailableException(
          "the registry answered %d to %s".formatted(response.statusCode(), what),
          new IOException("status " + response.statusCode()));
    }
    if (response.statusCode() / 100 != 2) {
      throw new RegistryException(
          "the registry answered %d to %s: %s"
              .formatted(response.statusCode(), what, message(response.body())));
    }
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new RegistryException("the registry's answer to " + what + " is not JSON", e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    var last = new IOException("it was not asked");
    for (int i = 1; i <= TRIES; i++) {
      try {
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 5) {
          return response;
        }
        last = new IOException("it answered " + response.statusCode());
        Thread.sleep(300L * i);
      } catch (IOException e) {
        last = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RegistryException.UnavailableException(
            "interrupted while asking the registry", e);
      }
    }
    throw new RegistryException.UnavailableException(
        "the schema registry at " + base + " cannot be reached: " + last, last);
  }

  private static String message(String body) {
    try {
      return JSON.readTree(body).path("message").asText(body);
    } catch (JsonProcessingException e) {
      return body;
    }
  }

  private static String escape(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
