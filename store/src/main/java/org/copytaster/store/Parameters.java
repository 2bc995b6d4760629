package org.copytaster.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement from left to right. */
final class Parameters {

  private final PreparedStatement statement;
  private int next = 1;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  Parameters text(@Nullable String value) throws SQLException {
    statement.setString(next++, value);
    return this;
  }

  Parameters number(@Nullable Integer value) throws SQLException {
    if (value == null) {
      statement.setNull(next++, Types.INTEGER);
    } else {
      statement.setInt(next++, value);
    }
    return this;
  }

  Parameters flag(@Nullable Boolean value) throws SQLException {
    if (value == null) {
      statement.setNull(next++, Types.BOOLEAN);
    } else {
      statement.setBoolean(next++, value);
    }
    return this;
  }

  Parameters fraction(double value) throws SQLException {
    statement.setDouble(next++, value);
    return this;
  }

  Parameters time(@Nullable Instant value) throws SQLException {
    if (value == null) {
      statement.setNull(next++, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(next++, value.atOffset(ZoneOffset.UTC));
    }
    return this;
  }

  Parameters texts(Iterable<String> values) throws SQLException {
    var all = new ArrayList<String>();
    values.forEach(all::add);
    statement.setArray(
        next++, statement.getConnection().createArrayOf("text", all.toArray(String[]::new)));
    return this;
  }

  void add() throws SQLException {
    statement.addBatch();
    next = 1;
  }
}
