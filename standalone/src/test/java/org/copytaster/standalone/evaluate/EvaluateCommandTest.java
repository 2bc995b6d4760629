package org.copytaster.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {

  @TempDir private Path directory = Path.of("");

  private String evaluate(String... arguments) {
    var out = new StringWriter();
    int code =
        new CommandLine(new EvaluateCommand())
            .setOut(new PrintWriter(out, true))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments);
    assertThat(code).isZero();
    return out.toString();
  }

  @Test
  void goldOffsetsAreCodePoints() throws IOException {
    var gold = directory.resolve("gold.jsonl");
    Files.writeString(
        gold,
        """
        {"doc":"1","dct":"2024-06-19","text":"😀😀 He came Tuesday.",\
        "timex":[{"start":11,"end":18,"type":"DATE","value":"2024-06-18"}]}
        """);
    assertThat(evaluate("dates", gold.toString()))
        .contains("strict        P 100.00 R 100.00 F1 100.00  (1/1/1)")
        .contains("value         P 100.00 R 100.00 F1 100.00  (1/1/1)");
  }

  @Test
  void mentionThatDoesNotFitTheTokensIsFalse() throws IOException {
    var gold = directory.resolve("gold.conll");
    var system = directory.resolve("system.conll");
    Files.writeString(
        gold,
        """
        -DOCSTART- a

        Vladimir\tB-PER
        Putin's\tI-PER
        visit\tO

        He\tO
        saw\tO
        Oslo\tB-LOC
        """);
    assertThat(evaluate("entities", gold.toString(), "--system", system.toString()))
        .contains("PER          P   0.00 R   0.00 F1   0.00  (0/1/1)")
        .contains("LOC          P 100.00 R 100.00 F1 100.00  (1/1/1)");
    assertThat(system).content().contains("Vladimir\tB-PER\nPutin's\tO\n");
  }

  @Test
  void noticesAreScoredByDecisionEndAndSignal() throws IOException {
    var gold = notices();

    assertThat(evaluate("notices", gold.toString()))
        .isEqualToNormalizingNewlines(
            """
            decision 66.67 (2/3)
            missed 0.00 (0/2)
            invented 0.00 (0/1)
            until 0.00 (0/1)
            signal 100.00 (3/3)
            decision by language: de 1/2, en 1/1
            """);
  }

  @Test
  void noticesAreShownAsLinesOfJson() throws IOException {
    assertThat(evaluate("notices", "--jsonl", notices().toString()).lines())
        .first()
        .isEqualTo(
            "{\"id\":\"1\",\"decision\":\"hold-until\",\"until\":\"2026-07-02T23:01:00Z\","
                + "\"signal\":\"none\"}");
  }

  private Path notices() throws IOException {
    var gold = directory.resolve("notices.tsv");
    Files.writeString(
        gold,
        """
        id	language	place	text	received	zone	decision	until	signal	note
        1	en	edNote	Embargo: 00:01 Friday, UK time	2026-07-02T12:00:00Z	Europe/Berlin	hold-until	2026-07-02T22:01:00Z	none	an end that is wrong
        2	de	headline	Frei nach Schiller	2026-07-02T12:00:00Z	Europe/Berlin	publish		none	news
        3	de	headline	STORNO: Brand	2026-07-02T12:00:00Z	Europe/Berlin	hold		kill	a decision that is wrong
        """);
    return gold;
  }
}
