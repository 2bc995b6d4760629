package org.copytaster.benchmarks;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.copytaster.standalone.push.PushClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a kill takes from its push into the store of a running {@code copytaster up} while other
 * articles wait to be tagged. Pushes articles until enough of them wait, then kills some, of which
 * most wait themselves, one after the other, as long as others wait.
 */
@Command(name = "kills", mixinStandardHelpOptions = true)
public final class KillLane implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_SECONDS = 120;

  @Option(names = "--ingest", defaultValue = "http://127.0.0.1:8081")
  private String ingest = "";

  @Option(names = "--console", defaultValue = "http://127.0.0.1:8080")
  private String console = "";

  @Option(
      names = "--waiting",
      description = "Articles that wait when the first kill is pushed.",
      defaultValue = "100000")
  private int waiting;

  @Option(names = "--kills", defaultValue = "300")
  private int kills;

  @Option(names = "--connections", defaultValue = "16")
  private int connections;

  @Option(
      names = "--texts",
      description = "JSON lines, gzipped or not, with title, dateline, date and text.",
      defaultValue = "../shared/data/reuters21578.jsonl.gz")
  private Path texts = Path.of("");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /** Runs it once. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KillLane()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    int pushed = pushUntilTheyWait();
    System.out.printf("%d articles pushed, %d wait%n", pushed, lag());
    var client = new PushClient(ingest);
    var chosen = new Random(42);
    var millis = new ArrayList<Long>();
    while (millis.size() < kills && lag() > 0) {
      millis.add(kill(client, guid(chosen.nextInt(pushed))));
    }
    Collections.sort(millis);
    System.out.printf("%d killed, %d wait still%n", millis.size(), lag());
    for (double share : List.of(0.5, 0.9, 0.99, 1.0)) {
      System.out.printf("p%-4.0f %6d ms%n", 100 * share, at(millis, share));
    }
    return at(millis, 0.99) < 2_000 ? 0 : 1;
  }

  private static long at(List<Long> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private int pushUntilTheyWait() throws Exception {
    var stories = Texts.read(texts);
    var next = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(connections);
    try {
      while (lag() < waiting) {
        var tasks =
            IntStream.range(0, connections)
                .<Callable<Void>>mapToObj(task -> () -> push(stories, next, 100))
                .toList();
        for (var done : threads.invokeAll(tasks)) {
          done.get();
        }
      }
    } finally {
      threads.shutdownNow();
    }
    return next.get();
  }

  private @Nullable Void push(List<Texts.Story> stories, AtomicInteger next, int count)
      throws IOException, InterruptedException {
    var client = new PushClient(ingest);
    for (int i = 0; i < count; i++) {
      int number = next.getAndIncrement();
      var story = stories.get(number % stories.size());
      var article =
          article(number)
              .put("headline", story.headline())
              .put("versionCreated", story.date() + "T12:00:00Z")
              .put("body", story.body());
      pushed(client, article);
    }
    return null;
  }

  private long kill(PushClient client, String guid) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    pushed(
        client,
        JSON.createObjectNode().put("guid", guid).put("version", 2).put("pubStatus", "CANCELED"));
    while (!status(guid).equals("CANCELED")) {
      if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
        throw new IllegalStateException("a kill was not stored within two minutes");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  private static void pushed(PushClient client, ObjectNode article)
      throws IOException, InterruptedException {
    var copy = article.toString().getBytes(StandardCharsets.UTF_8);
    var answer = client.push("kills.json", copy, Map.of("source", "load"));
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException("a push was answered " + answer.statusCode());
    }
  }

  private ObjectNode article(int number) {
    return JSON.createObjectNode()
        .put("guid", guid(number))
        .put("version", 1)
        .put("language", "en");
  }

  private String guid(int number) {
    return "urn:kills:" + run + ":" + number;
  }

  private String status(String guid) throws IOException, InterruptedException {
    return get("/v1/articles/" + URLEncoder.encode(guid, StandardCharsets.UTF_8))
        .path("pubStatus")
        .asText();
  }

  /** What enrich has still to work on. */
  private long lag() throws IOException, InterruptedException {
    for (var group : get("/v1/status").path("groups")) {
      if (group.path("service").asText().equals("enrich")) {
        return group.path("lag").asLong();
      }
    }
    return 0;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(console + path)).build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
