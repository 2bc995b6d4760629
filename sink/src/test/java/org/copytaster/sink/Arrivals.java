package org.copytaster.sink;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;

/** Arrivals for tests. */
final class Arrivals {

  private Arrivals() {}

  static Article article(String guid, int version, PubStatus status) {
    return Article.newBuilder()
        .setGuid(guid)
        .setVersion(version)
        .setPubStatus(status)
        .setHeadline("Headline of version " + version)
        .setReceivedAt(Instant.parse("2026-03-01T12:00:00Z"))
        .build();
  }

  static Arrival arrival(String guid, int version, PubStatus status) {
    var enriched =
        EnrichedArticle.newBuilder()
            .setArticle(article(guid, version, status))
            .setText("text of version " + version)
            .build();
    return Arrival.of(
        new ConsumerRecord<>("news.enriched", 0, version, new byte[0], new byte[0]), enriched);
  }
}
