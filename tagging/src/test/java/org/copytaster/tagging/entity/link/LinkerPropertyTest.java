package org.copytaster.tagging.entity.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.NameKey;
import org.jspecify.annotations.Nullable;

class LinkerPropertyTest {

  private static final Linker LINKER = Linker.read();

  @Property(seed = "7", tries = 300)
  void linkIsOfTheSightingsTypeAndItsConfidenceFromThresholdToOne(
      @ForAll("sightings") List<Sighting> sightings) {
    var linker = LINKER.among(sightings);
    for (var sighting : sightings) {
      var link = linker.best(sighting);
      if (link != null) {
        assertThat(link.confidence()).isBetween(0.5, 1.0);
        assertThat(link.identity().type()).isEqualTo(sighting.type());
        assertThat(link.identity().knowledgeBaseId()).isNotEmpty();
      }
    }
  }

  @Property(seed = "7", tries = 300)
  void orderOfTheNamesDoesNotMatter(@ForAll("sightings") List<Sighting> sightings) {
    var shuffled = new ArrayList<>(sightings);
    Collections.shuffle(shuffled, new Random(7));
    var one = LINKER.among(sightings);
    var other = LINKER.among(shuffled);
    for (var sighting : sightings) {
      assertThat(one.best(sighting)).isEqualTo(other.best(sighting));
    }
  }

  @Property(seed = "7", tries = 1000)
  void keyOfAKeyIsThatKey(@ForAll("names") String name) {
    assertThat(NameKey.of(NameKey.of(name))).isEqualTo(NameKey.of(name));
  }

  @Provide
  Arbitrary<List<Sighting>> sightings() {
    var sighting =
        Combinators.combine(
                Arbitraries.of(EntityType.class), names(), names(), names().injectNull(0.7))
            .as(LinkerPropertyTest::sighting);
    return sighting.list().ofMaxSize(12);
  }

  private static Sighting sighting(
      EntityType type, String name, String other, @Nullable String container) {
    return new Sighting(
        type, name, List.of(name, other).stream().collect(Collectors.toSet()), container);
  }

  /** Names that lists have, and anything else. */
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "Paris",
            "Georgia",
            "Texas",
            "Russian",
            "Korean",
            "WHO",
            "Springfield",
            "U.S.",
            "Victoria",
            "Mitch McConnell",
            "Senate",
            "Kentucky",
            "New York",
            "Alabama",
            "Santiago"),
        Arbitraries.strings().ofMaxLength(12));
  }
}
