package org.copytaster.store;

import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.history.Tombstone;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * An enriched article as it goes into the tables. One that must not be used comes without its text,
 * whatever the record held.
 *
 * @param tags the JSON of the enriched article's tags; null where there is no text that has any
 */
public record StoredVersion(EnrichedArticle enriched, @Nullable String tags) {

  public static StoredVersion of(EnrichedArticle enriched) {
    var version = new StoredVersion(enriched, StoredJson.tags(enriched));
    boolean usable = enriched.getArticle().getPubStatus() == PubStatus.USABLE;
    return usable ? version : version.withoutText();
  }

  /** What stays of it once it is killed. */
  StoredVersion withoutText() {
    return new StoredVersion(Tombstone.of(article(), enriched.getEnrichedAt()), null);
  }

  boolean hasText() {
    return tags != null;
  }

  public Article article() {
    return enriched.getArticle();
  }

  String guid() {
    return article().getGuid();
  }

  /** Its guid and version. */
  public ReceiptKey key() {
    return Receipts.keyOf(article());
  }
}
