package org.copytaster.standalone.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.standalone.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityCommandTest {

  private static final String HEADER = "id\ttype\tname\taliases\tdescription\n";
  private static final String LIST =
      HEADER
          + "http://house.example/ulla\tPER\tUlla Hartwig\tHartwig, Ulla|U. Hartwig\tForeign"
          + " minister of Norland.\n"
          + "wikidata:Q999999901\tLOC\tHavnes\tHavnæs\t\n";

  private static final String TURTLE =
      """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix schema: <https://schema.org/> .
      @prefix h: <http://house.example/> .
      h:people a skos:ConceptScheme ; skos:definition "All of them"@en .
      h:ulla a skos:Concept, schema:Person ; skos:inScheme h:people ;
        skos:prefLabel "Ulla Hartwig"@en, "Oulla Hartouig"@fr ;
        skos:altLabel "Hartwig, Ulla", "U. Hartwig"@en-GB, "Hartouig"@fr ;
        skos:definition "Foreign minister\\nof Norland."@en .
      <http://www.wikidata.org/entity/Q999999901> a schema:City ;
        skos:prefLabel "Havnes"@en ; skos:altLabel "Havnæs" .
      """;

  private static final String RDF_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns:skos="http://www.w3.org/2004/02/skos/core#">
        <skos:Concept rdf:about="http://house.example/ulla">
          <rdf:type rdf:resource="http://xmlns.com/foaf/0.1/Person"/>
          <skos:prefLabel xml:lang="en">Ulla Hartwig</skos:prefLabel>
          <skos:altLabel>Hartwig, Ulla</skos:altLabel>
          <skos:altLabel xml:lang="en">U. Hartwig</skos:altLabel>
          <skos:scopeNote xml:lang="en">Foreign minister of Norland.</skos:scopeNote>
        </skos:Concept>
        <skos:Concept rdf:about="http://www.wikidata.org/entity/Q999999901">
          <skos:inScheme rdf:resource="http://cv.iptc.org/newscodes/cpnature/geoArea"/>
          <skos:prefLabel xml:lang="en">Havnes</skos:prefLabel>
          <skos:altLabel>Havnæs</skos:altLabel>
        </skos:Concept>
      </rdf:RDF>
      """;

  private static final String JSON_LD =
      """
      {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#", "@vocab": "https://schema.org/"},
       "@graph": [
         {"@id": "http://house.example/ulla", "@type": "Person", "name": {"@value": "Ulla Hartwig", "@language": "en"},
          "alternateName": ["Hartwig, Ulla", "U. Hartwig"], "description": "Foreign minister of Norland."},
         {"@id": "http://www.wikidata.org/entity/Q999999901", "@type": "Place",
          "skos:prefLabel": {"@value": "Havnes", "@language": "en"}, "skos:altLabel": "Havnæs"}]}
      """;

  @TempDir private Path directory = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void turtleIsRead() throws IOException {
    assertThat(imported("people.ttl", TURTLE)).isEqualTo(LIST);
    assertThat(out.toString()).contains("2 names written");
  }

  @Test
  void rdfXmlIsRead() throws IOException {
    assertThat(imported("people.rdf", RDF_XML)).isEqualTo(LIST);
  }

  @Test
  void jsonLdIsRead() throws IOException {
    assertThat(imported("people.jsonld", JSON_LD)).isEqualTo(LIST);
  }

  @Test
  void formatCanBeSaid() throws IOException {
    assertThat(imported("people.txt", TURTLE, "--format", "turtle")).isEqualTo(LIST);
  }

  @Test
  void otherLanguageHasItsOwnNamesAndWhatHasNoneInItIsToldOf() throws IOException {
    assertThat(imported("people.ttl", TURTLE, "--language", "fr"))
        .isEqualTo(
            HEADER + "http://house.example/ulla\tPER\tOulla Hartouig\tHartwig, Ulla|Hartouig\t\n");
    assertThat(err.toString()).contains("left out: 1 without a name in fr");
  }

  @Test
  void ownSchemesGoBeforeKnownClasses() throws IOException {
    assertThat(imported("people.ttl", TURTLE, "--map", "http://house.example/people=ORG"))
        .contains("http://house.example/ulla\tORG\t");
  }

  @Test
  void conceptThatTellsNoTypeNeedsTheOption() throws IOException {
    var plain = TURTLE.replace(", schema:Person", "");
    assertThat(imported("people.ttl", plain)).doesNotContain("Ulla");
    assertThat(err.toString()).contains("left out: 1 whose type nothing tells");
    assertThat(imported("people.ttl", plain, "--type", "per")).isEqualTo(LIST);
  }

  @Test
  void deprecatedConceptIsLeftOut() throws IOException {
    var old = "<http://house.example/ulla> <http://www.w3.org/2002/07/owl#deprecated> true .\n";
    assertThat(imported("people.ttl", TURTLE + old)).doesNotContain("Ulla");
    assertThat(err.toString()).contains("left out: 1 that are deprecated");
  }

  @Test
  void brokenVocabularyIsToldOfWithItsLine() throws IOException {
    assertThat(run("people.ttl", TURTLE.replace("h:people a", "h:people b"))).isEqualTo(1);
    assertThat(err.toString()).contains("people.ttl line 4 is no Turtle");
    assertThat(run("people.rdf", RDF_XML.replace("</rdf:RDF>", ""))).isEqualTo(1);
    assertThat(err.toString()).contains("people.rdf line").contains("is no RDF/XML");
    assertThat(run("people.jsonld", "{\"@graph\": [")).isEqualTo(1);
    assertThat(err.toString()).contains("people.jsonld").contains("is no JSON-LD");
  }

  @Test
  void vocabularyWithoutConceptsWritesNothing() throws IOException {
    assertThat(run("people.ttl", "")).isEqualTo(1);
    assertThat(err.toString()).contains("has no concept that can be taken; nothing was written");
    assertThat(directory.resolve("list.tsv")).doesNotExist();
  }

  @Test
  void contextElsewhereIsNotFetched() throws IOException {
    var remote = JSON_LD.replaceFirst("\\{\"skos\".*\\},", "\"https://house.example/context\",");
    assertThat(run("people.jsonld", remote)).isEqualTo(1);
    assertThat(err.toString()).contains("people.jsonld").contains("https://house.example/context");
  }

  @Test
  void otherFilesAreNotReadThroughEntities() throws IOException {
    Files.writeString(directory.resolve("secret.txt"), "secret");
    var secret = directory.resolve("secret.txt").toUri();
    var entity = "<!DOCTYPE rdf:RDF [<!ENTITY e SYSTEM \"" + secret + "\">]>\n<rdf:RDF";
    var asking = RDF_XML.replaceFirst("<rdf:RDF", entity).replace(">Havnes<", ">Havnes &e;<");
    run("people.rdf", asking);
    var list = directory.resolve("list.tsv");
    assertThat(Files.exists(list) ? Files.readString(list) : "").doesNotContain("secret");
  }

  @Test
  void nameThatTellsNoFormatAsksForIt() throws IOException {
    assertThat(run("people.txt", TURTLE)).isEqualTo(1);
    assertThat(err.toString()).contains("say --format turtle, rdfxml or jsonld");
  }

  @Test
  void checkedListsAreCountedAndAMistakeIsNamed() throws IOException {
    var lists = Files.createDirectory(directory.resolve("lists"));
    Files.writeString(lists.resolve("people.tsv"), LIST);
    assertThat(execute("authority", "check", lists.toString())).isZero();
    assertThat(out.toString()).contains("2 ids, version ");
    Files.writeString(lists.resolve("places.tsv"), HEADER + "h:1\tSEA\tNorland Sea\t\t\n");
    assertThat(execute("authority", "check", lists.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("authority list places.tsv line 2: type \"SEA\" is none of");
  }

  private String imported(String name, String vocabulary, String... options) throws IOException {
    assertThat(run(name, vocabulary, options)).as(err.toString()).isZero();
    return Files.readString(directory.resolve("list.tsv"));
  }

  private int run(String name, String vocabulary, String... options) throws IOException {
    var file = Files.writeString(directory.resolve(name), vocabulary);
    var list = directory.resolve("list.tsv").toString();
    var arguments = new ArrayList<>(List.of("authority", "import", file.toString()));
    arguments.addAll(List.of("--out", list));
    arguments.addAll(List.of(options));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
