package org.copytaster.standalone.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copytaster.console.diff.ComparedVersion;
import org.copytaster.console.diff.Difference;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.json.TagsJson;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.timex.DateOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two texts as two versions of an article are compared. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Tag two texts and print what has changed as JSON: sentences, words, names, figures, dates.",
      "Offsets are UTF-16. Input and output are UTF-8."
    })
public final class DiffCommand implements Callable<Integer> {

  @Option(
      names = "--dct",
      paramLabel = "DATE",
      description = "The document creation time of both texts, such as 2024-06-19.")
  private @Nullable String creationTime;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The text before.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The text after.")
  private Path after = Path.of("");

  @Override
  public Integer call() throws IOException {
    var tagger = RecordTagger.english(EntityModel.NEWS);
    var difference = Difference.between(version(tagger, before), version(tagger, after));
    new PrintStream(System.out, true, UTF_8).println(difference.json());
    return 0;
  }

  private ComparedVersion version(RecordTagger tagger, Path file) throws IOException {
    try {
      var text = new String(Files.readAllBytes(file), UTF_8);
      var tags = TagsJson.of(tagger.tag(text, creationTime, DateOrder.UNKNOWN));
      return new ComparedVersion(
          MissingNode.getInstance(), text, new ObjectMapper().readTree(tags));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    }
  }
}
