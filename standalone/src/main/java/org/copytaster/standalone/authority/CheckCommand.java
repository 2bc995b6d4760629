package org.copytaster.standalone.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.copytaster.tagging.entity.link.Authority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a directory of lists as enrich would. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Read the lists of a directory as enrich does, *.tsv.",
      "Prints how many ids they have and their version, or what is wrong and where."
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIRECTORY", description = "The lists.")
  private Path directory = Path.of("");

  @Override
  public Integer call() throws IOException {
    var authority = Authority.read(directory);
    spec.commandLine()
        .getOut()
        .println(authority.entries() + " ids, version " + authority.version());
    return 0;
  }
}
