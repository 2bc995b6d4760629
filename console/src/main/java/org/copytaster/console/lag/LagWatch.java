package org.copytaster.console.lag;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Measures every two seconds how far each group is behind. Every console measures the same: take
 * the {@code max} of several, not the {@code sum}.
 */
public final class LagWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String OTHER = "other";

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<String, OwnGroup> own;
  private final CommittedOffsets committed;
  private final OldestRecords oldest;
  private final LagMetrics metrics;
  private final Clock clock;
  private final SparseLog failed = new SparseLog(LOG, Level.WARN);
  private final Thread thread = new Thread(this::run, "console-lag");
  private volatile @Nullable Measured latest;
  private volatile boolean closing;

  /**
   * One of our own groups.
   *
   * @param reader whose it is
   * @param topics that it reads, also where it has committed nothing yet
   */
  public record OwnGroup(String reader, String group, List<String> topics) {
    public OwnGroup {
      topics = List.copyOf(topics);
    }
  }

  /** What was measured, and when. */
  public record Measured(Instant at, List<GroupLag> lags) {
    public Measured {
      lags = List.copyOf(lags);
    }
  }

  /** The clients that it works with, for it alone; closed with it. */
  public record Clients(Admin admin, Consumer<byte[], byte[]> consumer) {}

  /**
   * A watch that has not begun.
   *
   * @param own our groups; what others do is looked at on the topics of these only
   */
  public LagWatch(Clients clients, List<OwnGroup> own, Metrics metrics, Clock clock) {
    this.admin = clients.admin();
    this.consumer = clients.consumer();
    this.own = own.stream().collect(Collectors.toMap(OwnGroup::group, group -> group));
    var topics = own.stream().flatMap(group -> group.topics().stream()).collect(toSet());
    this.committed = new CommittedOffsets(admin, topics, this.own.keySet());
    this.oldest = new OldestRecords(consumer);
    this.metrics = new LagMetrics(metrics);
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** Begins to measure. */
  public void start() {
    thread.start();
  }

  /** What was measured last; empty before the first time, and while the broker does not answer. */
  public Optional<Measured> latest() {
    return Optional.ofNullable(latest);
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    admin.close(Duration.ofSeconds(1));
  }

  private void run() {
    try (consumer) {
      while (!closing) {
        turn();
        TimeUnit.NANOSECONDS.sleep(PERIOD.toNanos());
      }
    } catch (InterruptedException | InterruptException e) {
      LOG.debug("interrupted to close");
    }
  }

  private void turn() {
    try {
      var measured = new Measured(clock.instant(), measured());
      metrics.serve(measured.lags());
      latest = measured;
    } catch (InterruptException e) {
      throw e;
    } catch (RuntimeException e) {
      // what was true before says nothing now, and an alert must not ring for it
      latest = null;
      metrics.serve(List.of());
      failed.say("how far the readers are cannot be measured: {}", Fault.of(e));
    }
  }

  private List<GroupLag> measured() {
    var groups = withOwnTopics(committed.now());
    var partitions = new HashSet<TopicPartition>();
    groups.values().forEach(offsets -> partitions.addAll(offsets.keySet()));
    var ends = consumer.endOffsets(partitions, PATIENCE);
    var behind = new HashSet<OldestRecords.Place>();
    for (var offsets : groups.values()) {
      offsets.forEach(
          (partition, offset) -> {
            if (offset < end(ends, partition)) {
              behind.add(new OldestRecords.Place(partition, offset));
            }
          });
    }
    var found = oldest.of(behind, ends);
    var lags = new ArrayList<GroupLag>();
    groups.forEach(
        (group, offsets) ->
            offsets.forEach(
                (partition, offset) -> {
                  var first = found.get(new OldestRecords.Place(partition, offset));
                  var progress = progress(offset, end(ends, partition), first);
                  lags.add(new GroupLag(reader(group), group, partition, progress));
                }));
    return lags;
  }

  private GroupLag.Progress progress(long offset, long end, OldestRecords.@Nullable Found first) {
    if (offset >= end || (first != null && !first.there())) {
      return new GroupLag.Progress(offset, 0, 0);
    }
    return first == null
        ? new GroupLag.Progress(offset, end - offset, Double.NaN)
        : new GroupLag.Progress(
            offset,
            Math.max(1, end - first.offset()),
            Math.max(0, clock.millis() - first.timestamp()) / 1_000.0);
  }

  /** A reader that has never got anywhere has committed nothing: all that is there waits for it. */
  private Map<String, Map<TopicPartition, Long>> withOwnTopics(
      Map<String, Map<TopicPartition, Long>> committed) {
    var all = new TreeMap<>(committed);
    for (var group : own.values()) {
      var offsets = new HashMap<>(all.getOrDefault(group.group(), Map.of()));
      var missing = new ArrayList<TopicPartition>();
      for (var topic : group.topics()) {
        for (var partition : consumer.partitionsFor(topic, PATIENCE)) {
          var at = new TopicPartition(topic, partition.partition());
          if (!offsets.containsKey(at)) {
            missing.add(at);
          }
        }
      }
      if (!missing.isEmpty()) {
        offsets.putAll(consumer.beginningOffsets(missing, PATIENCE));
      }
      all.put(group.group(), offsets);
    }
    return all;
  }

  private String reader(String group) {
    var known = own.get(group);
    return known == null ? OTHER : known.reader();
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return Objects.requireNonNullElse(ends.get(partition), 0L);
  }
}
