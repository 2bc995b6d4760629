package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.SerializationException;
import org.copytaster.schemas.RegistryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordProblemsTest {

  @ParameterizedTest
  @ValueSource(strings = {"22021", "22008", "23514", "54000"})
  void whatIsWrongWithTheRecordIsRefused(String state) {
    assertThat(RecordProblems.refused(new SQLException("", state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "40001", "42P01", "25006"})
  void whatIsWrongWithTheStoreIsWaitedOut(String state) {
    assertThat(RecordProblems.refused(new SQLException("", state))).isFalse();
  }

  @Test
  void truncatedBytesAreTheRecordsFault() {
    var problem = new SerializationException("unreadable", new EOFException());

    assertThat(RecordProblems.registryAway(problem)).isFalse();
  }

  @Test
  void registryThatCannotBeReachedIsNobodysFault() {
    var ours = new RegistryException.UnavailableException("away", new ConnectException());
    var confluents = new SerializationException("error", new ConnectException());
    var mapped = new DisconnectException();

    assertThat(RecordProblems.registryAway(ours)).isTrue();
    assertThat(RecordProblems.registryAway(confluents)).isTrue();
    assertThat(RecordProblems.registryAway(mapped)).isTrue();
  }
}
