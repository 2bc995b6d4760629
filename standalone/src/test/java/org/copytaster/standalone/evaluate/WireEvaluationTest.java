package org.copytaster.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.copytaster.standalone.read.FileReadings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireEvaluationTest {

  @TempDir private Path directory = Path.of("");

  private WireScore score(Path gold) throws IOException {
    return new WireEvaluation(new FileReadings("", ZoneOffset.UTC, Clock.systemUTC())).of(gold);
  }

  /** Right, wrong, missing, spurious, several articles, no article, no file. */
  @Test
  void tableIsThatOfTheIndependentScorer() throws IOException {
    write(
        "one.json",
        """
        {"uri": "urn:x:1", "type": "text", "headline": "Crane “falls” – quay shut", \
        "byline": "By Ana Lyle", "slugline": "lyle", "urgency": 3, \
        "versioncreated": "2026-07-02T10:00:30", "language": "nb-NO", "body_html": \
        "<p>PORT LYLE, July 2 (AP) - A crane fell.</p><p>Nobody was hurt.</p>\
        <figure><figcaption>The crane.</figcaption></figure>"}
        """);
    write(
        "two.xml",
        """
        <rss version="2.0"><channel><title>Lyle</title><item><title>One</title><guid>g1</guid>\
        <description>First.</description></item><item><title>Two</title><guid>g2</guid>\
        <description>Second.</description></item></channel></rss>
        """);
    write(
        "picture.json",
        """
        {"uri": "urn:x:2", "type": "picture", "headline": "Crane", "description_text": "The crane."}
        """);
    var gold =
        write(
            "gold.jsonl",
            """
            {"file": "one.json", "articles": [{"guid": "urn:x:1", "headline": "Crane \\"falls\\" - quay \
            shut", "byline": "ana lyle", "dateline": "PORT LYLE, July 2 (AP) -", "creditline": \
            ["Associated Press", "AP"], "urgency": 4, "language": "no", "pubStatus": "USABLE", \
            "versionCreated": "2026-07-02T12:00", "zone": "unknown", "edNote": "a note", \
            "body_begin": "PORT LYLE", "body_end": "was hurt.", "body_paragraphs": [2, 3], \
            "body_lacks": ["The crane."]}], "not_text": false, "lenient": ["signal"], \
            "doubt": ["embargoed"]}
            {"file": "two.xml", "articles": [{"guid": "g2", "headline": "Two", "pubStatus": "USABLE", \
            "language": "en", "body_begin": "First"}], "not_text": false, "doubt": ["language"]}
            {"file": "picture.json", "articles": [], "not_text": true}
            {"file": "none.json", "articles": [{"headline": "None"}], "not_text": false}
            """);

    assertThat(score(gold).table()).containsExactlyElementsOf(table().lines().toList());
  }

  /** What {@code score_wire.py} printed of these files. */
  private static String table() {
    return """
        files 4, articles 3
        field               right    wrong  missing spurious  accuracy
        not_text                3        1        0        0    0.7500
        headline                2        0        1        0    0.6667
        slugline                0        0        0        1    0.0000
        byline                  1        0        0        0    1.0000
        dateline                1        0        0        0    1.0000
        creditline              1        0        0        0    1.0000
        edNote                  0        0        1        0    0.0000
        pubStatus               2        0        0        0    1.0000
        signal                  0        0        0        0    0.0000
        urgency                 0        1        0        0    0.0000
        language                1        0        0        0    1.0000
        versionCreated          1        0        0        0    1.0000
        embargoed               0        0        0        0    0.0000
        guid                    2        0        0        0    1.0000
        body_begin              1        1        0        0    0.5000
        body_end                1        0        0        0    1.0000
        body_paragraphs         1        0        0        0    1.0000
        body_lacks              1        0        0        0    1.0000
        micro                  18        3        2        1    0.7500
        zone not flagged: 0
        articles beyond the gold's: 1
        """;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-07-02T10:00:00Z|2026-07-02T10:00:00.123Z|false|true",
        "2026-07-02T10:00|2026-07-02T10:00:59Z|false|true",
        "2026-07-02T10:00:00+02:00|2026-07-02T08:00:00Z|false|true",
        "2026-07-02T10:00:00Z|2026-07-02T08:00:00Z|true|true",
        "2026-07-02T10:00:00Z|2026-07-02T08:00:01Z|true|false",
        "2026-07-02T10:00:00Z|2026-07-03T10:00:00Z|true|false",
        "2026-07-02T10:00:00Z|unread|false|false"
      })
  void timesAreComparedAsTheyAreKnown(String gold, String system, boolean unknown, boolean same) {
    assertThat(WireValue.sameTime(gold, system, unknown)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "byline|By: Ana  Lyle|ana lyle",
        "dateline|SYDNEY, July 2 (AAP) –|sydney, july 2",
        "dateline|SYDNEY, July 2 AAP -|sydney, july 2",
        "creditline|(STT–)|stt",
        "language|nn-NO|no",
        "headline|Ein „Kran“ fällt|ein \"kran\" fällt"
      })
  void valuesAreComparedWithoutWhatDoesNotMatter(String field, String value, String compared) {
    assertThat(WireValue.clean(field, value)).isEqualTo(compared);
  }

  @Test
  void lineThatIsNoJsonIsNamed() throws IOException {
    var gold = write("gold.jsonl", "{\"file\": \"x\"}\n{\n");

    assertThatThrownBy(() -> score(gold))
        .isInstanceOf(IOException.class)
        .hasMessage("line 2 is no JSON");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
