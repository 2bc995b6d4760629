package org.copytaster.ingest.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.schemas.history.Verdict;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;

/**
 * What was published of each guid: its history, and each version with the copy that it was read
 * from. A version costs some 400 bytes.
 */
final class PublishedArticles {

  /**
   * One version, as it was read last.
   *
   * @param original the key of the bytes
   * @param receivedAt when they came, milliseconds; the same bytes may have come more than once,
   *     and only one time of them was this published
   */
  record Version(String original, Instant receivedAt, int version, String contentHash) {

    boolean isFrom(Article article) {
      return original.equals(article.getOriginal()) && receivedAt.equals(article.getReceivedAt());
    }
  }

  private final Map<String, VersionHistory> histories = new HashMap<>();
  private final Map<String, List<Version>> versions = new HashMap<>();

  /**
   * Takes in what stands in a topic of articles. What enrich refuses under the number of another
   * one counts as never published.
   */
  void add(Article article) {
    var guid = article.getGuid();
    var before = history(guid);
    var verdict = before.judge(article);
    histories.put(guid, before.after(article));
    var original = article.getOriginal();
    boolean counts =
        !(verdict instanceof Verdict.Conflict) && !(verdict instanceof Verdict.Superseded);
    if (original != null && counts) {
      var all = versions.computeIfAbsent(guid, none -> new ArrayList<>(1));
      all.removeIf(old -> old.version() == article.getVersion() && old.isFrom(article));
      all.add(
          new Version(
              original, article.getReceivedAt(), article.getVersion(), article.getContentHash()));
    }
  }

  VersionHistory history(String guid) {
    return histories.getOrDefault(guid, VersionHistory.none());
  }

  /** Every version of the guid that was made of copy. */
  List<Version> versions(String guid) {
    return versions.getOrDefault(guid, List.of());
  }
}
