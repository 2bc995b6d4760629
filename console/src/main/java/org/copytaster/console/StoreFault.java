package org.copytaster.console;

import java.sql.SQLException;

/** What it means to whoever asked that a statement failed. */
enum StoreFault {
  /** It cannot be asked like that, now or later. */
  REFUSED,
  /** It took longer than a statement may. */
  TOO_LONG,
  /** The store is not there, or not able. */
  AWAY;

  /** Which one it is, by the class of its SQLSTATE. */
  static StoreFault of(SQLException failure) {
    var state = String.valueOf(failure.getSQLState());
    if (state.equals("57014")) {
      return TOO_LONG;
    }
    // What is missing or forbidden there (42P01, 42501) is not the fault of a question.
    boolean refused = state.startsWith("22") || state.startsWith("54") || state.equals("42601");
    return refused ? REFUSED : AWAY;
  }

  /**
   * Whether a statement that holds nothing but text of the client failed because of that text.
   * PostgreSQL says XX000, an internal error, where a search has too many operators for it.
   */
  static boolean isOfItsText(SQLException failure) {
    return of(failure) == REFUSED || "XX000".equals(failure.getSQLState());
  }
}
