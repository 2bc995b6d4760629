package org.copytaster.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.copytaster.ingest.source.SourceState;
import org.copytaster.ingest.source.SourceWatch;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.client.KafkaMetrics;

/** Every meter of ingest. */
public final class IngestMetrics {

  /** Articles handed over, by source and by the desk's answer. */
  public static final String ARTICLES = "copytaster.ingest.articles";

  /** From the first byte received to the broker's acknowledgement of article and receipt. */
  public static final String RECEIVED_TO_PUBLISHED = "copytaster.ingest.received.to.published";

  /** Receipts known to this instance. */
  public static final String RECEIPTS = "copytaster.ingest.receipts";

  /** What was mended in the bytes or the text of articles, by source and by kind of repair. */
  public static final String REPAIRS = "copytaster.ingest.repairs";

  /** Sources that are set up by files. */
  public static final String SOURCES = "copytaster.ingest.sources";

  /** Source files that cannot be taken. */
  public static final String SOURCE_FILES_REFUSED = "copytaster.ingest.source.files.refused";

  /** Sources that have been silent for longer than their rhythm allows. */
  public static final String SOURCES_QUIET = "copytaster.ingest.sources.quiet";

  /** Sources that are expected to send now, by their rhythm. */
  public static final String SOURCES_EXPECTED = "copytaster.ingest.sources.expected";

  /** Answers over HTTP by status: one a request, and one a line of a batch. */
  public static final String ANSWERS = "copytaster.ingest.answers";

  /** Sources that send ten times as much as they usually do. */
  public static final String SOURCES_HAYWIRE = "copytaster.ingest.sources.haywire";

  /** Polls of feeds, by source and by what came of them. */
  public static final String POLLS = "copytaster.ingest.polls";

  /** Feeds whose last polls failed. */
  public static final String FEEDS_FAILING = "copytaster.ingest.feeds.failing";

  /** So many polls in a row that failed are no hiccup. */
  private static final int FAILING = 3;

  /** The kinds of repairs, so that each is served from the start. */
  private static final List<String> KINDS =
      List.of("bom-in-middle", "charset", "control-characters", "mojibake", "undecodable-bytes");

  /** Whoever pushes names the source, so only the first few get a label of their own. */
  private static final int MOST_SOURCES = 50;

  /** An alert sees a counter grow, and so not the first one if it was not there before. */
  private static final List<String> OUTCOMES =
      List.of(
          "accepted",
          "repeated",
          "conflict",
          "rejected",
          "forbidden",
          "not-text",
          "unknown-format",
          "unreadable",
          "busy",
          "unavailable",
          "no-room");

  private static final List<String> OF_POLLS =
      List.of("new", "unchanged", "waiting", "failed", "gone");

  private static final Set<Integer> STATUSES =
      Set.of(200, 202, 207, 400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 503);

  private static final int MOST_KINDS = 50;

  private final Metrics metrics;
  private final Timer published;
  private final Set<String> sources = ConcurrentHashMap.newKeySet();
  private final Set<String> kinds = ConcurrentHashMap.newKeySet();

  public IngestMetrics(Metrics metrics) {
    this.metrics = metrics;
    this.published =
        metrics.histogram(
            RECEIVED_TO_PUBLISHED, "from the first byte to the broker's acknowledgement");
    KINDS.forEach(kind -> repairs("http", kind).increment(0));
    STATUSES.forEach(status -> answers(status).increment(0));
    label("http");
  }

  /** Counts one answer over HTTP. */
  public void replied(int status) {
    answers(status).increment();
  }

  /** Counts one answer of the desk. */
  public void answered(String source, String answer) {
    articles(label(source), answer).increment();
  }

  /** Counts copy that did not get as far as the desk. */
  public void unreadable(String source) {
    answered(source, "unreadable");
  }

  /** Counts a poll of a feed. */
  public void polled(String source, String outcome) {
    var label = label(source);
    OF_POLLS.forEach(other -> polls(label, other).increment(0));
    polls(label, outcome).increment();
  }

  /** Counts what was mended in one article; a kind is what stands before the colon. */
  public void repaired(String source, List<String> repairs) {
    for (var repair : repairs) {
      repairs(label(source), kind(repair)).increment();
    }
  }

  public void published(Instant receivedAt, Instant publishedAt) {
    published.record(Duration.between(receivedAt, publishedAt));
  }

  /** Watches the desk's producer and the size of its table. */
  public void watch(Producer<?, ?> producer, Supplier<Number> receipts) {
    KafkaMetrics.watch(metrics, producer, Producer::metrics, KafkaMetrics.Kind.PRODUCER);
    metrics.gauge(RECEIPTS, "receipts known to this instance", receipts);
  }

  /** Watches what the sources do. */
  public void watchActivity(SourceWatch watch, Clock clock) {
    metrics.gauge(
        SOURCES_QUIET,
        "sources that are silent for too long",
        () -> watch.count(SourceState.QUIET, clock.instant()));
    metrics.gauge(
        SOURCES_EXPECTED,
        "sources that are expected to send now",
        () -> watch.expected(clock.instant()));
    watch.now().all().forEach(source -> label(source.name()));
    metrics.gauge(
        SOURCES_HAYWIRE,
        "sources that send far more than usual",
        () -> watch.count(SourceState.HAYWIRE, clock.instant()));
    metrics.gauge(FEEDS_FAILING, "feeds whose last polls failed", () -> watch.failing(FAILING));
  }

  /** Watches the source files. */
  public void watchSources(Supplier<Number> sources, Supplier<Number> refused) {
    metrics.gauge(SOURCES, "sources that are set up by files", sources);
    metrics.gauge(SOURCE_FILES_REFUSED, "source files that cannot be taken", refused);
  }

  private Counter articles(String label, String outcome) {
    return metrics.counter(ARTICLES, "articles handed over", "source", label, "outcome", outcome);
  }

  private Counter polls(String label, String outcome) {
    return metrics.counter(POLLS, "polls of feeds", "source", label, "outcome", outcome);
  }

  private Counter answers(int status) {
    var label = STATUSES.contains(status) ? Integer.toString(status) : "other";
    return metrics.counter(ANSWERS, "answers over HTTP", "status", label);
  }

  private Counter repairs(String source, String kind) {
    return metrics.counter(REPAIRS, "what was mended in articles", "source", source, "kind", kind);
  }

  /** What a source makes up, such as a field in other case, must not make series without end. */
  private String kind(String repair) {
    var kind = repair.split(":", 2)[0];
    if (kinds.contains(kind)) {
      return kind;
    }
    boolean named = kind.length() <= 40 && kinds.size() < MOST_KINDS && kinds.add(kind);
    return named ? kind : "other";
  }

  /** With the label come its counters: what has not happened yet is there and can be watched. */
  private String label(String source) {
    if (sources.contains(source)) {
      return source;
    }
    boolean named = source.length() <= 40 && sources.size() < MOST_SOURCES && sources.add(source);
    var label = named ? source : "other";
    OUTCOMES.forEach(outcome -> articles(label, outcome).increment(0));
    return label;
  }
}
