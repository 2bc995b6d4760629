package org.copytaster.standalone.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.train.EntityTrainer;
import org.copytaster.tagging.entity.train.EntityTrainer.Terms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the entity model. */
@Command(
    name = "entities",
    mixinStandardHelpOptions = true,
    description = {
      "Train the entity model from tagged news, some minutes on two cores.",
      "The same files give the same model, byte by byte."
    })
public final class TrainEntitiesCommand implements Callable<Integer> {

  /** One document of so many is learnt from in capitals, too. */
  private static final int CAPITALS = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIRECTORY",
      description = "The tagged sets; docs/model-card.md names them.")
  private Path directory = Path.of("");

  @Mixin private ModelFile out = new ModelFile();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "${COMPLETION-CANDIDATES}: which one to train; news learns from all sets, open only from"
              + " those under an open licence (default: ${DEFAULT-VALUE}).")
  private EntityModel model = EntityModel.NEWS;

  @Option(
      names = "--bits",
      paramLabel = "BITS",
      description =
          "So many bits a feature is hashed to, from 8 to 24; fewer make a smaller and worse model"
              + " (default: ${DEFAULT-VALUE}).")
  private int bits = 21;

  private int documents;

  @Override
  public Integer call() throws IOException {
    if (bits < 8 || bits > 24) {
      throw new ParameterException(spec.commandLine(), "--bits must be from 8 to 24");
    }
    var log = spec.commandLine().getOut();
    var trainer = new EntityTrainer(bits);
    TrainingList.read(
        directory,
        model,
        (document, terms) -> add(trainer, document, terms),
        file -> {
          log.println("read " + file);
          log.flush();
        });
    try (var stream = Files.newOutputStream(out.path())) {
      trainer.train(
          stream,
          round -> {
            log.println(round);
            log.flush();
          });
    }
    return 0;
  }

  private void add(EntityTrainer trainer, List<EntityTrainer.Sentence> document, Terms terms) {
    trainer.add(document, terms);
    if (documents++ % CAPITALS == 0) {
      trainer.addInCapitals(document, terms);
    }
  }
}
