package org.copytaster.standalone.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copytaster.tagging.text.train.LabelledText;
import org.copytaster.tagging.text.train.ZoneTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Trains the model that labels zones. */
@Command(
    name = "zones",
    mixinStandardHelpOptions = true,
    description = {
      "Train the model for zones from texts labelled by hand, some seconds.",
      "The same file gives the same model, byte by byte."
    })
public final class TrainZonesCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TEXTS",
      description = "Lines of zone, tab and words below a line === NAME for each text.")
  private Path texts = Path.of("");

  @Mixin private ModelFile out = new ModelFile();

  @Override
  public Integer call() throws IOException {
    var trainer = new ZoneTrainer();
    LabelledText.read(texts).forEach(trainer::add);
    try (var writer = Files.newBufferedWriter(out.path())) {
      trainer.train(writer);
    }
    return 0;
  }
}
