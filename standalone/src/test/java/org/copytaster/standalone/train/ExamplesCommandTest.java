package org.copytaster.standalone.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copytaster.standalone.Main;
import org.copytaster.tagging.text.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesCommandTest {

  @TempDir private Path directory = Path.of("");

  private Path examples(String model, String set) throws IOException {
    for (var row : Table.read(TrainCommand.class, model + ".tsv").rows()) {
      Files.writeString(directory.resolve(row.get(0)), set);
    }
    var out = directory.resolve("examples");
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .execute(
                "train",
                "examples",
                directory.toString(),
                "--out",
                out.toString(),
                "--model",
                model);
    assertThat(code).isZero();
    return out;
  }

  @Test
  void setsAndOurOwnCopyAreWrittenInOneConvention() throws IOException {
    var lines =
        Files.readAllLines(
            examples("news", "The\tO\nRussian\tB-LOC\nenvoy\tO\nEva\tB-PER\nHolt\tI-PER\n\n"));

    // CoNLL has its own convention, is seen twice, and marks MISC; a people is MISC elsewhere.
    assertThat(lines)
        .startsWith(
            "-DOCSTART-\t2\t0", "The\t0", "Russian\t12", "envoy\t0", "Eva\t1", "Holt\t3", "")
        .containsSequence("-DOCSTART-\t1\t0", "The\t0", "Russian\t16", "envoy\t0")
        .containsSequence("-DOCSTART-\t1\t1", "The\t0", "Russian\t16", "envoy\t0")
        .containsSequence("INDEPENDENCE\t12", ",\t0", "Mo.\t12");
  }

  @Test
  void openModelIsGivenNoClosedSet() throws IOException {
    var out = examples("open", "Oslo\tB-LOC\n\n");

    assertThat(directory.resolve("conll2003-train.conll")).doesNotExist();
    assertThat(Files.readAllLines(out)).contains("Oslo\t12");
  }
}
