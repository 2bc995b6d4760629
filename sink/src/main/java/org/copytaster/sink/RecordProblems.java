package org.copytaster.sink;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.copytaster.schemas.RegistryException;

/** Tells what is wrong with a record from what is wrong with the world around it. */
final class RecordProblems {

  /** Bad data, broken constraint, limit of the database: no other time will do better. */
  private static final Set<String> REFUSING_CLASSES = Set.of("22", "23", "54");

  private RecordProblems() {}

  /** Whether the store refuses what it was given; everything else is waited out. */
  static boolean refused(SQLException problem) {
    var state = problem.getSQLState();
    return state != null && state.length() == 5 && REFUSING_CLASSES.contains(state.substring(0, 2));
  }

  /** Whether a record could not be read because the registry is away. */
  static boolean registryAway(Throwable problem) {
    for (var next = problem; next != null; next = next.getCause()) {
      boolean connection = next instanceof IOException && !(next instanceof EOFException);
      boolean broker = next instanceof KafkaException && !(next instanceof SerializationException);
      if (connection || broker || next instanceof RegistryException.UnavailableException) {
        return true;
      }
    }
    return false;
  }
}
