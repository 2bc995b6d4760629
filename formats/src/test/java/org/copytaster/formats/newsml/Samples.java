package org.copytaster.formats.newsml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;

/** Copy of agencies that do not exist. */
final class Samples {

  private Samples() {}

  static String text(String name) throws IOException {
    try (var in = Samples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no sample " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  static List<Reading> read(ArticleFormat format, String name)
      throws IOException, UnreadableCopyException {
    return format.read(Copies.of(text(name)));
  }

  static Article article(Reading reading) {
    return ((Reading.Text) reading).draft().build();
  }
}
