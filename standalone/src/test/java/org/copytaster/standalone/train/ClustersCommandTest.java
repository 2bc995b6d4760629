package org.copytaster.standalone.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.copytaster.standalone.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersCommandTest {

  /** The words of the package are not in the order of their frequency; the last number is it. */
  private static final String VECTORS =
      """
      {"precision": 8, "l2NormIndex": 2, "wordIndex": 3, "size": 3, "dimensions": 2,
       "words": ["the", "tea", "42"],
       "vectors": {"tea": [0.1, 0.9, 1, 1], "42": [0.5, 0.5, 1, 2], "the": [0.9, 0.1, 1, 0]},
       "unkVector": [0, 0, 0, 0]}
      """;

  @TempDir private Path directory = Path.of("");
  private final StringWriter err = new StringWriter();

  @Test
  void wordsComeOutInTheOrderOfTheirFrequencyAndNumbersNotAtAll() throws IOException {
    var out = directory.resolve("clusters.tsv.gz");
    assertThat(run(VECTORS, out)).isZero();
    assertThat(lines(out).lines().filter(line -> !line.startsWith("#")))
        .hasSize(3)
        .first()
        .isEqualTo("2");
    assertThat(lines(out).lines().skip(2))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .containsExactly("the", "tea");
  }

  @Test
  void fileWithoutVectorsIsNamed() throws IOException {
    assertThat(run("{\"words\": [\"the\"]}", directory.resolve("out.gz"))).isEqualTo(1);
    assertThat(err.toString()).contains("vectors.json: no vectors behind their dimensions");
  }

  private static String lines(Path file) throws IOException {
    try (var stream = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int run(String vectors, Path out) throws IOException {
    var file = Files.writeString(directory.resolve("vectors.json"), vectors);
    return Main.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true))
        .execute("clusters", file.toString(), "--out", out.toString());
  }
}
