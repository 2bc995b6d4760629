package org.copytaster.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.HeldState;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.Receipt;

/** The topology of enrich under Kafka's own test driver, set up as {@link Enrich} does it. */
final class EnrichDriver implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  /** Holds no state; to load its models takes seconds. */
  private static final ArticleEnricher ENRICHER = FailingTagger.enricher();

  /**
   * Not Kafka's own in the directory for temporary files, which all builds of a machine share; in
   * memory where Linux offers that, for stores are opened and closed thousands of times.
   */
  private static final String STATE = state();

  final Topics topics = new Topics("");
  final SettableClock clock;
  private final ArticleEnricher enricher;
  private final RecordSerdes serdes = PlainAvro.serdes();
  private final Metrics meters = new Metrics("enrich");
  private final EnrichMetrics metrics = new EnrichMetrics(meters);
  final TopologyTestDriver driver;

  EnrichDriver() {
    this(ENRICHER, START);
  }

  /** With another tagging, from {@code now} on. */
  EnrichDriver(ArticleEnricher enricher, Instant now) {
    this.enricher = enricher;
    clock = new SettableClock(now);
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.STATE_DIR_CONFIG, STATE);
    DeadLetters.into(config, topics, serdes, metrics, clock);
    driver = new TopologyTestDriver(topology().build(Tracing.off("enrich")), config, now);
  }

  private static String state() {
    var memory = Path.of("/dev/shm");
    try {
      var parent = Files.isWritable(memory) ? memory : Files.createDirectories(Path.of("target"));
      var state = Files.createTempDirectory(parent, "streams");
      state.toFile().deleteOnExit();
      return state.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EnrichTopology topology() {
    return new EnrichTopology(topics, serdes, enricher, metrics, clock);
  }

  TestInputTopic<String, Article> articles() {
    return articles(topics.articles());
  }

  /** One of the topics that articles come in on. */
  TestInputTopic<String, Article> articles(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), serdes.<Article>newSerializer());
  }

  TestInputTopic<String, Article> kills() {
    return articles(topics.kills());
  }

  TestInputTopic<String, Act> acts() {
    return driver.createInputTopic(
        topics.acts(), new StringSerializer(), serdes.<Act>newSerializer());
  }

  TestOutputTopic<String, HeldState> held() {
    return output(topics.held(), serdes.newDeserializer());
  }

  TestOutputTopic<String, Audit> audit() {
    return output(topics.audit(), serdes.newDeserializer());
  }

  /** Time passes, by the clock and for what looks at it. */
  void advance(Duration length) {
    clock.move(length);
    driver.advanceWallClockTime(length);
  }

  String scrape() {
    return meters.scrape();
  }

  TestOutputTopic<String, EnrichedArticle> enriched() {
    return output(topics.enriched(), serdes.newDeserializer());
  }

  TestOutputTopic<String, EntityMention> mentions() {
    return output(topics.mentions(), serdes.newDeserializer());
  }

  TestOutputTopic<String, Recall> recalls() {
    return output(topics.recalls(), serdes.newDeserializer());
  }

  TestOutputTopic<String, Receipt> receipts() {
    return output(topics.receipts(), serdes.newDeserializer());
  }

  TestOutputTopic<byte[], byte[]> letters() {
    return driver.createOutputTopic(
        topics.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private <T> TestOutputTopic<String, T> output(String topic, Deserializer<T> values) {
    return driver.createOutputTopic(topic, new StringDeserializer(), values);
  }

  @Override
  public void close() {
    driver.close();
  }
}
