package org.copytaster.store;

import java.time.Instant;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;

/** Versions that arrive, for tests. */
final class Versions {

  static final String HASH = "hash";

  private Versions() {}

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

  static StoredVersion arrival(String guid, int version, PubStatus status) {
    return arrival(article(guid, version, status));
  }

  static StoredVersion arrival(Article article) {
    var enriched =
        EnrichedArticle.newBuilder()
            .setArticle(article)
            .setText("text of version " + article.getVersion())
            .build();
    return StoredVersion.of(enriched);
  }
}
