package org.copytaster.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.schemas.history.Arriving.article;
import static org.copytaster.schemas.history.Arriving.history;

import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;

class VersionHistoryTest {

  @Test
  void aRefusalSaysWhyInASentence() {
    assertThat(reason("2b", "1a")).isEqualTo("it is stale: version 2 came before it");
    assertThat(reason("1a 2k!", "1a")).isEqualTo("it was killed, at version 2");
    assertThat(reason("2b", "2c")).isEqualTo("version 2 came before it with other content");
    assertThat(reason("2b@5", "2c@4"))
        .isEqualTo("version 2 was read again later than this reading of it");
  }

  @Test
  void whatOnlyItsSignalCallsAKillIsOne() {
    var kill = Article.newBuilder(article("1k")).setSignal(Signal.KILL).build();

    assertThat(history("3a").judge(kill)).isEqualTo(new Verdict.Kill());
    assertThat(history("3a").after(kill).kills(3)).isTrue();
  }

  @Test
  void aKillOfKeptBytesSaysNothingOfTheCorrectionThatWasMadeAfterIt() {
    assertThat(history("1a 3c").judgeKept(article("2k!"))).isEqualTo(new Verdict.Stale(3));
    assertThat(history("1a 3c").judgeKept(article("3k!"))).isEqualTo(new Verdict.Kill());
    assertThat(history("1a 3c").judgeKept(article("4d"))).isEqualTo(new Verdict.Newer());
  }

  @Test
  void theDeskKnowsTheSameKillByItsContentAlone() {
    var published = VersionHistory.published(1, "k");

    assertThat(published.judge(article("1k!"))).isEqualTo(new Verdict.Repeat());
    assertThat(published.judge(article("1l!"))).isEqualTo(new Verdict.Kill());
    assertThat(published.judge(article("1a"))).isEqualTo(new Verdict.Conflict(1));
  }

  @Test
  void theContentOfALaterReadingGoesOnAsThatReading() {
    var later = article("1b@5").getReadAgainAt();

    assertThat(history("1a 1b@5").declared(article("1b")).getReadAgainAt()).isEqualTo(later);
    assertThat(history("1a 1b@5").declared(article("1b@4")).getReadAgainAt()).isEqualTo(later);
    assertThat(history("1b@5").declared(article("1c"))).isEqualTo(article("1c"));
    assertThat(history("1b@5").declared(article("2b"))).isEqualTo(article("2b"));
    assertThat(history("1b").declared(article("1b"))).isEqualTo(article("1b"));
  }

  private static String reason(String before, String arriving) {
    return ((Verdict.Refused) history(before).judge(article(arriving))).reason();
  }
}
