package org.copytaster.enrich.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.runtime.Metrics;
import org.junit.jupiter.api.Test;

class EnrichMetricsTest {

  /** An increase is what an alert sees, and a series that begins with one has none. */
  @Test
  void everyOutcomeIsCountedBeforeThereIsOne() {
    var metrics = new Metrics("enrich");
    new EnrichMetrics(metrics);

    assertThat(metrics.scrape().lines())
        .filteredOn(line -> line.startsWith("copytaster_enrich_articles_total{"))
        .hasSize(7)
        .allSatisfy(line -> assertThat(line).endsWith(" 0.0"))
        .anySatisfy(line -> assertThat(line).contains("outcome=\"failed\""));
  }
}
