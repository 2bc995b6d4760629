package org.copytaster.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultTest {

  private static final class Ours extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ours(String sentence) {
      super(sentence);
    }
  }

  @Test
  void aDatabasesFailureIsItsCodeAndNeverItsMessage() {
    var rows = new SQLException("insert into articles values ('text')", "53100");
    var batch = new BatchUpdateException("Batch entry 0 'text'", "53100", new int[0], rows);

    assertThat(Fault.of(batch))
        .isEqualTo("BatchUpdateException 53100 because of SQLException 53100");
  }

  @Test
  void aForeignMessageIsNotRepeatedWhereverItStands() {
    var failure = new IllegalStateException("text", new IOException("more text"));

    assertThat(Fault.of(failure)).isEqualTo("IllegalStateException because of IOException");
  }

  @Test
  void ourOwnSentenceIsRepeatedOnOneLine() {
    var ours = new Ours("a is wrong, and b is\nwrong");

    assertThat(Fault.of(ours)).isEqualTo("Ours: a is wrong, and b is wrong");
  }

  @Test
  void causesInARingAndLongSentencesEnd() {
    var first = new IllegalStateException();
    var second = new IllegalStateException(first);
    first.initCause(second);
    var endless = new Ours("x".repeat(100_000));

    assertThat(Fault.of(first)).hasSizeLessThan(100);
    assertThat(Fault.of(endless)).hasSizeLessThan(400);
  }
}
