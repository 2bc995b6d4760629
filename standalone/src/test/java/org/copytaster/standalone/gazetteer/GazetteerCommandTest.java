package org.copytaster.standalone.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.copytaster.standalone.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerCommandTest {

  @TempDir private Path directory = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        directory.resolve("cities.txt"),
        city("11", "Havnæs", "", "PPL NO 07", 9_000)
            + city("12", "Storby", "Storbyen,STB,Сторбы,Magna Urbs", "PPLC NO 12", 400_000)
            + city("13", "Lillegrend", "", "PPL NO 07", 700)
            + city("14", "Vestre Bydel", "", "PPLX NO 12", 90_000));
    Files.writeString(
        directory.resolve("divisions.json"),
        "[{\"code\":\"NO.12\",\"name\":\"Oslo County\"},{\"code\":\"NO.07\",\"name\":\"Nord\"}]");
    Files.writeString(
        directory.resolve("en.json"),
        """
        {"subdivisions":{"localeDisplayNames":{"subdivisions":{
          "no03":"Oslo²","no11":"Rogaland","nosj":"Svalbard"}}}}""");
  }

  @Test
  void townsLieInTheSubdivisionOfTheSameNameAndLendItTheirPeople() throws IOException {
    assertThat(run()).isZero();
    assertThat(table())
        .contains("storby\tgeonames:12\tStorby\tK\tNO-03\t400000")
        .contains("oslo\tiso3166:NO-03\tOslo\tS\tNO\t400000")
        .contains("iso3166:NO-03\tiso3166:NO-03\tOslo\tS\tNO\t400000");
  }

  @Test
  void townWithoutAKnownSubdivisionLiesInItsCountry() throws IOException {
    assertThat(run()).isZero();
    assertThat(table()).contains("havnæs\tgeonames:11\tHavnæs\tT\tNO\t9000");
  }

  @Test
  void countryHasThePeopleOfAllItsTownsAndAnOutlineAnEqualShare() throws IOException {
    assertThat(run()).isZero();
    assertThat(table())
        .contains("norway\tiso3166:NO\tNorway\tC\t\t409700")
        .contains("rogaland\tiso3166:NO-11\tRogaland\tO\tNO\t136566");
  }

  @Test
  void smallTownsPartsOfTownsCodesAndOtherScriptsAreLeftOut() throws IOException {
    assertThat(run()).isZero();
    assertThat(table())
        .contains("magna urbs\tgeonames:12\tStorby\tk\tNO-03\t400000")
        .noneMatch(line -> line.startsWith("lillegrend") || line.startsWith("vestre"))
        .noneMatch(line -> line.startsWith("stb\t") || line.startsWith("сторбы"));
  }

  @Test
  void headerSaysWhereItComesFromAndTheSameFilesGiveTheSameTable() throws IOException {
    assertThat(run()).isZero();
    assertThat(table().get(1)).contains("GeoNames").contains("CC-BY 4.0");
    var first = Files.readAllBytes(directory.resolve("atlas.tsv.gz"));
    assertThat(run()).isZero();
    assertThat(directory.resolve("atlas.tsv.gz")).hasBinaryContent(first);
  }

  @Test
  void lineThatIsNoCityIsNamed() throws IOException {
    Files.writeString(directory.resolve("cities.txt"), city("x", "Storby", "", "PPL NO 12", 1));
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString()).contains("cities.txt line 1: id or population is no number");
    Files.writeString(directory.resolve("cities.txt"), "Storby\n");
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString()).contains("cities.txt line 1: 1 columns instead of 19");
  }

  @Test
  void missingFileIsNamed() throws IOException {
    Files.delete(directory.resolve("en.json"));
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString()).contains("there is no file").contains("en.json");
  }

  private static String city(String id, String name, String others, String place, long people) {
    var parts = place.split(" ", -1);
    return String.join(
            "\t",
            List.of(
                id,
                name,
                name,
                others,
                "60.0",
                "10.0",
                "P",
                parts[0],
                parts[1],
                "",
                parts[2],
                "",
                "",
                "",
                Long.toString(people),
                "",
                "5",
                "Europe/Oslo",
                "2020-01-01"))
        + "\n";
  }

  private List<String> table() throws IOException {
    try (var stream =
        new GZIPInputStream(Files.newInputStream(directory.resolve("atlas.tsv.gz")))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private int run() {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            "gazetteer",
            "--cities",
            directory.resolve("cities.txt").toString(),
            "--divisions",
            directory.resolve("divisions.json").toString(),
            "--subdivisions",
            directory.resolve("en.json").toString(),
            "--out",
            directory.resolve("atlas.tsv.gz").toString());
  }
}
