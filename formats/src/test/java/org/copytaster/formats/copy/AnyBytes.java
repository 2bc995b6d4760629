package org.copytaster.formats.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.copytaster.formats.lines.LineReader;

/** What must hold of readers whatever bytes they are handed; for the fuzzer. */
public final class AnyBytes {

  private AnyBytes() {}

  /** Each of the readers makes sound articles of the bytes, or refuses them in words. */
  public static void areReadOrRefused(byte[] bytes, List<ArticleFormat> readers) {
    var head = CopyHead.of(bytes);
    for (var reader : readers) {
      reader.recognises(head);
      try {
        for (var reading : reader.read(Copies.of(bytes, null, Map.of()))) {
          assertSound(reading, reader);
        }
      } catch (UnreadableCopyException refused) {
        assertThat(refused.sentence()).isNotBlank();
      }
    }
  }

  private static void assertSound(Reading reading, ArticleFormat reader) {
    if (reading instanceof Reading.Text text) {
      LineReader.read(text.draft(), reader.name());
      var article = text.draft().build();
      assertThat(article.getGuid()).isNotBlank();
      for (var zone : article.getZones()) {
        assertThat(zone.getBegin()).isNotNegative().isLessThan(zone.getEnd());
        assertThat(zone.getEnd()).isLessThanOrEqualTo(article.getBody().length());
      }
    }
  }
}
