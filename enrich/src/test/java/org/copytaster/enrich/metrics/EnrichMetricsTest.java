package org.copytaster.enrich.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.runtime.Metrics;
import org.junit.jupiter.api.Test;

class EnrichMetricsTest {

  /** An increase is what an alert sees, and a series that begins with one has none. */
  @Test
  void failuresAreCountedBeforeThereIsOne() {
    var metrics = new Metrics("enrich");
    new EnrichMetrics(metrics);

    assertThat(metrics.scrape().lines())
        .filteredOn(line -> line.startsWith("copytaster_enrich_articles_total{"))
        .anySatisfy(line -> assertThat(line).contains("outcome=\"failed\"").endsWith(" 0.0"));
  }
}
