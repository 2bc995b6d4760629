package org.copytaster.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.utils.Time;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.client.KafkaMetrics.Kind;
import org.junit.jupiter.api.Test;

class KafkaMetricsTest {

  private static final String FETCHES = "consumer-fetch-manager-metrics";
  private static final String FIRST = "copytaster-enrich-0b5a-StreamThread-1-consumer";
  private static final String SECOND = "copytaster-enrich-0b5a-StreamThread-2-consumer";

  private final Map<MetricName, Metric> said = new LinkedHashMap<>();

  @Test
  void aServiceHasOneSeriesOfEachWhateverThreadsAndPartitionsItHas() {
    said(FETCHES, "records-consumed-total", 3, Map.of("client-id", FIRST));
    said(FETCHES, "records-consumed-total", 3, Map.of("client-id", FIRST, "topic", "news"));
    said(FETCHES, "records-consumed-total", 4, Map.of("client-id", SECOND));
    said(FETCHES, "records-lag-max", 7, Map.of("client-id", FIRST, "partition", "0"));
    said(FETCHES, "records-lag-max", 9, Map.of("client-id", SECOND, "partition", "1"));
    said(FETCHES, "records-lag-max", Double.NaN, Map.of("client-id", SECOND));

    assertThat(scraped(Kind.CONSUMER, Kind.STREAMS))
        .contains("kafka_consumer_fetch_manager_records_consumed_total{service=\"enrich\"} 7.0\n")
        .contains("kafka_consumer_fetch_manager_records_lag_max{service=\"enrich\"} 9.0\n")
        .contains("kafka_stream_alive_stream_threads{service=\"enrich\"} NaN\n")
        .contains("kafka_stream_thread_process_total{service=\"enrich\"} 0.0\n")
        .doesNotContain("0b5a")
        .doesNotContain("kafka_producer_");
  }

  @Test
  void whatNobodyAsksForIsNotServed() {
    said("producer-metrics", "record-error-total", 2, Map.of("client-id", "a"));
    said("producer-metrics", "batch-size-avg", 2, Map.of("client-id", "a"));

    assertThat(scraped(Kind.PRODUCER))
        .contains("kafka_producer_record_error_total{service=\"enrich\"} 2.0\n")
        .doesNotContain("batch");
  }

  private String scraped(Kind... kinds) {
    try (var metrics = new Metrics("enrich");
        var client = new MockProducer<byte[], byte[]>()) {
      KafkaMetrics.watch(metrics, client, any -> said, kinds);
      return metrics.scrape();
    }
  }

  private void said(String group, String name, double value, Map<String, String> tags) {
    var as = new MetricName(name, group, "", tags);
    Measurable measurable = (config, now) -> value;
    said.put(as, new KafkaMetric(new Object(), as, measurable, new MetricConfig(), Time.SYSTEM));
  }
}
