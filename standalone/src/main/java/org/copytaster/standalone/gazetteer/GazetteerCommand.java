package org.copytaster.standalone.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the linker's table of places. */
@Command(
    name = "gazetteer",
    mixinStandardHelpOptions = true,
    description = {
      "Make the table of places that names are linked to.",
      "The same files and the same Java give the same table; docs/linking.md says which npm"
          + " packages have them."
    })
public final class GazetteerCommand implements Callable<Integer> {

  private static final List<String> HEADER =
      List.of(
          "Countries, subdivisions and towns by the key of their names. Made by copytaster gazetteer.",
          "Towns, their people and divisions: GeoNames (geonames.org), CC-BY 4.0. Names of"
              + " subdivisions and countries: Unicode CLDR, Unicode License V3.",
          "key, id, name, kind (C country, S subdivision, O outline, T town, K capital; small: by"
              + " another name), within, people");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cities",
      paramLabel = "FILE",
      required = true,
      description = "Towns, in the form of GeoNames' dump (cities500.txt).")
  private Path cities = Path.of("");

  @Option(
      names = "--divisions",
      paramLabel = "FILE",
      required = true,
      description = "First-order divisions of GeoNames as JSON: [{\"code\",\"name\"}].")
  private Path divisions = Path.of("");

  @Option(
      names = "--subdivisions",
      paramLabel = "FILE",
      required = true,
      description = "English names of ISO 3166-2 subdivisions: CLDR's subdivisions/en/en.json.")
  private Path subdivisions = Path.of("");

  @Option(
      names = "--least-people",
      paramLabel = "NUMBER",
      description = "Smaller towns are left out, but for capitals; default ${DEFAULT-VALUE}.")
  private long leastPeople = 5_000;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the table is written, compressed.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var atlas = new WorldAtlas(Divisions.read(subdivisions, divisions), leastPeople);
    City.read(cities, atlas::add);
    try (var stream = Files.newOutputStream(out)) {
      int names = atlas.write(HEADER, stream);
      spec.commandLine().getOut().println(names + " names, " + Files.size(out) + " bytes");
    }
    return 0;
  }
}
