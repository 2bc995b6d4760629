package org.copytaster.benchmarks.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pushes a wire at a steady rate as agencies do: each version again and again, at one door or the
 * other, until it has an answer that is final.
 */
final class Load implements AutoCloseable {

  private static final int CLIENTS = 24;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final RandomWire wire;
  private final List<String> doors;
  private final long pauseNanos;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final LinkedBlockingQueue<Pushed> waiting = new LinkedBlockingQueue<>(5_000);
  private final Queue<Pushed> done = new ConcurrentLinkedQueue<>();
  private final AtomicInteger again = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  Load(RandomWire wire, List<String> doors, double rate) {
    this.wire = wire;
    this.doors = List.copyOf(doors);
    this.pauseNanos = (long) (1e9 / rate);
  }

  void start() {
    threads.add(new Thread(this::feed, "wire"));
    for (int i = 0; i < CLIENTS; i++) {
      int door = i % doors.size();
      threads.add(new Thread(() -> work(door), "client-" + i));
    }
    threads.forEach(Thread::start);
  }

  /** Ends the wire and waits until all that was begun has its answer. */
  @Override
  public void close() {
    stopping = true;
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All versions with their answers so far. */
  List<Pushed> done() {
    return List.copyOf(done);
  }

  /** Requests that had to be made once more. */
  int again() {
    return again.get();
  }

  private void feed() {
    long next = System.nanoTime();
    while (!stopping) {
      try {
        waiting.put(wire.next());
        next = Math.max(next + pauseNanos, System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void work(int door) {
    try {
      while (true) {
        var version = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (version != null) {
          done.add(version.answered(pushed(version, door)));
        } else if (stopping) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int pushed(Pushed version, int first) throws InterruptedException {
    var json = wire.json(version);
    int door = first;
    int status = 0;
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      status = push(doors.get(door), json);
      if (status == 200 || status == 202 || status == 400 || status == 409) {
        return status;
      }
      again.incrementAndGet();
      door = (door + 1) % doors.size();
      TimeUnit.MILLISECONDS.sleep(300);
    }
    return status;
  }

  /** The status that {@code json} is answered with; 0 if there is no answer. */
  int push(String door, String json) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(door + "/v1/articles"))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
