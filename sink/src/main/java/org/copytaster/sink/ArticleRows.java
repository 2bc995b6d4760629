package org.copytaster.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Zone;
import org.jspecify.annotations.Nullable;

/** Writes {@code articles} and {@code article_versions}. */
final class ArticleRows {

  private static final String ARTICLE =
      """
      insert into articles (guid, version, pub_status, signal, urgency, language,
        version_created, first_created, embargoed, headline, slugline, byline, dateline, creditline,
        ed_note, usage_terms, url, subjects, source, content_hash, text, tags, engines,
        received_at, enriched_at, stored_at, killed_version, kill_reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?::json,
        ?::json, ?, ?, ?, ?, ?)
      on conflict (guid) do update set
        version = excluded.version, pub_status = excluded.pub_status, signal = excluded.signal,
        urgency = excluded.urgency, language = excluded.language,
        version_created = excluded.version_created, first_created = excluded.first_created,
        embargoed = excluded.embargoed, headline = excluded.headline, slugline = excluded.slugline,
        byline = excluded.byline, dateline = excluded.dateline, creditline = excluded.creditline,
        ed_note = excluded.ed_note, usage_terms = excluded.usage_terms, url = excluded.url,
        subjects = excluded.subjects, source = excluded.source,
        content_hash = excluded.content_hash, text = excluded.text, tags = excluded.tags,
        engines = excluded.engines, received_at = excluded.received_at,
        enriched_at = excluded.enriched_at, stored_at = excluded.stored_at,
        killed_version = excluded.killed_version,
        kill_reason = coalesce(excluded.kill_reason, articles.kill_reason),
        written_by = pg_current_xact_id()
      """;

  private static final String VERSION =
      """
      insert into article_versions (guid, version, pub_status, signal, version_created,
        content_hash, article, text, tags, received_at, enriched_at, stored_at)
      values (?, ?, ?, ?, ?, ?, ?::json, ?, ?::json, ?, ?, ?)
      on conflict (guid, version) do update set
        pub_status = excluded.pub_status, signal = excluded.signal,
        version_created = excluded.version_created, content_hash = excluded.content_hash,
        article = excluded.article, text = excluded.text, tags = excluded.tags,
        received_at = excluded.received_at, enriched_at = excluded.enriched_at,
        stored_at = excluded.stored_at
      """;

  private static final String CLEAR =
      "update article_versions set article = null, text = '', tags = null where guid = any(?)";

  private static final String NO_REASON = "killed by its source";
  private static final int REASON_LENGTH = 500;

  private final Connection connection;
  private final Instant storedAt;

  ArticleRows(Connection connection, Instant storedAt) {
    this.connection = connection;
    this.storedAt = storedAt;
  }

  /** Takes the text from every version of {@code guids}. */
  void clear(Collection<String> guids) throws SQLException {
    try (var statement = connection.prepareStatement(CLEAR)) {
      new Parameters(statement).texts(guids);
      statement.executeUpdate();
    }
  }

  /** Writes the current version of each guid. */
  void write(BatchPlan plan) throws SQLException {
    try (var statement = connection.prepareStatement(ARTICLE)) {
      var row = new Parameters(statement);
      for (var planned : plan.rows()) {
        var article = planned.arrival().article();
        var kill = Optional.ofNullable(plan.kills().get(article.getGuid()));
        identity(row, planned.arrival(), planned.standing().version());
        content(row, planned.arrival(), planned.whole());
        tags(row, planned);
        times(row, planned.arrival());
        row.number(planned.standing().killedVersion());
        row.text(kill.map(arrival -> reason(arrival.article())).orElse(null)).add();
      }
      statement.executeBatch();
    }
  }

  void versions(List<BatchPlan.Version> versions) throws SQLException {
    try (var statement = connection.prepareStatement(VERSION)) {
      var row = new Parameters(statement);
      for (var version : versions) {
        var article = version.arrival().article();
        var whole = version.whole();
        row.text(article.getGuid()).number(article.getVersion());
        row.text(article.getPubStatus().name());
        row.text(Objects.toString(article.getSignal(), null)).time(article.getVersionCreated());
        row.text(article.getContentHash());
        row.text(whole ? StoredJson.article(article) : null);
        row.text(whole ? version.arrival().enriched().getText() : "");
        row.text(whole ? version.arrival().tags() : null);
        times(row, version.arrival());
        row.add();
      }
      statement.executeBatch();
    }
  }

  private static void identity(Parameters row, Arrival arrival, int version) throws SQLException {
    var article = arrival.article();
    row.text(article.getGuid()).number(version).text(article.getPubStatus().name());
    row.text(Objects.toString(article.getSignal(), null)).number(article.getUrgency());
    row.text(language(arrival)).time(article.getVersionCreated());
    row.time(article.getFirstCreated()).time(article.getEmbargoed());
  }

  private static void content(Parameters row, Arrival arrival, boolean whole) throws SQLException {
    var article = arrival.article();
    row.text(whole ? headline(arrival) : null).text(whole ? article.getSlugline() : null);
    row.text(whole ? article.getByline() : null).text(whole ? article.getDateline() : null);
    row.text(whole ? article.getCreditline() : null).text(whole ? article.getEdNote() : null);
    row.text(whole ? article.getUsageTerms() : null).text(whole ? article.getUrl() : null);
    row.text(whole ? StoredJson.subjects(article) : "[]");
    row.text(article.getSource()).text(article.getContentHash());
  }

  private static void tags(Parameters row, BatchPlan.Row planned) throws SQLException {
    var enriched = planned.arrival().enriched();
    row.text(planned.whole() ? enriched.getText() : "");
    row.text(planned.whole() ? planned.arrival().tags() : null);
    row.text(StoredJson.engines(enriched));
  }

  private void times(Parameters row, Arrival arrival) throws SQLException {
    row.time(arrival.article().getReceivedAt());
    row.time(arrival.enriched().getEnrichedAt()).time(storedAt);
  }

  /** The headline as received; of copy that is all text, what enrich found to be one. */
  private static @Nullable String headline(Arrival arrival) {
    var given = arrival.article().getHeadline();
    if (given != null) {
      return given;
    }
    var text = arrival.enriched().getText();
    return arrival.enriched().getZones().stream()
        .filter(zone -> zone.getZone() == Zone.HEADLINE)
        .findFirst()
        .map(zone -> text.substring(zone.getBegin(), zone.getEnd()).strip())
        .orElse(null);
  }

  private static @Nullable String language(Arrival arrival) {
    var found = arrival.enriched().getLanguage();
    return found == null ? arrival.article().getLanguage() : found;
  }

  /** A kill must be stored whatever its note holds, and a column of text cannot hold a NUL. */
  private static String reason(Article kill) {
    var note = kill.getEdNote() == null ? "" : kill.getEdNote().replace('\0', ' ').strip();
    return note.isEmpty() ? NO_REASON : note.substring(0, Math.min(REASON_LENGTH, note.length()));
  }
}
