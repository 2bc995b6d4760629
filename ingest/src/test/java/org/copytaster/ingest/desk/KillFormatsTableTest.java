package org.copytaster.ingest.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Circumstances;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A kill in each format in which copy can come, one line a kill. */
class KillFormatsTableTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:00Z");
  private static final Formats FORMATS = new Formats();
  private static final Readings READINGS = new Readings(FORMATS);

  /** A list of fixtures, an answer to a poll: it is never an article. */
  private static final List<String> NEVER_TEXT = List.of("listing");

  private record Kill(String format, String copy) {
    @Override
    public String toString() {
      return format + ": " + copy.substring(0, Math.min(60, copy.length())).replace('\n', ' ');
    }
  }

  @ParameterizedTest
  @MethodSource("kills")
  void isAKill(Kill kill) throws UnreadableCopyException {
    var articles = articles(kill.format(), kill.copy());

    assertThat(articles).isNotEmpty();
    for (var article : articles) {
      var read = article.draft().setReceivedAt(RECEIVED).build();
      assertThat(VersionHistory.isKill(read)).as(read.toString()).isTrue();
      assertThat(read.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    }
  }

  /** Whoever writes a format must say how it kills. */
  @Test
  void everyFormatCanKill() {
    var tried = kills().map(Kill::format).toList();

    assertThat(FORMATS.all().stream().map(ArticleFormat::name).toList())
        .allMatch(name -> tried.contains(name) || NEVER_TEXT.contains(name));
  }

  private static List<Reading.Text> articles(String format, String copy)
      throws UnreadableCopyException {
    var circumstances = new Circumstances(ZoneOffset.UTC, RECEIVED);
    var given = new Copy(copy.getBytes(UTF_8), null, Map.of("guid", "urn:test:1"), circumstances);
    var found = FORMATS.named(format).orElseThrow(() -> new AssertionError(format));
    var articles = new ArrayList<Reading.Text>();
    for (var reading : READINGS.read(found, given)) {
      if (reading instanceof Reading.Text text) {
        articles.add(text);
      }
    }
    return articles;
  }

  static Stream<Kill> kills() {
    try (var in =
        Objects.requireNonNull(KillFormatsTableTest.class.getResourceAsStream("kills.tsv"))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .map(cells -> new Kill(cells[0], cells[1].translateEscapes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
