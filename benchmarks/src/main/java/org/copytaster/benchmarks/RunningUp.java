package org.copytaster.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.copytaster.standalone.push.PushClient;
import picocli.CommandLine.Option;

/** A running {@code copytaster up} that is pushed to and asked, and the stories for it. */
final class RunningUp {

  static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--ingest", defaultValue = "http://127.0.0.1:8081")
  private String ingest = "";

  @Option(names = "--console", defaultValue = "http://127.0.0.1:8080")
  private String console = "";

  @Option(
      names = "--texts",
      description = "JSON lines, gzipped or not, with title, dateline, date and text.",
      defaultValue = "../shared/data/reuters21578.jsonl.gz")
  private Path texts = Path.of("");

  private final HttpClient http = HttpClient.newHttpClient();

  List<Texts.Story> stories() throws IOException {
    return Texts.read(texts);
  }

  /** A client for one thread. */
  PushClient client() {
    return new PushClient(ingest);
  }

  /** A story as an article that can be pushed. */
  static ObjectNode article(String guid, Texts.Story story) {
    return JSON.createObjectNode()
        .put("guid", guid)
        .put("headline", story.headline())
        .put("language", "en")
        .put("versionCreated", story.date() + "T12:00:00Z")
        .put("body", story.body());
  }

  /** The status of the answer to the push of an article. */
  static int push(PushClient client, ObjectNode article) throws IOException, InterruptedException {
    var copy = article.toString().getBytes(StandardCharsets.UTF_8);
    return client.push("load.json", copy, Map.of("source", "load")).statusCode();
  }

  /** What the console answers. */
  JsonNode get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(console + path)).build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
