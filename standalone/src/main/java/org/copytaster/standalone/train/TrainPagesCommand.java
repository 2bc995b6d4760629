package org.copytaster.standalone.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copytaster.formats.page.train.PageTrainer;
import org.copytaster.standalone.extract.GoldPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the model of pages. */
@Command(
    name = "pages",
    mixinStandardHelpOptions = true,
    description = {
      "Train the model that finds the article in a page, from pages whose article is known;",
      "half a minute. The same pages give the same model, byte by byte."
    })
public final class TrainPagesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "GOLD",
      description =
          "JSON lines {\"page\",\"gold_text\"}; page is the name of a file beside GOLD, plain or"
              + " gzipped.")
  private Path gold = Path.of("");

  @Mixin private ModelFile out = new ModelFile();

  @Override
  public Integer call() throws IOException {
    var trainer = new PageTrainer();
    var pages = GoldPage.list(gold);
    for (var page : pages) {
      page.teach(trainer, page.decoded());
    }
    var log = spec.commandLine().getOut();
    log.println("read " + pages.size() + " pages");
    log.flush();
    Files.write(out.path(), trainer.train());
    return 0;
  }
}
