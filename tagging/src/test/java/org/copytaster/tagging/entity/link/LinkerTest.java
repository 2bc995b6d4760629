package org.copytaster.tagging.entity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkerTest {

  private static final Linker BUILT_IN = Linker.read();

  @Test
  void housesOwnNameAndIdGoBeforeTheBuiltInOnes() {
    var house = with(entry("house:kyiv", EntityType.LOC, "Kiew", "Kyiv", "Kiev"));
    assertThat(who(house.best(sighting(EntityType.LOC, "Kiev"))))
        .isEqualTo(link("house:kyiv", "Kiew", EntityType.LOC, 1));
    assertThat(house.best(sighting(EntityType.LOC, "Paris"))).isNotNull();
  }

  @Test
  void wordingThatIsNotTheFullestCountsLess() {
    var house = with(entry("house:1", EntityType.ORG, "Coast Press"));
    assertThat(who(house.best(sighting(EntityType.ORG, "The Coast Press Agency", "Coast Press"))))
        .isEqualTo(link("house:1", "Coast Press", EntityType.ORG, 0.9));
  }

  @Test
  void surnameOfAPersonIsNotWhoeverHasThatSurnameAsAnAlias() {
    var house = with(entry("house:1", EntityType.PER, "Ulla Hartwig", "Hartwig"));
    assertThat(house.best(sighting(EntityType.PER, "Ole Hartwig", "Hartwig"))).isNull();
    assertThat(house.best(sighting(EntityType.PER, "Hartwig"))).isNotNull();
  }

  @Test
  void entryOfAnotherTypeIsNotMeant() {
    var house = with(entry("house:1", EntityType.PER, "Sandvik"));
    assertThat(house.best(sighting(EntityType.ORG, "Sandvik"))).isNull();
  }

  @Test
  void aliasOfTwoEntriesIsHalfOfEach() {
    var ulla = entry("house:1", EntityType.PER, "Ulla Hartwig", "Hartwig");
    var ole = entry("house:2", EntityType.PER, "Ole Hartwig", "Hartwig");
    var hartwig = sighting(EntityType.PER, "Hartwig");
    assertThat(who(with(0.5, ulla, ole).best(hartwig)))
        .isEqualTo(link("house:1", "Ulla Hartwig", EntityType.PER, 0.5));
    assertThat(with(0.6, ulla, ole).best(hartwig)).isNull();
  }

  @Test
  void personsMiddleInitialComesAndGoes() {
    var house = with(entry("house:1", EntityType.PER, "Ulla M. Hartwig"));
    assertThat(house.best(sighting(EntityType.PER, "Ulla Hartwig"))).isNotNull();
  }

  @Test
  void demonymKeepsItsOwnIdAndTypeAndNamesTheCountryBeside() {
    var link = BUILT_IN.best(sighting(EntityType.MISC, "Russian"));
    assertThat(link)
        .extracting(Link::identity)
        .isEqualTo(Identity.local(EntityType.MISC, "Russian").knownAs("iso3166:RU"));
  }

  @Test
  void linkBelowTheThresholdIsNone() {
    var birmingham = sighting(EntityType.LOC, "Birmingham");
    double confidence = confidence(birmingham);
    assertThat(with(confidence).best(birmingham)).isNotNull();
    assertThat(with(confidence + 0.001).best(birmingham)).isNull();
  }

  @Test
  void everyReadingIsALinkWhereNoConfidenceIsAskedFor() {
    var any = BUILT_IN.with(Linking.DEFAULT.with(0.0));
    assertThat(any.best(sighting(EntityType.LOC, "Springfield"))).isNotNull();
    assertThat(any.best(sighting(EntityType.LOC, "Storbakken"))).isNull();
  }

  @Test
  void acronymAndNameTogetherAreSurerThanEitherAlone() {
    var name = "World Health Organization";
    var full = confidence(sighting(EntityType.ORG, name));
    assertThat(confidence(sighting(EntityType.ORG, "WHO"))).isLessThan(full);
    assertThat(confidence(sighting(EntityType.ORG, name, "WHO"))).isGreaterThan(full);
  }

  @Test
  void thresholdIsFromNoughtToOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> Linking.DEFAULT.with(1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> Linking.DEFAULT.with(Double.NaN));
  }

  @Test
  void everyKeyOfTheAtlasIsFoundAgain() {
    var atlas = Atlas.read();
    for (var name :
        List.of("Aachen", "Zwolle", "'s-Hertogenbosch", "Łódź", "1 Decembrie", "Чучер - Сандево")) {
      assertThat(atlas.places(name)).as(name).isNotEmpty();
    }
    assertThat(atlas.places("")).isEmpty();
    assertThat(atlas.places("\uFFFF")).isEmpty();
    assertThat(atlas.places("aaaaaaa")).isEmpty();
  }

  /** A link without its reason. */
  private record Who(Identity identity, double confidence) {}

  private static @Nullable Who who(@Nullable Link link) {
    return link == null ? null : new Who(link.identity(), link.confidence());
  }

  private static double confidence(Sighting sighting) {
    return Objects.requireNonNull(BUILT_IN.best(sighting)).confidence();
  }

  private static Linker with(AuthorityEntry... entries) {
    return with(Linking.DEFAULT.leastConfidence(), entries);
  }

  private static Linker with(double leastConfidence, AuthorityEntry... entries) {
    var list = new AuthorityList("house.tsv", List.of(entries));
    return BUILT_IN.with(new Linking(Authority.of(List.of(list)), leastConfidence));
  }

  private static AuthorityEntry entry(String id, EntityType type, String name, String... aliases) {
    return new AuthorityEntry(id, type, name, List.of(aliases), "");
  }

  private static Who link(String id, String name, EntityType type, double confidence) {
    return new Who(new Identity(id, name, type, id), confidence);
  }

  private static Sighting sighting(EntityType type, String name, String... others) {
    var surfaces = new ArrayList<>(List.of(others));
    surfaces.add(name);
    return new Sighting(type, name, Set.copyOf(surfaces), null);
  }
}
