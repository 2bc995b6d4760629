package org.copytaster.standalone.train;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --out} of the commands that train a model. */
public final class ModelFile {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the model is written.")
  private Path path = Path.of("");

  Path path() {
    return path;
  }
}
