package org.copytaster.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.jspecify.annotations.Nullable;

/** Writes {@code article_links}: what versions say of other articles. */
final class LinkRows {

  private static final String LINK =
      """
      insert into article_links (guid, version, kind, to_guid, to_version) values (?, ?, ?, ?, ?)
      on conflict (guid, kind, version) do update set
        to_guid = excluded.to_guid, to_version = excluded.to_version
      """;

  private static final String UNSAID = "delete from article_links where guid = ? and version = ?";

  private final Connection connection;

  LinkRows(Connection connection) {
    this.connection = connection;
  }

  /** Writes the links of these versions; what is read again may say less than before. */
  void write(List<StoredVersion> versions) throws SQLException {
    try (var unsaid = connection.prepareStatement(UNSAID);
        var links = connection.prepareStatement(LINK)) {
      var gone = new Parameters(unsaid);
      var row = new Parameters(links);
      for (var version : versions) {
        var article = version.article();
        if (article.getReadAgainAt() != null) {
          gone.text(article.getGuid()).number(article.getVersion()).add();
        }
        for (var link : of(article).entrySet()) {
          var to = link.getValue();
          row.text(article.getGuid()).number(article.getVersion()).text(link.getKey());
          row.text(to.getGuid()).number(to.getVersion()).add();
        }
      }
      unsaid.executeBatch();
      links.executeBatch();
    }
  }

  /** By kind; without what no article can be to itself. */
  static Map<String, ArticleLink> of(Article article) {
    var links = new LinkedHashMap<String, ArticleLink>();
    put(links, "CORRECTS", article.getCorrects(), article);
    put(links, "EVOLVED_FROM", article.getEvolvedFrom(), article);
    put(links, "SUBSTITUTES", article.getSubstitutes(), article);
    put(links, "SUBSTITUTED_BY", article.getSubstitutedBy(), article);
    return links;
  }

  /** Of its own guid a version corrects or carries on an earlier one, and replaces none. */
  private static void put(
      Map<String, ArticleLink> links, String kind, @Nullable ArticleLink to, Article article) {
    if (to == null || to.getGuid().isEmpty()) {
      return;
    }
    boolean other = !to.getGuid().equals(article.getGuid());
    var version = to.getVersion();
    boolean earlier =
        version != null && version < article.getVersion() && !kind.startsWith("SUBSTITUTE");
    if (other || earlier) {
      links.put(kind, to);
    }
  }
}
