package org.copytaster.tagging.entity.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;
import org.junit.jupiter.api.Test;

class ConllConventionTest {

  private final ConllConvention convention = ConllConvention.read();

  @Test
  void townAndItsCountryAreTwoPlaces() {
    var words = new String[] {"in", "Nairobi", ",", "Kenya", "."};
    assertThat(convention.of(words, List.of(new Stretch(1, 4, EntityType.LOC))))
        .containsExactly(new Stretch(1, 2, EntityType.LOC), new Stretch(3, 4, EntityType.LOC));
  }

  @Test
  void demonymIsMiscWhereASetCallsItAPlace() {
    var words = new String[] {"a", "Russian", "ship"};
    assertThat(convention.of(words, List.of(new Stretch(1, 2, EntityType.LOC))))
        .containsExactly(new Stretch(1, 2, EntityType.MISC));
  }

  @Test
  void demonymIsMiscWhereASetLeavesItOut() {
    var words = new String[] {"a", "Russian", "ship"};
    assertThat(convention.of(words, List.of())).containsExactly(new Stretch(1, 2, EntityType.MISC));
  }

  @Test
  void articleInSmallLettersIsNoPartOfAName() {
    var words = new String[] {"the", "United", "States", "won"};
    assertThat(convention.of(words, List.of(new Stretch(0, 3, EntityType.LOC))))
        .containsExactly(new Stretch(1, 3, EntityType.LOC));
  }

  @Test
  void demonymInsideALongerNameStaysThere() {
    var words = new String[] {"the", "American", "League"};
    assertThat(convention.of(words, List.of(new Stretch(1, 3, EntityType.ORG))))
        .containsExactly(new Stretch(1, 3, EntityType.ORG));
  }
}
