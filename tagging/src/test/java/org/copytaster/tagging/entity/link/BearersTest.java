package org.copytaster.tagging.entity.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.known.Bearer;
import org.copytaster.tagging.entity.known.Bearer.Description;
import org.copytaster.tagging.entity.known.Bearer.Term;
import org.copytaster.tagging.entity.known.Knowledge;
import org.copytaster.tagging.entity.known.KnowledgeBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom of a table's bearers an article means, by what it says around the name. */
class BearersTest {

  private static final Linker BUILT_IN = Linker.read();
  private static final LocalDate DAY = LocalDate.of(2019, 6, 1);
  private static final String NO_WORDS = "Nothing else is said.";

  @TempDir private Path directory = Path.of("");
  private final KnowledgeBuilder builder = new KnowledgeBuilder();

  @Test
  void headOfStateIsNotLinkedByProminenceAlone() throws IOException {
    politician("house:1", "President, Norway", "NO", 92, 20150000, 0);
    assertThat(link(NO_WORDS, person())).isNull();
    assertThat(link(NO_WORDS, person("President"))).isEqualTo("house:1");
    assertThat(link(NO_WORDS, person(), place("Norway"))).isEqualTo("house:1");
  }

  @Test
  void lessKnownPersonNeedsMoreThanTheCountry() throws IOException {
    politician("house:1", "state representative, TX, Republican", "US", 20, 20150000, 0);
    assertThat(link(NO_WORDS, person(), place("United States"))).isNull();
    assertThat(link(NO_WORDS, person("representative"), place("Texas"))).isEqualTo("house:1");
    assertThat(link(NO_WORDS, person("representative"), place("Ohio"))).isNull();
  }

  @Test
  void tradeSpeaksAgainstAPolitician() throws IOException {
    politician("house:1", "US Senator, Republican, TX", "US", 60, 20150000, 0);
    var senate = "The vote in Congress came after an election. Lawmakers of the Senate left.";
    assertThat(link(senate, person(), place("Texas"))).isEqualTo("house:1");
    assertThat(link(senate, person("singer"), place("Texas"))).isNull();
  }

  @Test
  void adjectiveOfAnotherCountrySpeaksAgainst() throws IOException {
    politician("house:1", "Foreign Minister, Norway", "NO", 70, 20150000, 0);
    assertThat(link(NO_WORDS, person("Norwegian", "minister"))).isEqualTo("house:1");
    assertThat(link(NO_WORDS, person("Danish", "minister"), place("Norway"))).isNull();
  }

  @Test
  void namesakesAreToldApartByTheYearsInOffice() throws IOException {
    politician("house:old", "Prime Minister, Norway", "NO", 92, 19610000, 19650000);
    politician("house:new", "Prime Minister, Norway", "NO", 92, 20150000, 0);
    var said = person("Prime Minister");
    assertThat(link(NO_WORDS, LocalDate.of(2019, 6, 1), said, place("Norway")))
        .isEqualTo("house:new");
    assertThat(link(NO_WORDS, LocalDate.of(1963, 6, 1), said, place("Norway")))
        .isEqualTo("house:old");
  }

  @Test
  void officeSaysNothingOutsideItsYears() throws IOException {
    politician("house:1", "President, Norway", "NO", 92, 19900101, 19941231);
    var called = person("President");
    assertThat(link(NO_WORDS, LocalDate.of(1993, 6, 1), called)).isEqualTo("house:1");
    assertThat(link(NO_WORDS, LocalDate.of(1994, 12, 31), called)).isEqualTo("house:1");
    assertThat(link(NO_WORDS, LocalDate.of(2001, 6, 1), called)).isNull();
    assertThat(link(NO_WORDS, LocalDate.of(1985, 6, 1), called, place("Norway"))).isNull();
    assertThat(link(NO_WORDS, LocalDate.of(1989, 12, 1), called)).isEqualTo("house:1");
  }

  @Test
  void formerOfficeAndAYearInOfficeStillSayIt() throws IOException {
    politician("house:1", "President, Norway", "NO", 92, 19900101, 19941231);
    var later = LocalDate.of(2001, 6, 1);
    assertThat(link(NO_WORDS, later, person("former President"))).isEqualTo("house:1");
    assertThat(link("He signed it in 1992.", later, person("President"))).isEqualTo("house:1");
    assertThat(link("He signed it in 1998.", later, person("President"))).isNull();
    assertThat(link("He signed 19920 of them.", later, person("President"))).isNull();
  }

  @Test
  void oneOfTwoRegistersIsNoNamesake() throws IOException {
    var vote = "The vote in Congress came after an election. Lawmakers of the Senate left.";
    politician("bioguide:1", "former US Representative, Republican, FL", "US", 35, 0, 0);
    politician("ocd-person:1", "former state representative, FL", "US", 12, 0, 0);
    var said = person("representative");
    assertThat(link(vote, said, place("Florida"))).isEqualTo("bioguide:1");
    politician("bioguide:2", "former US Representative, Republican, OH", "US", 35, 0, 0);
    assertThat(link(vote, said, place("Florida"), place("Ohio"))).isNull();
  }

  @Test
  void newspaperInTwoRegistersIsOne() throws IOException {
    add("wikidata:Q1", EntityType.ORG, "Bergen Post", "media", "newspaper", "NO", 82);
    add("domain:b.no", EntityType.ORG, "Bergen Post", "media", "news publisher", "NO", 80);
    var said = "The newspaper reported it. A journalist told the editor.";
    assertThat(link(said, organisation("Bergen Post"), place("Norway"))).isEqualTo("wikidata:Q1");
    add("domain:c.se", EntityType.ORG, "Bergen Post", "media", "news publisher", "SE", 82);
    assertThat(link(said, organisation("Bergen Post"))).isNull();
  }

  @Test
  void senateIsThatOfTheNationThatTheArticleIsAbout() throws IOException {
    add("house:1", EntityType.ORG, "Senate", "agency", "public body, US", "US", 30);
    var nation = "The president asked Congress to confirm him.";
    var senate = organisation("Senate");
    assertThat(link(nation, senate, place("United States"))).isEqualTo("house:1");
    assertThat(link(NO_WORDS, senate, place("United States"))).isNull();
    assertThat(link(nation, senate, place("France"), place("Italy"))).isNull();
  }

  @Test
  void twoOfOneNameAndOfficeAreNobody() throws IOException {
    politician("house:1", "Minister, Norway", "NO", 70, 20150000, 0);
    politician("house:2", "Minister, Norway", "NO", 70, 20150000, 0);
    assertThat(link(NO_WORDS, person("minister"), place("Norway"))).isNull();
  }

  @Test
  void bearerWithoutAnIdIsNobodyToLinkToAndLeavesDoubt() throws IOException {
    politician("", "Minister, Norway", "NO", 70, 20150000, 0);
    assertThat(link(NO_WORDS, person("minister"), place("Norway"))).isNull();
    politician("house:1", "Minister, Norway", "NO", 70, 20150000, 0);
    assertThat(link(NO_WORDS, person("minister"), place("Norway"))).isNull();
  }

  @Test
  void baseballPlayerNeedsBaseball() throws IOException {
    add("house:1", EntityType.PER, "Ole Hartwig", "sportsperson", "baseball player (MLB)", "", 30);
    assertThat(link(NO_WORDS, person())).isNull();
    assertThat(link("He homered in the ninth inning off the pitcher.", person()))
        .isEqualTo("house:1");
  }

  @Test
  void clubOfATownNeedsSport() throws IOException {
    add("house:1", EntityType.ORG, "Storvik", "club", "football club, Sweden", "SE", 60);
    var storvik = organisation("Storvik");
    assertThat(link(NO_WORDS, storvik, place("Sweden"))).isNull();
    var match = "The league match ended when the striker scored a goal for the team.";
    assertThat(link(match, storvik, place("Sweden"))).isEqualTo("house:1");
  }

  @Test
  void fewLettersNeedTheCountryOrTheLongForm() throws IOException {
    add("house:1", EntityType.ORG, "Norwegian Quay Authority", "agency", "", "NO", 85, "NQA");
    assertThat(link(NO_WORDS, organisation("NQA"))).isNull();
    assertThat(link(NO_WORDS, organisation("NQA"), place("Norway"))).isEqualTo("house:1");
    assertThat(link(NO_WORDS, organisation("Norwegian Quay Authority", "NQA")))
        .isEqualTo("house:1");
  }

  @Test
  void shorterNameOfSomebodyElseIsNoLink() throws IOException {
    add("house:1", EntityType.ORG, "Harbour Lines", "company", "ferries", "NO", 85);
    var other = organisation("Harbour Lines of Bergen", "Harbour Lines");
    assertThat(link(NO_WORDS, other, place("Norway"))).isNull();
  }

  @Test
  void partyOfAHundredCountriesIsTheOneWhereItHappens() throws IOException {
    add("house:no", EntityType.ORG, "Green Labour Party", "party", "party", "NO", 60);
    add("house:se", EntityType.ORG, "Green Labour Party", "party", "party", "SE", 90);
    var vote = "The election in parliament was close. The opposition lost the vote.";
    assertThat(link(vote, organisation("Green Labour Party"), place("Norway")))
        .isEqualTo("house:no");
    assertThat(link(vote, organisation("Green Labour Party"))).isNull();
  }

  @Test
  void reasonSaysWhatSpokeForIt() throws IOException {
    politician("house:1", "President, Norway", "NO", 92, 20150000, 0);
    var sighting = person("President");
    var all = List.of(sighting, place("Norway"));
    var found = linker().among(all, Scene.of(DAY, NO_WORDS)).best(sighting);
    assertThat(Objects.requireNonNull(found).because())
        .isEqualTo(
            "the full name of a politician; called by the office; NO is named;"
                + " in office on that day");
  }

  private void politician(
      String id, String description, String country, int weight, int from, int to) {
    builder.add(
        new Bearer(
            id,
            EntityType.PER,
            "Ole Hartwig",
            new Description("politician", description),
            new Term(country, from, to, weight)),
        List.of());
  }

  private void add(
      String id,
      EntityType type,
      String name,
      String kind,
      String description,
      String country,
      int weight,
      String... aliases) {
    builder.add(
        new Bearer(
            id, type, name, new Description(kind, description), new Term(country, 0, 0, weight)),
        List.of(aliases));
  }

  private Linker linker() throws IOException {
    var out = new ByteArrayOutputStream();
    builder.write(out);
    var table = Files.write(directory.resolve("house.bin"), out.toByteArray());
    return BUILT_IN.with(Linking.DEFAULT.with(Knowledge.read(List.of(table))));
  }

  private @Nullable String link(String text, Sighting... sightings) throws IOException {
    return link(text, DAY, sightings);
  }

  private @Nullable String link(String text, LocalDate day, Sighting... sightings)
      throws IOException {
    var link = linker().among(List.of(sightings), Scene.of(day, text)).best(sightings[0]);
    return link == null ? null : link.identity().id();
  }

  private static Sighting person(String... said) {
    return new Sighting(
        EntityType.PER, "Ole Hartwig", Set.of("Ole Hartwig", "Hartwig"), null, Set.of(said));
  }

  private static Sighting organisation(String name, String... others) {
    var surfaces = new ArrayList<>(List.of(others));
    surfaces.add(name);
    return new Sighting(EntityType.ORG, name, Set.copyOf(surfaces), null);
  }

  private static Sighting place(String name) {
    return new Sighting(EntityType.LOC, name, Set.of(name), null);
  }
}
