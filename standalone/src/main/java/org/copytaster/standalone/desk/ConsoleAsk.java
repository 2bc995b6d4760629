package org.copytaster.standalone.desk;

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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.copytaster.standalone.push.PatientClient;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.HeldSettings;
import org.copytaster.standalone.start.KeyFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Asks a console, as the options of a command say. */
final class ConsoleAsk {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 5;

  @Option(
      names = "--console",
      paramLabel = "URL",
      description = "Where the console is (default: COPYTASTER_CONSOLE_URL, or this machine).")
  private @Nullable String console;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Holds the editor's key (default: COPYTASTER_CONSOLE_KEY).")
  private @Nullable Path keyFile;

  @Option(names = "--json", description = "Print what the console answers, as JSON.")
  private boolean json;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** What the console answered. */
  record Answered(int status, JsonNode body) {

    /** The body of what was answered well. */
    JsonNode good() {
      if (status / 100 != 2) {
        var detail = body.path("detail").asText("it answered " + status);
        throw new IllegalStateException("the console refuses: " + detail);
      }
      return body;
    }
  }

  boolean json() {
    return json;
  }

  Answered get(String path) throws InterruptedException {
    return asked(path, HttpRequest.Builder::GET);
  }

  Answered post(String path, ObjectNode body) throws InterruptedException {
    return asked(
        path,
        request ->
            request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** The bytes at a path; empty if whoever asks may not have them. */
  byte @Nullable [] bytes(String path) throws InterruptedException {
    var settings = settings();
    var request = HttpRequest.newBuilder(uri(settings, path)).timeout(Duration.ofSeconds(30));
    var key = KeyFile.read(keyFile, settings.key());
    if (key.isPresent()) {
      request.header("Authorization", "Bearer " + key.reveal());
    }
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return answer.statusCode() == 200 ? answer.body() : null;
    } catch (IOException e) {
      throw new IllegalStateException("the console cannot be reached", e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static ObjectNode body() {
    return JSON.createObjectNode();
  }

  /** What is asked of a path. */
  private interface Question {
    HttpRequest.Builder of(HttpRequest.Builder request);
  }

  private Answered asked(String path, Question question) throws InterruptedException {
    var settings = settings();
    try {
      var patient = new PatientClient(http, KeyFile.read(keyFile, settings.key()), TRIES);
      var request = question.of(HttpRequest.newBuilder(uri(settings, path)));
      var answer = patient.send(request, status -> status == 429 || status == 503);
      return new Answered(answer.statusCode(), parse(answer.body()));
    } catch (IOException e) {
      throw new IllegalStateException("the console cannot be reached", e);
    }
  }

  private static HeldSettings settings() {
    return AllSettings.read(System.getenv(), HeldSettings::read);
  }

  private URI uri(HeldSettings settings, String path) {
    var base = console == null ? settings.console() : console;
    try {
      var uri = URI.create(base.replaceAll("/+$", "") + path);
      if (uri.getHost() == null) {
        throw new IllegalArgumentException();
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(base + " is no address of a console", e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
