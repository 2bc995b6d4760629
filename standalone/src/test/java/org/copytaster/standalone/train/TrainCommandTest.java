package org.copytaster.standalone.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copytaster.enrich.text.Table;
import org.copytaster.standalone.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

  private static final String SET =
      "-DOCSTART- one\n\nThe\tO\nenvoy\tO\nflew\tO\nto\tO\nHavnes\tB-LOC\n.\tO\n\n";

  @TempDir private Path directory = Path.of("");
  private final StringWriter err = new StringWriter();

  @Test
  void allSetsTogetherMakeAModel() throws IOException {
    var sets = Files.createDirectory(directory.resolve("sets"));
    for (var row : Table.read(TrainCommand.class, "news.tsv").rows()) {
      Files.writeString(sets.resolve(row.get(0)), SET);
    }
    var model = directory.resolve("news.model");
    assertThat(run(sets, model)).isZero();
    assertThat(model).isNotEmptyFile();
  }

  @Test
  void missingSetIsNamed() {
    assertThat(run(directory, directory.resolve("news.model"))).isEqualTo(1);
    assertThat(err.toString()).contains("there is no file").contains("conll2003-train.conll");
  }

  @Test
  void lineWithoutATagIsNamed() throws IOException {
    for (var row : Table.read(TrainCommand.class, "news.tsv").rows()) {
      Files.writeString(directory.resolve(row.get(0)), SET + "Oslo\n");
    }
    assertThat(run(directory, directory.resolve("news.model"))).isEqualTo(1);
    assertThat(err.toString()).contains("conll2003-train.conll line 10: no tag behind the token");
  }

  private int run(Path sets, Path model) {
    return Main.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true))
        .execute("train", sets.toString(), "--bits", "12", "--out", model.toString());
  }
}
