package org.copytaster.schemas;

import java.time.Instant;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/** Makes receipts for articles. */
public final class Receipts {

  private Receipts() {}

  /** The key of an article's receipts. */
  public static ReceiptKey keyOf(Article article) {
    return new ReceiptKey(article.getGuid(), article.getVersion());
  }

  /**
   * A receipt for one article.
   *
   * @param reason one sentence without any of the article's text, or null; it is cut if it is long
   * @param writtenBy the service that is in charge of {@code stage}
   */
  public static Receipt of(
      Article article, Stage stage, Instant time, @Nullable String reason, String writtenBy) {
    return Receipt.newBuilder()
        .setId(keyOf(article).id())
        .setGuid(article.getGuid())
        .setVersion(article.getVersion())
        .setContentHash(article.getContentHash())
        .setStage(stage)
        .setTime(time)
        .setReason(reason == null ? null : Wording.plain(reason, Wording.LONGEST_REASON))
        .setWrittenBy(writtenBy)
        .build();
  }
}
