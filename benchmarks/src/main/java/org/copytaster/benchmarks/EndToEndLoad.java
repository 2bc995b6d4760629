package org.copytaster.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.copytaster.standalone.push.PushClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Pushes articles over HTTP into a running {@code copytaster up} and waits until each is in the
 * store. Prints articles a second for the push alone and for the whole way.
 */
@Command(name = "load", mixinStandardHelpOptions = true)
public final class EndToEndLoad implements Callable<Integer> {

  @Mixin private RunningUp up = new RunningUp();

  @Option(names = "--articles", defaultValue = "10000")
  private int articles;

  @Option(names = "--connections", defaultValue = "32")
  private int connections;

  /** Runs the load once. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new EndToEndLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var copy = new ConcurrentLinkedQueue<>(copy());
    var before = versions();
    System.out.printf("%d articles, %d connections%n", articles, connections);
    var begin = System.nanoTime();
    int refused = push(copy);
    var pushed = seconds(begin);
    System.out.printf(
        "pushed    %7.1f s  %7.0f articles/s  (%d refused)%n", pushed, articles / pushed, refused);
    while (versions() - before < articles - refused) {
      TimeUnit.MILLISECONDS.sleep(100);
      if (seconds(begin) > 600) {
        System.out.println("not all were stored within ten minutes");
        return 1;
      }
    }
    var stored = seconds(begin);
    System.out.printf("stored    %7.1f s  %7.0f articles/s%n", stored, articles / stored);
    return refused == 0 ? 0 : 1;
  }

  private int push(Queue<ObjectNode> copy) throws InterruptedException {
    var refused = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(connections);
    for (int i = 0; i < connections; i++) {
      threads.execute(
          () -> {
            var client = up.client();
            for (var next = copy.poll(); next != null; next = copy.poll()) {
              if (!push(client, next)) {
                refused.incrementAndGet();
              }
            }
          });
    }
    threads.shutdown();
    if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the push did not end within ten minutes");
    }
    return refused.get();
  }

  private static boolean push(PushClient client, ObjectNode next) {
    try {
      return RunningUp.push(client, next) == 202;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<ObjectNode> copy() throws IOException {
    var run = UUID.randomUUID().toString().substring(0, 8);
    var stories = up.stories();
    var copy = new ArrayList<ObjectNode>();
    for (int i = 0; i < articles; i++) {
      copy.add(RunningUp.article("urn:load:" + run + ":" + i, stories.get(i % stories.size())));
    }
    return copy;
  }

  private long versions() throws IOException, InterruptedException {
    return up.get("/v1/status").path("store").path("versions").asLong();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
