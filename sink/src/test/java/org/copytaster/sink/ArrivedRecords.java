package org.copytaster.sink;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;

/** Arrivals for tests. */
final class ArrivedRecords {

  static final String HASH = "hash";

  private ArrivedRecords() {}

  static Article article(String guid, int version, PubStatus status) {
    return Article.newBuilder()
        .setGuid(guid)
        .setVersion(version)
        .setPubStatus(status)
        .setHeadline("Headline of version " + version)
        .setContentHash(HASH)
        .setReceivedAt(Instant.parse("2026-03-01T12:00:00Z"))
        .build();
  }

  static ArrivedRecord arrival(String guid, int version, PubStatus status) {
    return arrival(article(guid, version, status));
  }

  static ArrivedRecord arrival(Article article) {
    var enriched =
        EnrichedArticle.newBuilder()
            .setArticle(article)
            .setText("text of version " + article.getVersion())
            .build();
    return ArrivedRecord.of(
        new ConsumerRecord<>("news.enriched", 0, article.getVersion(), new byte[0], new byte[0]),
        enriched);
  }
}
