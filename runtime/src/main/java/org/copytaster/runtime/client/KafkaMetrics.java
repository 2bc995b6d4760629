package org.copytaster.runtime.client;

import io.micrometer.core.instrument.FunctionCounter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.copytaster.runtime.Metrics;

/**
 * Serves some meters of a Kafka client under the names that Micrometer would give them. A service
 * has one series of each, whatever threads and partitions it has: what can be added is added up, of
 * everything else the worst is taken.
 */
public final class KafkaMetrics {

  private static final String FETCHES = "consumer-fetch-manager-metrics";
  private static final String GROUP = "consumer-coordinator-metrics";
  private static final String PRODUCER_CLIENT = "producer-metrics";
  private static final String THREADS = "stream-thread-metrics";

  /** What Kafka ends the name of a meter with that only grows. */
  private static final String TOTAL = "-total";

  /** The same once more, by topic or broker: counted already. */
  private static final Set<String> PARTS = Set.of("topic", "partition", "node-id");

  /** What a client is. */
  public enum Kind {
    /** Reads, in a group. */
    CONSUMER,
    /** Writes. */
    PRODUCER,
    /** A topology of Kafka Streams; its consumers and producers are kinds of their own. */
    STREAMS
  }

  private record Series(String group, String metric) {

    /** As Micrometer names it. */
    String name() {
      return "kafka." + (group.replace("-metrics", "") + "." + metric).replace('-', '.');
    }

    boolean grows() {
      return metric.endsWith(TOTAL);
    }

    boolean is(MetricName name) {
      return name.name().equals(metric)
          && name.group().equals(group)
          && (!grows() || name.tags().keySet().stream().noneMatch(PARTS::contains));
    }

    /** NaN where the client has no such meter, or no value of it yet. */
    double of(Map<MetricName, ? extends Metric> metrics) {
      var values =
          metrics.entrySet().stream()
              .filter(each -> is(each.getKey()))
              .mapToDouble(each -> number(each.getValue().metricValue()))
              .filter(Double::isFinite);
      return grows() ? values.sum() : worst(values);
    }

    private static double worst(DoubleStream values) {
      return values.max().orElse(Double.NaN);
    }

    private static double number(Object value) {
      return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
  }

  private KafkaMetrics() {}

  /**
   * Serves the meters of a client from now on.
   *
   * @param all what it says of itself; asked at each scrape, from any thread
   */
  public static <C> void watch(
      Metrics metrics,
      C client,
      Function<C, Map<MetricName, ? extends Metric>> all,
      Kind... kinds) {
    for (var kind : kinds) {
      for (var series : served(kind)) {
        if (series.grows()) {
          FunctionCounter.builder(series.name(), client, of -> series.of(all.apply(of)))
              .description(series.metric() + " of Kafka's client")
              .register(metrics.registry());
        } else {
          metrics.gauge(
              series.name(),
              series.metric() + " of Kafka's client",
              () -> series.of(all.apply(client)));
        }
      }
    }
  }

  private static List<Series> served(Kind kind) {
    return switch (kind) {
      case CONSUMER ->
          List.of(
              new Series(FETCHES, "records-lag-max"),
              new Series(FETCHES, "records-consumed-total"),
              new Series(FETCHES, "fetch-latency-max"),
              new Series(GROUP, "rebalance-total"),
              new Series(GROUP, "failed-rebalance-total"),
              new Series(GROUP, "last-heartbeat-seconds-ago"),
              new Series(GROUP, "commit-latency-max"),
              new Series("consumer-metrics", "failed-authentication-total"));
      case PRODUCER ->
          List.of(
              new Series(PRODUCER_CLIENT, "record-send-total"),
              new Series(PRODUCER_CLIENT, "record-error-total"),
              new Series(PRODUCER_CLIENT, "record-retry-total"),
              new Series(PRODUCER_CLIENT, "request-latency-max"),
              new Series(PRODUCER_CLIENT, "produce-throttle-time-max"),
              new Series(PRODUCER_CLIENT, "failed-authentication-total"));
      case STREAMS ->
          List.of(
              new Series("stream-metrics", "alive-stream-threads"),
              new Series("stream-metrics", "failed-stream-threads"),
              new Series(THREADS, "process-total"),
              new Series(THREADS, "process-latency-max"),
              new Series(THREADS, "commit-latency-max"),
              new Series("stream-task-metrics", "dropped-records-total"));
    };
  }
}
