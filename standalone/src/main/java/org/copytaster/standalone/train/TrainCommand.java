package org.copytaster.standalone.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.copytaster.enrich.entity.EntityTrainer;
import org.copytaster.enrich.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the entity model. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train the entity model from tagged news, some minutes on two cores.",
      "The same files give the same model, byte by byte."
    })
public final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIRECTORY",
      description = "The tagged sets; docs/model-card.md names them.")
  private Path directory = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the model is written.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var log = spec.commandLine().getOut();
    var trainer = new EntityTrainer();
    for (var row : Table.read(TrainCommand.class, "news.tsv").rows()) {
      var convention = new TrainingFile.Convention(labels(row.get(2)), row.get(3));
      for (int times = Integer.parseInt(row.get(1)); times > 0; times--) {
        TrainingFile.read(directory.resolve(row.get(0)), convention, trainer::add);
      }
      log.println("read " + row.get(0));
      log.flush();
    }
    try (var stream = Files.newOutputStream(out)) {
      trainer.train(
          stream,
          wrong -> {
            log.println("a round is over; sentences with an error: " + wrong);
            log.flush();
          });
    }
    return 0;
  }

  private static Map<String, String> labels(String column) {
    var labels = new HashMap<String, String>();
    for (var pair : column.split(" ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        labels.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return labels;
  }
}
