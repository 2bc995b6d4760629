package org.copytaster.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.history.Tombstone;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.Recall;
import org.jspecify.annotations.Nullable;

/**
 * Recalls and acknowledgements in the tables, within a transaction of whoever has the connection.
 */
public final class StoredProofs {

  /** A recall says the same each time that it comes, but for the times if all is tagged again. */
  private static final String RECALL =
      """
      insert into recalls (id, guid, kind, version, versions, versions_left_out, issued_at, reason,
        substitute, source, stored_at)
      values (?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;

  private static final String ACKNOWLEDGEMENT =
      """
      insert into acknowledgements (recall_id, subscriber, guid, acknowledged_at, stated_at, note,
        stored_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (recall_id, subscriber) do nothing
      """;

  /** Each pair is complete in one transaction only: that of whichever came last. */
  private static final String COMPLETED =
      """
      select extract(epoch from acknowledged_at - issued_at)
      from acknowledgements a join recalls r on r.id = a.recall_id
      where a.written_by = pg_current_xact_id() or r.written_by = pg_current_xact_id()
      """;

  private final Connection connection;

  public StoredProofs(Connection connection) {
    this.connection = connection;
  }

  /**
   * Writes them; what stands there stays as it is.
   *
   * @throws SQLException if the store is away, or refuses one of them: then none may be committed
   */
  public void write(List<Proof> proofs, Instant storedAt) throws SQLException {
    try (var recalls = connection.prepareStatement(RECALL);
        var acknowledgements = connection.prepareStatement(ACKNOWLEDGEMENT)) {
      var recall = new Parameters(recalls);
      var acknowledgement = new Parameters(acknowledgements);
      for (var proof : proofs) {
        if (proof instanceof Proof.Issued issued) {
          put(issued.recall(), recall).time(storedAt).add();
        } else if (proof instanceof Proof.Acknowledged acknowledged) {
          put(acknowledged, acknowledgement).time(storedAt).add();
        }
      }
      recalls.executeBatch();
      acknowledgements.executeBatch();
    }
  }

  /** How long each took that is acknowledged as of this transaction, by the broker's clock. */
  public List<Duration> completed() throws SQLException {
    var waits = new ArrayList<Duration>();
    try (var statement = connection.prepareStatement(COMPLETED);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        waits.add(Duration.ofMillis(Math.max(0, Math.round(rows.getDouble(1) * 1_000))));
      }
    }
    return waits;
  }

  private static Parameters put(Recall recall, Parameters row) throws SQLException {
    row.text(recall.getId()).text(recall.getGuid()).text(recall.getKind().name());
    row.number(recall.getVersion()).text(StoredJson.versions(recall));
    row.number(recall.getVersionsLeftOut()).time(recall.getIssuedAt());
    row.text(plain(recall.getReason(), Tombstone.LONGEST_REASON));
    return row.text(recall.getSubstitute()).text(recall.getSource());
  }

  private static Parameters put(Proof.Acknowledged proof, Parameters row) throws SQLException {
    Acknowledgement said = proof.acknowledgement();
    row.text(said.getRecallId()).text(said.getSubscriber()).text(said.getGuid());
    row.time(proof.at()).time(said.getTime());
    return row.text(plain(said.getNote(), Wording.LONGEST_REASON));
  }

  private static @Nullable String plain(@Nullable String text, int most) {
    return text == null ? null : Wording.plain(text, most);
  }
}
