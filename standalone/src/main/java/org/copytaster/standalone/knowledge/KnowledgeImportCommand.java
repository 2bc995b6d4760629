package org.copytaster.standalone.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.known.KnowledgeBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a compact table of those who are known by id. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Make a compact table of people, organisations and places with ids.",
      "Reads tables apart by tabs, and CSV such as the result of your own Wikidata query. The first"
          + " line names the columns, in any order: id (or item), name (or itemLabel), and if you"
          + " have them aliases (itemAltLabel), type, description (itemDescription), country, from"
          + " (start), to (end), weight or sitelinks.",
      "The same files in the same order give the same table. See docs/linking.md."
    })
final class KnowledgeImportCommand implements Callable<Integer> {

  private static final int PROGRESS = 50_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What is read.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the table is written; one that is there is replaced when all is done.")
  private Path out = Path.of("");

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "What rows without a type are: PER, ORG, LOC, or a kind such as politician.")
  private @Nullable String type;

  @Option(
      names = "--with-ids-only",
      description =
          "Leave out all rows without an id. Nothing is linked to people and organisations without"
              + " one, but they tell that others have the name; places without one are left out"
              + " in any case.")
  private boolean withIdsOnly;

  @Override
  public Integer call() throws IOException {
    var log = spec.commandLine().getErr();
    var same = new SameBearers();
    var rows =
        new KnownRows(
            KindTable.read(),
            type,
            line -> {
              if (line % PROGRESS == 0) {
                log.println("  " + line + " lines");
                log.flush();
              }
            });
    for (var file : files) {
      log.println("reading " + file);
      log.flush();
      rows.read(file, same::add);
    }
    var builder = new KnowledgeBuilder();
    for (var row : same.merged()) {
      boolean place = row.bearer().type() == EntityType.LOC;
      if (row.bearer().known() || !(withIdsOnly || place)) {
        builder.add(row.bearer(), row.aliases());
      }
    }
    write(builder);
    spec.commandLine()
        .getOut()
        .println(builder.bearers() + " bearers of " + builder.names() + " names written to " + out);
    return 0;
  }

  /** Whoever reads the table while it is written sees the old one or the new one. */
  private void write(KnowledgeBuilder builder) throws IOException {
    if (builder.bearers() == 0) {
      throw new IOException("there is nothing to write: the files have no rows");
    }
    var beside = out.resolveSibling(out.getFileName() + ".new");
    try (var stream = Files.newOutputStream(beside)) {
      builder.write(stream);
    }
    Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
