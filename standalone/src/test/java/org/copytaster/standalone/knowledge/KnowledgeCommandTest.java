package org.copytaster.standalone.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.standalone.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeCommandTest {

  private static final String HEADER =
      "id\tname\taliases\ttype\tdescription\tcountry\tfrom\tto\tweight\tsource\n";
  private static final String ULLA =
      "wikidata:Q1\tUlla Hartwig\tU. Hartwig\tpolitician\tPresident\tNO\t2019-04\t\t92\tx\n";

  @TempDir private Path directory = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tableApartByTabsIsImportedAndChecked() throws IOException {
    assertThat(imported("a.tsv", HEADER + ULLA)).isZero();
    assertThat(out.toString()).startsWith("1 bearers of 2 names written to ");
    assertThat(named("Ulla Hartwig"))
        .isEqualTo("wikidata:Q1\tPER\tUlla Hartwig\tpolitician\tPresident\tNO\t20190400-0\t92\n");
  }

  @Test
  void resultOfAWikidataQueryIsImported() throws IOException {
    var csv =
        """
        item,itemLabel,itemAltLabel,itemDescription,countryCode,start,end,sitelinks
        http://www.wikidata.org/entity/Q1,Ulla Hartwig,"Hartwig, Ulla, U. Hartwig","a ""great""
        minister",NO,2019-04-01T00:00:00Z,,120
        """;
    assertThat(imported("a.csv", csv, "--type", "politician")).isZero();
    assertThat(named("U. Hartwig")).contains("wikidata:Q1\tPER\tUlla Hartwig").contains("\t89\n");
  }

  @Test
  void rowsOfOneBearerBecomeOne() throws IOException {
    var rows =
        ULLA
            + "wikidata:Q1\tUlla Hartwig\t\tpolitician\tMinister\tNO\t2009\t2013\t70\tx\n"
            + "\tUlla Hartwig\tUlla Moe\tpolitician\tNorway\tNO\t\t\t38\tx\n"
            + "\tUlla Hartwig\t\tpolitician\tDenmark\tDK\t\t\t38\tx\n";
    assertThat(imported("a.tsv", HEADER + rows)).isZero();
    assertThat(named("Ulla Hartwig").lines())
        .containsExactly(
            "wikidata:Q1\tPER\tUlla Hartwig\tpolitician\tPresident; Minister\tNO\t20090000-0\t92",
            "-\tPER\tUlla Hartwig\tpolitician\tDenmark\tDK\t0-0\t38");
    assertThat(named("Ulla Moe")).startsWith("wikidata:Q1\t");
  }

  @Test
  void organisationOfTwoRegistersIsOne() throws IOException {
    var rows =
        """
        body:7\tHarbour Board (HBN)\t\tagency\t\tNO\t\t\t30\tx
        wikidata:Q2\tHarbour Board\t\tagency\tport\tNO\t\t\t40\tx
        """;
    assertThat(imported("a.tsv", HEADER + rows)).isZero();
    assertThat(named("HBN")).startsWith("wikidata:Q2\tORG\tHarbour Board\tagency\tport\tNO");
  }

  @Test
  void whatIsWrongIsSaidWithLineAndColumn() throws IOException {
    assertThat(imported("a.tsv", HEADER + ULLA.replace("politician", "wizard"))).isNotZero();
    assertThat(err.toString()).contains("a.tsv line 2 type \"wizard\" is none that is known");
    assertThat(imported("b.tsv", HEADER + ULLA.replace("2019-04", "soon"))).isNotZero();
    assertThat(err.toString()).contains("b.tsv line 2 from \"soon\" is no date");
    assertThat(imported("c.tsv", HEADER + ULLA.replace("wikidata:Q1", "Q1"))).isNotZero();
    assertThat(err.toString()).contains("c.tsv line 2 id \"Q1\" is not scheme and value");
    assertThat(imported("d.csv", "name,weight\nUlla,3\n")).isNotZero();
    assertThat(err.toString()).contains("d.csv has no column id or item in its first line");
    assertThat(imported("e.csv", "id,name\na:1,\"Ulla\n")).isNotZero();
    assertThat(err.toString()).contains("line 2 has a quotation mark that is not closed");
    assertThat(imported("f.tsv", HEADER)).isNotZero();
    assertThat(err.toString()).contains("there is nothing to write");
    assertThat(directory.resolve("known.bin")).doesNotExist();
  }

  @Test
  void tableThatIsNoneIsOneSentence() throws IOException {
    var file = Files.writeString(directory.resolve("known.bin"), "no table");
    assertThat(run("knowledge", "check", file.toString())).isNotZero();
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).contains("not made by copytaster knowledge import");
  }

  private int imported(String name, String content, String... more) throws IOException {
    var file = Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8);
    var arguments = new ArrayList<>(List.of("knowledge", "import", file.toString()));
    arguments.addAll(List.of("--out", directory.resolve("known.bin").toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private String named(String name) {
    out.getBuffer().setLength(0);
    run("knowledge", "check", directory.resolve("known.bin").toString(), "--name", name);
    return out.toString();
  }

  private int run(String... arguments) {
    var commands = Main.commandLine();
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    return commands.execute(arguments);
  }
}
