package org.copytaster.console.letter;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.copytaster.console.act.Acts;
import org.copytaster.console.act.Editor;
import org.copytaster.console.act.RefusedException;
import org.copytaster.console.act.Right;

/**
 * Says whose bytes may be read: of a killed article and of one that is withheld nobody's, of one
 * that is held those who may see what is held. Copy that could not be read names no article, so it
 * may be under embargo: the right to read letters is for few.
 */
final class LetterGate {

  private final DataSource pool;
  private final Acts acts;

  LetterGate(DataSource pool, Acts acts) {
    this.pool = pool;
    this.acts = acts;
  }

  /**
   * Lets an editor read a letter.
   *
   * @throws RefusedException if not
   * @throws SQLException if the store does not say
   */
  void check(Editor editor, LetterLine line) throws RefusedException, SQLException {
    var guid = line.about();
    if (guid == null) {
      return;
    }
    var status = status(guid).orElse("USABLE");
    if (status.equals("CANCELED")) {
      throw new RefusedException(410, "its article was killed, so nobody may read it");
    }
    if (status.equals("WITHHELD")) {
      throw new RefusedException(403, "its article is withheld, so nobody may read it for now");
    }
    if (acts.held(guid).isPresent()) {
      editor.require(Right.SEE_HELD);
    }
  }

  private Optional<String> status(String guid) throws SQLException {
    if (guid.indexOf(0) >= 0) {
      return Optional.empty(); // the store has none such
    }
    try (var connection = pool.getConnection();
        var statement =
            connection.prepareStatement("select pub_status from articles where guid = ?")) {
      statement.setString(1, guid);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }
}
