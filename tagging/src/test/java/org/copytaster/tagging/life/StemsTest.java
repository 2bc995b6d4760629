package org.copytaster.tagging.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.copytaster.tagging.text.FoldedText;
import org.junit.jupiter.api.Test;

/** How a label is told from other words before anybody looks for it. */
class StemsTest {

  private static boolean near(String pattern, String words) {
    var stems = new Stems();
    stems.add(pattern);
    var field = new Notice.Field("headline", NoticePlace.HEADLINE, words);
    var text = FoldedText.of(words);
    return stems.near(new Segment(field, Segment.Kind.HEAD, text, 0, text.characters().length()));
  }

  @Test
  void aWordThatBeginsSoIsNear() {
    assertThat(near("annull(?:at[ao]|amento)|ritir(?:ata|o)", "NOTIZIA RITIRATA: Crollo")).isTrue();
  }

  @Test
  void anUmlautMayBeSpelt() {
    assertThat(near("zurückgezogen", "MELDUNG ZURUECKGEZOGEN: Brand")).isTrue();
  }

  @Test
  void aLetterThatMayLackBelongsToNoStem() {
    assertThat(near("kills?", "KILL: Bridge closed")).isTrue();
  }

  @Test
  void otherWordsAreNot() {
    assertThat(near("kill(?:ed)?|withdrawn", "Bridge over the Lume opens")).isFalse();
  }

  @Test
  void wordsThatDoNotBeginPlainlyAreRefused() {
    assertThatThrownBy(() -> near("(?:a|b)c", "abc"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("plainly");
  }
}
