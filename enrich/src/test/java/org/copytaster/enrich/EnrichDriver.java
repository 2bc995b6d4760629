package org.copytaster.enrich;

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
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.Receipt;

/** The topology of enrich under Kafka's own test driver, set up as {@link Enrich} does it. */
final class EnrichDriver implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  /** Holds no state; to load its models takes seconds. */
  private static final ArticleEnricher ENRICHER = FailingTagger.enricher();

  final Topics topics = new Topics("");
  final SettableClock clock = new SettableClock(START);
  private final RecordSerdes serdes = PlainAvro.serdes();
  private final EnrichMetrics metrics = new EnrichMetrics(new Metrics("enrich"));
  final TopologyTestDriver driver;

  EnrichDriver() {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    DeadLetters.into(config, topics, serdes, metrics, clock);
    driver = new TopologyTestDriver(topology().build(), config, START);
  }

  EnrichTopology topology() {
    return new EnrichTopology(topics, serdes, ENRICHER, metrics, clock);
  }

  TestInputTopic<String, Article> articles() {
    return input(topics.articles());
  }

  TestInputTopic<String, Article> kills() {
    return input(topics.kills());
  }

  private TestInputTopic<String, Article> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), serdes.<Article>newSerializer());
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
