package org.copytaster.standalone.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.train.ExampleFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down what the entity model learns from, for the training of the encoder. */
@Command(
    name = "examples",
    mixinStandardHelpOptions = true,
    description = {
      "Write what the entity model learns from, in one convention, a token and its tag a line.",
      "The encoder is trained from it (tagging/train/encoder)."
    })
public final class ExamplesCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIRECTORY",
      description = "The tagged sets; docs/model-card.md names them.")
  private Path directory = Path.of("");

  @Mixin private ModelFile out = new ModelFile();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "${COMPLETION-CANDIDATES}: the model whose sets are read (default: ${DEFAULT-VALUE}).")
  private EntityModel model = EntityModel.NEWS;

  @Override
  public Integer call() throws IOException {
    try (var writer = Files.newBufferedWriter(out.path())) {
      TrainingList.read(directory, model, new ExampleFile(writer)::add, file -> {});
    }
    return 0;
  }
}
