package org.copytaster.runtime.log;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * A failure in words that may be logged: which exception, because of which, with the database's
 * code. A message is repeated only if the exception is one of ours, whose sentences quote nothing
 * of the copy.
 */
public final class Fault {

  private static final String OURS = "org.copytaster.";
  private static final int MOST_CAUSES = 6;
  private static final int LONGEST_MESSAGE = 300;

  private Fault() {}

  /** One line on the failure and its causes, for instance {@code PSQLException 08001}. */
  public static String of(Throwable failure) {
    var line = new StringBuilder(head(failure));
    var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
    seen.add(failure);
    var cause = Optional.ofNullable(failure.getCause());
    for (int i = 0; i < MOST_CAUSES && cause.isPresent() && seen.add(cause.get()); i++) {
      line.append(" because of ").append(head(cause.get()));
      cause = Optional.ofNullable(cause.get().getCause());
    }
    return line.toString();
  }

  /** The same without the causes. */
  public static String head(Throwable failure) {
    var type = failure.getClass();
    var name = type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    if (failure instanceof SQLException sql && sql.getSQLState() != null) {
      return name + " " + bounded(sql.getSQLState());
    }
    var message = failure.getMessage();
    return message != null && type.getName().startsWith(OURS)
        ? name + ": " + bounded(message)
        : name;
  }

  private static String bounded(String message) {
    return ShortText.of(message.replaceAll("\\p{Cntrl}+", " "), LONGEST_MESSAGE);
  }
}
