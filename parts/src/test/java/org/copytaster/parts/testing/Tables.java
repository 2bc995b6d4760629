package org.copytaster.parts.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tables of a lane's database, for whoever looks into them or does something to them.
 *
 * @param url with user and password in it
 */
public record Tables(String url) {

  /** The rows of a query, each a map by column name. */
  public List<Map<String, Object>> rows(String sql) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<Map<String, Object>>();
      while (rows.next()) {
        var row = new HashMap<String, Object>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
        }
        all.add(row);
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void execute(String sql) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public long count(String sql) {
    return ((Number) Objects.requireNonNull(rows(sql).get(0).get("count"))).longValue();
  }
}
