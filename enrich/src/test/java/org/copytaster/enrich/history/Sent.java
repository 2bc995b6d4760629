package org.copytaster.enrich.history;

import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;

/**
 * A record as it stands on {@code news.articles}.
 *
 * @param place in the order in which the articles were sent; the very record has the same place
 *     wherever it comes again
 * @param putBack whether it is a dead letter that somebody has put back
 */
public record Sent(Article article, int place, boolean putBack) {

  /** Whether it stands on the lane that overtakes, too, as a desk sends it. */
  public boolean overtakes() {
    return VersionHistory.isKill(article) || article.getPubStatus() == PubStatus.WITHHELD;
  }

  boolean isTest() {
    return VersionHistory.isTest(article);
  }
}
