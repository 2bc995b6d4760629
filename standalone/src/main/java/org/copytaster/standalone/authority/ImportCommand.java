package org.copytaster.standalone.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.link.AuthorityList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an authority list from a vocabulary. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Make an authority list from a SKOS vocabulary in Turtle, RDF/XML or JSON-LD.",
      "prefLabel becomes the name, altLabel an alias, definition or scopeNote the description;"
          + " schema.org's and FOAF's names are read too. Nothing is fetched from the network.",
      "A concept's type comes from its classes and concept schemes: schema.org's, FOAF's, ORG's,"
          + " IPTC's natures, and those that --map names; else from --type."
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The vocabulary.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the list is written.")
  private Path out = Path.of("");

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description =
          "Whose labels are taken, with those that have no language; default ${DEFAULT-VALUE}.")
  private String language = "en";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "What a concept is that tells no type: PER, ORG, LOC or MISC.")
  private @Nullable EntityType type;

  @Option(
      names = "--map",
      paramLabel = "IRI=TYPE",
      description = "What the concepts of a class or concept scheme are; may be given often.")
  private Map<String, EntityType> types = new LinkedHashMap<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "turtle, rdfxml or jsonld; without it the file's name tells: .ttl, .rdf, .jsonld …")
  private @Nullable Syntax syntax;

  @Override
  public Integer call() throws IOException {
    var vocabulary = Vocabulary.read(file, syntax == null ? Syntax.of(file) : syntax);
    var entries = vocabulary.entries(language, new TypeGuess(types, type));
    var log = spec.commandLine().getErr();
    entries.leftOut().forEach((reason, count) -> log.println("left out: " + count + " " + reason));
    log.flush();
    if (entries.taken().isEmpty()) {
      throw new IOException(file + " has no concept that can be taken; nothing was written");
    }
    var list = new AuthorityList(String.valueOf(out.getFileName()), entries.taken());
    Files.writeString(out, list.toTsv());
    spec.commandLine().getOut().println(entries.taken().size() + " names written to " + out);
    return 0;
  }
}
