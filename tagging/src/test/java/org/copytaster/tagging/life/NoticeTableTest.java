package org.copytaster.tagging.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.copytaster.tagging.life.Notice.Said;
import org.copytaster.tagging.text.Table;
import org.copytaster.tagging.timex.moment.Reception;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One line of a table a case: half of them news that uses the same words. */
class NoticeTableTest {

  private static final LifeReader READER = LifeReader.read();

  static Stream<List<String>> rows() {
    return Stream.of("notices.tsv", "notices-in-thirds.tsv", "notices-unseen.tsv")
        .flatMap(table -> Table.read(NoticeTableTest.class, table).rows().stream().skip(1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatCopySaysOfItselfIsUnderstood(List<String> row) {
    var field =
        new Notice.Field(
            row.get(2),
            NoticePlace.named(row.get(2)).orElseThrow(),
            row.get(3).replace("\\n", "\n"));
    var reception = new Reception(Instant.parse(row.get(4)), ZoneId.of(row.get(5)));

    var judgement = READER.judge(new Notice(List.of(field), Said.NOTHING, reception));

    assertThat(judgement.decision().written()).as(row.get(9)).isEqualTo(row.get(6));
    assertThat(judgement.until())
        .as(row.get(9))
        .isEqualTo(row.get(7).isEmpty() ? null : Instant.parse(row.get(7)));
    assertThat(judgement.signal().written()).as(row.get(9)).isEqualTo(row.get(8));
  }
}
