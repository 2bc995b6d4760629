package org.copytaster.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class VersionHistoryTableTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/org/copytaster/schemas/history/version-history.tsv",
      delimiter = '\t',
      nullValues = "-none-")
  void theTableSaysWhichVersionWins(ArgumentsAccessor line) {
    var before = Arriving.history(line.getString(0));
    var arriving = Arriving.article(line.getString(1));

    var verdict = before.judge(arriving);

    assertThat(verdict.getClass().getSimpleName()).isEqualTo(line.getString(2));
    assertThat(before.after(arriving))
        .returns(line.getInteger(3), VersionHistory::version)
        .returns(number(line.getString(4)), VersionHistory::killedUpTo)
        .returns(line.getString(5), VersionHistory::contentHash)
        .returns(
            number(line.getString(6)),
            after ->
                after.readAgainAt() == null
                    ? null
                    : (int) Duration.between(Arriving.NOON, after.readAgainAt()).toMinutes());
  }

  private static @Nullable Integer number(String text) {
    return text.equals("-") ? null : Integer.valueOf(text);
  }
}
