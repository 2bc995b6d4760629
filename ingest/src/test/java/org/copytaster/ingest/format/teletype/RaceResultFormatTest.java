package org.copytaster.ingest.format.teletype;

import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.ingest.copy.Copies;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;

class RaceResultFormatTest {

  private static final String COPY =
      "\u0001PORT ELLERY\u001f6\u001fN\u001fN\u001fVIC\u001fTuesday\r\n\r\n   6-TAB - 2035m: 2.10"
          + " fav GANNET (N Quill) 1\r\n   HPA RESULTS\r\n";

  private final RaceResultFormat format = new RaceResultFormat();

  @Test
  void theHeadlineIsMadeOfTheFields() throws UnreadableCopy {
    var article = Copies.only(format, COPY);

    assertThat(article.getHeadline()).isEqualTo("PORT ELLERY 6 VIC Tuesday");
    assertThat(article.getSlugline()).isEqualTo("PORT ELLERY");
    assertThat(article.getSignal()).isNull();
    assertThat(article.getExtra()).containsEntry("abandoned", "N");
    assertThat(article.getRepairs()).containsExactly("headline:from-header");
    assertThat(article.getBody()).startsWith("6-TAB - 2035m").endsWith("HPA RESULTS");
  }

  @Test
  void correctedResultIsACorrection() throws UnreadableCopy {
    assertThat(Copies.only(format, COPY.replaceFirst("\u001fN", "\u001fY")).getSignal())
        .isEqualTo(Signal.CORRECTION);
  }
}
