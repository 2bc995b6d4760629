package org.copytaster.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.standalone.push.PushClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How long a kill takes from its push into the store of a running {@code copytaster up} while other
 * articles wait to be tagged. Pushes articles until enough of them wait, then kills some, of which
 * most wait themselves, one after the other, as long as others wait.
 */
@Command(name = "kills", mixinStandardHelpOptions = true)
public final class KillLane implements Callable<Integer> {

  private static final int LONGEST_SECONDS = 120;

  @Mixin private RunningUp up = new RunningUp();

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
      names = "--straight",
      paramLabel = "DIRECTORY",
      description =
          "Data directory of up, whose client.env says where the broker is: the articles that wait"
              + " are written straight to news.articles, since on one machine tagging keeps up with"
              + " pushing for a quarter of an hour. Kills are pushed all the same.")
  private @Nullable Path straight;

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /** Runs it once. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KillLane()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    int pushed = straight == null ? pushUntilTheyWait() : write(straight);
    System.out.printf("%d articles pushed, %d wait%n", pushed, lag());
    var client = up.client();
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

  private int write(Path data) throws Exception {
    var kafka = KafkaSettings.read(Settings.of(ClientSettings.read(data)));
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var topic = new Topics(kafka.topicPrefix()).articles();
    var stories = up.stories();
    int count = waiting + waiting / 10; // some are tagged meanwhile
    var sent = new ArrayList<Future<RecordMetadata>>(count);
    try (var producer =
        new KafkaProducer<>(
            kafka.producer(), new StringSerializer(), serdes.<Article>newSerializer())) {
      for (int number = 0; number < count; number++) {
        var story = stories.get(number % stories.size());
        var article =
            Article.newBuilder()
                .setGuid(guid(number))
                .setVersion(1)
                .setSource("load")
                .setLanguage("en")
                .setHeadline(story.headline())
                .setBody(story.body())
                .setContentHash("load " + number)
                .setReceivedAt(Instant.now())
                .build();
        sent.add(producer.send(new ProducerRecord<>(topic, article.getGuid(), article)));
      }
      for (var each : sent) {
        each.get();
      }
    }
    return count;
  }

  private int pushUntilTheyWait() throws Exception {
    var stories = up.stories();
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
    var client = up.client();
    for (int i = 0; i < count; i++) {
      int number = next.getAndIncrement();
      var article = RunningUp.article(guid(number), stories.get(number % stories.size()));
      pushed(client, article.put("version", 1));
    }
    return null;
  }

  private long kill(PushClient client, String guid) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    pushed(
        client,
        RunningUp.JSON
            .createObjectNode()
            .put("guid", guid)
            .put("version", 2)
            .put("pubStatus", "CANCELED"));
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
    int status = RunningUp.push(client, article);
    if (status / 100 != 2) {
      throw new IllegalStateException("a push was answered " + status);
    }
  }

  private String guid(int number) {
    return "urn:kills:" + run + ":" + number;
  }

  private String status(String guid) throws IOException, InterruptedException {
    return up.get("/v1/articles/" + URLEncoder.encode(guid, StandardCharsets.UTF_8))
        .path("pubStatus")
        .asText();
  }

  /** What enrich has still to work on. */
  private long lag() throws IOException, InterruptedException {
    for (var group : up.get("/v1/status").path("groups")) {
      if (group.path("service").asText().equals("enrich")) {
        return group.path("lag").asLong();
      }
    }
    return 0;
  }
}
