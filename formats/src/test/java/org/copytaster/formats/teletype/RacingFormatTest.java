package org.copytaster.formats.teletype;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.junit.jupiter.api.Test;

class RacingFormatTest {

  private static final String FIELDS =
      "ZCZC FMG012\nYY TDX\nTROTTING : Ellery Park FIELDS Sunday<!\nTrack: Dry=!\n1 _ Old Ship\n";
  private static final String RESULT =
      "\u0001NEWS: ELLERY PARK\u001f4\u001fN\u001fN\u001fTAS\u001fSunday\r\n\r\nOLD SHIP won.\r\n";

  private final RacingFormat format = new RacingFormat();

  @Test
  void fieldsHaveATitle() throws UnreadableCopyException {
    var article = Copies.only(format, FIELDS);

    assertThat(article.getHeadline()).isEqualTo("Ellery Park FIELDS Sunday");
    assertThat(article.getSlugline()).isEqualTo("TROTTING");
    assertThat(article.getExtra()).containsEntry("codes", "TDX");
    assertThat(article.getBody()).isEqualTo("Track: Dry\n1 _ Old Ship".replace('_', '\u2014'));
  }

  @Test
  void resultsAreCalledByTheirMeetingAndRace() throws UnreadableCopyException {
    var article = Copies.only(format, RESULT);

    assertThat(article.getHeadline()).isEqualTo("ELLERY PARK 4 TAS Sunday");
    assertThat(article.getRepairs()).containsExactly("headline:from-keyword-line");
    assertThat(article.getBody()).isEqualTo("OLD SHIP won.");
  }

  @Test
  void onlyTheseShapesAreRecognised() {
    assertThat(format.recognises(CopyHead.of(FIELDS.getBytes(UTF_8)))).isTrue();
    assertThat(format.recognises(CopyHead.of(RESULT.getBytes(UTF_8)))).isTrue();
    assertThat(format.recognises(CopyHead.of("ZCZC\nYY\nA race.\n".getBytes(UTF_8)))).isFalse();
  }
}
