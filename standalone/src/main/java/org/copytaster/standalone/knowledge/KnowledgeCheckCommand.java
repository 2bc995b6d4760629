package org.copytaster.standalone.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.known.Bearer;
import org.copytaster.tagging.entity.known.Knowledge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads tables as enrich would, and looks names up in them. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Read knowledge tables as enrich does; without a table the one that comes with this version.",
      "Prints how many they know and their version, or what is wrong; with --name who bears it."
    })
final class KnowledgeCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "TABLE", description = "The tables.")
  private List<Path> tables = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Prints a line for each who bears this name: id, type, name, what, when.")
  private @Nullable String name;

  @Override
  public Integer call() throws IOException {
    var knowledge = tables.isEmpty() ? Knowledge.shipped() : Knowledge.read(tables);
    var out = spec.commandLine().getOut();
    if (name == null) {
      out.println(knowledge.bearers() + " bearers of names, version " + knowledge.version());
      return 0;
    }
    for (var type : EntityType.values()) {
      knowledge.find(type, name).forEach(bearer -> out.println(line(bearer)));
    }
    return 0;
  }

  private static String line(Bearer bearer) {
    var term = bearer.term();
    return String.join(
        "\t",
        bearer.known() ? bearer.id() : "-",
        bearer.type().name(),
        bearer.name(),
        bearer.described().kind(),
        bearer.described().text(),
        term.country(),
        term.from() + "-" + term.to(),
        String.valueOf(term.weight()));
  }
}
