package org.copytaster.standalone.train;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copytaster.ingest.page.PageTooLarge;
import org.copytaster.ingest.page.PageTrainer;
import org.copytaster.standalone.extract.PageFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the model is written.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var json = new JsonMapper();
    var trainer = new PageTrainer();
    int pages = 0;
    for (var line : Files.readAllLines(gold)) {
      var page = json.readTree(line);
      var file = gold.resolveSibling(page.path("page").asText(""));
      try {
        trainer.add(PageFile.read(file).text(), page.path("gold_text").asText(""));
        pages++;
      } catch (PageTooLarge e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
    var log = spec.commandLine().getOut();
    log.println("read " + pages + " pages");
    log.flush();
    Files.write(out, trainer.train());
    return 0;
  }
}
