package org.copytaster.enrich.recall;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.copytaster.schemas.history.Tombstone;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.RecallKind;
import org.copytaster.schemas.record.RecalledVersion;
import org.jspecify.annotations.Nullable;

/** Makes the records that call versions back. */
final class RecallRecords {

  private static final int BYTES_OF_ID = 16;

  private RecallRecords() {}

  /**
   * The recall that {@code by} makes of what went out before it. The reason is the one of its
   * tombstone, so only a kill has one: what is said of a correction would outlive the text that it
   * speaks of.
   */
  static Recall of(RecallKind kind, PublishedVersions out, EnrichedArticle by) {
    var article = by.getArticle();
    var versions =
        out.versions().stream()
            .map(each -> new RecalledVersion(each.version(), each.since()))
            .toList();
    return Recall.newBuilder()
        .setId(id(kind, out, by))
        .setGuid(article.getGuid())
        .setKind(kind)
        .setVersion(article.getVersion())
        .setVersions(versions)
        .setVersionsLeftOut(out.leftOut())
        .setIssuedAt(by.getEnrichedAt())
        .setSubstitute(substitute(article))
        .setReason(Tombstone.of(article).getEdNote())
        .setSource(article.getSource())
        .build();
  }

  /** What the copy itself says is to be used in its place. */
  private static @Nullable String substitute(Article article) {
    var link = article.getSubstitutedBy();
    return link == null ? null : link.getGuid();
  }

  /**
   * The same for the same recall, whenever it is made again. The highest version that it calls back
   * goes into it too: a low number may kill a guid a second time after it came back.
   */
  private static String id(RecallKind kind, PublishedVersions out, EnrichedArticle by) {
    int highest = out.versions().stream().mapToInt(PublishedVersion::version).max().orElse(0);
    var article = by.getArticle();
    var name = kind + " " + article.getVersion() + " " + highest + " " + article.getGuid();
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES_OF_ID);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
