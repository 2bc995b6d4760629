package org.copytaster.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Zone;
import org.jspecify.annotations.Nullable;

/** Writes {@code articles} and {@code article_versions}. */
final class ArticleRows {

  private static final String ARTICLE =
      """
      insert into articles (guid, version, pub_status, signal, urgency, language,
        version_created, first_created, embargoed, headline, slugline, byline, dateline, creditline,
        ed_note, usage_terms, url, subjects, source, content_hash, text, tags, engines,
        received_at, enriched_at, stored_at, killed_version, read_again_at, kill_reason, corrective)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?::json,
        ?::json, ?, ?, ?, ?, ?, ?, ?)
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
        killed_version = excluded.killed_version, read_again_at = excluded.read_again_at,
        kill_reason = coalesce(excluded.kill_reason, articles.kill_reason),
        corrective = excluded.corrective,
        written_by = pg_current_xact_id()
      """;

  private static final String VERSION =
      """
      insert into article_versions (guid, version, pub_status, signal, version_created,
        content_hash, article, text, tags, received_at, enriched_at, stored_at, corrective)
      values (?, ?, ?, ?, ?, ?, ?::json, ?, ?::json, ?, ?, ?, ?)
      on conflict (guid, version) do update set
        pub_status = excluded.pub_status, signal = excluded.signal,
        version_created = excluded.version_created, content_hash = excluded.content_hash,
        article = excluded.article, text = excluded.text, tags = excluded.tags,
        received_at = excluded.received_at, enriched_at = excluded.enriched_at,
        stored_at = excluded.stored_at, corrective = excluded.corrective
      """;

  private static final String CLEAR =
      "update article_versions set article = null, text = '', tags = null where guid = any(?)";

  private static final String NO_REASON = "killed by its source";

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
        identity(row, planned.arrival(), planned.history().version());
        content(row, planned.arrival());
        tags(row, planned.arrival());
        times(row, planned.arrival());
        row.number(planned.history().killedUpTo()).time(planned.history().readAgainAt());
        row.text(kill.map(ArticleRows::reason).orElse(null));
        row.flag(article.getCorrective()).add();
      }
      statement.executeBatch();
    }
  }

  void versions(List<StoredVersion> versions) throws SQLException {
    try (var statement = connection.prepareStatement(VERSION)) {
      var row = new Parameters(statement);
      for (var version : versions) {
        var article = version.article();
        row.text(article.getGuid()).number(article.getVersion());
        row.text(article.getPubStatus().name());
        row.text(Objects.toString(article.getSignal(), null)).time(article.getVersionCreated());
        row.text(article.getContentHash());
        row.text(version.hasText() ? StoredJson.article(article) : null);
        row.text(version.enriched().getText()).text(version.tags());
        times(row, version);
        row.flag(article.getCorrective()).add();
      }
      statement.executeBatch();
    }
  }

  private static void identity(Parameters row, StoredVersion arrival, int version)
      throws SQLException {
    var article = arrival.article();
    row.text(article.getGuid()).number(version).text(article.getPubStatus().name());
    row.text(Objects.toString(article.getSignal(), null)).number(article.getUrgency());
    row.text(language(arrival)).time(article.getVersionCreated());
    row.time(article.getFirstCreated()).time(article.getEmbargoed());
  }

  /** The note of a kill is its reason and stands there. */
  private static void content(Parameters row, StoredVersion arrival) throws SQLException {
    var article = arrival.article();
    row.text(headline(arrival)).text(article.getSlugline()).text(article.getByline());
    row.text(article.getDateline()).text(article.getCreditline());
    row.text(VersionHistory.isKill(article) ? null : article.getEdNote());
    row.text(article.getUsageTerms()).text(article.getUrl());
    row.text(StoredJson.subjects(article));
    row.text(article.getSource()).text(article.getContentHash());
  }

  private static void tags(Parameters row, StoredVersion arrival) throws SQLException {
    row.text(arrival.enriched().getText()).text(arrival.tags());
    row.text(StoredJson.engines(arrival.enriched()));
  }

  private void times(Parameters row, StoredVersion arrival) throws SQLException {
    row.time(arrival.article().getReceivedAt());
    row.time(arrival.enriched().getEnrichedAt()).time(storedAt);
  }

  /** The headline as received; of copy that is all text, what enrich found to be one. */
  private static @Nullable String headline(StoredVersion arrival) {
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

  private static @Nullable String language(StoredVersion arrival) {
    var found = arrival.enriched().getLanguage();
    return found == null ? arrival.article().getLanguage() : found;
  }

  private static String reason(StoredVersion kill) {
    return Objects.requireNonNullElse(kill.article().getEdNote(), NO_REASON);
  }
}
