package org.copytaster.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.feed.AtomFormat;
import org.copytaster.formats.feed.JsonFeedFormat;
import org.copytaster.formats.feed.RssFormat;
import org.copytaster.formats.lines.LineReader;
import org.copytaster.formats.mail.MailFormat;
import org.copytaster.formats.teletype.Anpa1312Format;
import org.copytaster.formats.teletype.AsiaNetFormat;
import org.copytaster.formats.teletype.Iptc7901Format;
import org.copytaster.formats.teletype.RacingFormat;
import org.copytaster.formats.teletype.WeatherBulletinFormat;
import org.copytaster.formats.teletype.ZczcFormat;

/**
 * Hands any bytes to the readers of teletype copy and other text, feeds and mail. A build tries the
 * seeds in {@code WireFuzzTestInputs}; with {@code JAZZER_FUZZ=1} in the environment the fuzzer
 * looks for more.
 */
class WireFuzzTest {

  private static final List<ArticleFormat> READERS =
      List.of(
          new Anpa1312Format(),
          new Iptc7901Format(),
          new ZczcFormat(),
          new RacingFormat(),
          new AsiaNetFormat(),
          new WeatherBulletinFormat(),
          new PlainTextFormat(),
          new RssFormat(),
          new AtomFormat(),
          new JsonFeedFormat(),
          new MailFormat());

  @FuzzTest(maxDuration = "2m")
  void anyBytesAreReadOrRefused(byte[] input) {
    var copy = Copy.of(input, Copies.RECEIVED);
    var glimpse = CopyHead.of(input);
    for (var reader : READERS) {
      boolean its = reader.recognises(glimpse);
      try {
        assertThat(reader.read(copy))
            .as(reader.name() + " " + its)
            .isNotEmpty()
            .doesNotContainNull();
        for (var reading : reader.read(copy)) {
          reading.fold(text -> sound(text, reader), notText -> true, unreadable -> true);
        }
      } catch (UnreadableCopyException e) {
        assertThat(e.sentence()).isNotBlank();
      }
    }
  }

  /** Zones lie in the body, and what is said of the article can be built. */
  private static boolean sound(Reading.Text text, ArticleFormat reader) {
    var draft = text.draft();
    LineReader.read(draft, reader.name());
    var body = draft.hasBody() ? draft.getBody() : "";
    if (draft.hasZones()) {
      for (var zone : draft.getZones()) {
        assertThat(zone.getEnd()).isBetween(zone.getBegin(), body.length());
      }
    }
    return true;
  }
}
