package org.copytaster.ingest;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.copytaster.runtime.Metrics;

/** Every meter of ingest. */
public final class IngestMetrics {

  /** Articles handed over, by source and by the desk's answer. */
  static final String ARTICLES = "copytaster.ingest.articles";

  /** From the first byte received to the broker's acknowledgement of article and receipt. */
  static final String RECEIVED_TO_PUBLISHED = "copytaster.ingest.received.to.published";

  /** Receipts known to this instance. */
  static final String RECEIPTS = "copytaster.ingest.receipts";

  /** Whoever pushes names the source, so only the first few get a label of their own. */
  private static final int MOST_SOURCES = 50;

  private final Metrics metrics;
  private final Timer published;
  private final Set<String> sources = ConcurrentHashMap.newKeySet();

  IngestMetrics(Metrics metrics) {
    this.metrics = metrics;
    this.published =
        metrics.histogram(
            RECEIVED_TO_PUBLISHED, "from the first byte to the broker's acknowledgement");
  }

  /** Counts one answer of the desk. */
  public void answered(String source, String answer) {
    metrics
        .counter(ARTICLES, "articles handed over", "source", label(source), "outcome", answer)
        .increment();
  }

  /** Counts copy that did not get as far as the desk. */
  public void unreadable(String source) {
    answered(source, "unreadable");
  }

  public void published(Instant receivedAt, Instant publishedAt) {
    published.record(Duration.between(receivedAt, publishedAt));
  }

  /** Watches the desk's producer and the size of its table. */
  public void watch(Producer<?, ?> producer, Supplier<Number> receipts) {
    metrics.bind(new KafkaClientMetrics(producer));
    metrics.gauge(RECEIPTS, "receipts known to this instance", receipts);
  }

  private String label(String source) {
    if (sources.contains(source)) {
      return source;
    }
    boolean named = source.length() <= 40 && sources.size() < MOST_SOURCES && sources.add(source);
    return named ? source : "other";
  }
}
