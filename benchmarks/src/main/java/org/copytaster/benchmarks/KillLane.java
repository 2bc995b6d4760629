package org.copytaster.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /** Runs it once. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KillLane()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    int pushed = pushUntilTheyWait();
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
