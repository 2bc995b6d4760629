package org.copytaster.standalone.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.standalone.Main;
import org.copytaster.tagging.text.Table;
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
  void openModelNeedsOnlyItsOwnSets() throws IOException {
    var sets = Files.createDirectory(directory.resolve("sets"));
    for (var row : Table.read(TrainCommand.class, "open.tsv").rows()) {
      Files.writeString(sets.resolve(row.get(0)), SET);
    }
    assertThat(sets.resolve("conll2003-train.conll")).doesNotExist();
    assertThat(run(sets, directory.resolve("open.model"), "--model", "open")).isZero();
  }

  @Test
  void modelOfTooManyBitsIsRefused() {
    assertThat(run(directory, directory.resolve("news.model"), "--bits", "40")).isEqualTo(2);
    assertThat(err.toString()).contains("--bits must be from 8 to 24");
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

  private int run(Path sets, Path model, String... more) {
    var arguments =
        new ArrayList<>(List.of("train", "entities", sets.toString(), "--out", model.toString()));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--bits")) {
      arguments.addAll(List.of("--bits", "12"));
    }
    return Main.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }
}
