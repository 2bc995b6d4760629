package org.copytaster.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copytaster.runtime.Metrics;
import org.junit.jupiter.api.Test;

/** An increase is what an alert sees, and a series that begins with one has none. */
class IngestMetricsTest {

  private final Metrics metrics = new Metrics("ingest");
  private final IngestMetrics ingest = new IngestMetrics(metrics);

  @Test
  void everyOutcomeIsCountedBeforeThereIsOne() {
    assertThat(lines("copytaster_ingest_articles_total{"))
        .hasSize(11)
        .allSatisfy(line -> assertThat(line).contains("source=\"http\"").endsWith(" 0.0"));
  }

  @Test
  void everyOutcomeOfASourceIsThereOnceItIsHeard() {
    ingest.answered("coast", "accepted");

    assertThat(lines("copytaster_ingest_articles_total{"))
        .filteredOn(line -> line.contains("source=\"coast\""))
        .hasSize(11)
        .filteredOn(line -> !line.endsWith(" 0.0"))
        .singleElement()
        .asString()
        .contains("outcome=\"accepted\"")
        .endsWith(" 1.0");
  }

  @Test
  void answersAreCountedByStatusAndThereBeforeTheFirst() {
    assertThat(lines("copytaster_ingest_answers_total{"))
        .hasSize(16)
        .allSatisfy(line -> assertThat(line).endsWith(" 0.0"));

    ingest.replied(401);
    ingest.replied(418);

    assertThat(lines("copytaster_ingest_answers_total{"))
        .filteredOn(line -> line.endsWith(" 1.0"))
        .hasSize(2)
        .anyMatch(line -> line.contains("status=\"401\""))
        .anyMatch(line -> line.contains("status=\"other\""));
  }

  @Test
  void sourcesThatSomebodyMakesUpMakeNoSeriesWithoutEnd() {
    for (int i = 0; i < 1_000; i++) {
      ingest.answered("made-up-" + i, "accepted");
    }

    assertThat(lines("copytaster_ingest_articles_total{")).hasSizeLessThanOrEqualTo(51 * 11);
  }

  private List<String> lines(String beginning) {
    return metrics.scrape().lines().filter(line -> line.startsWith(beginning)).toList();
  }
}
