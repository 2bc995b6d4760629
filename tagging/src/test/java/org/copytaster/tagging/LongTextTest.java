package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LongTextTest {

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void megabyteInOneLineIsTaggedInSeconds() {
    var sentence =
        "On Tuesday the envoy told Kim Jong Un that two years ago they had met in Oslo. ";
    var text = sentence.repeat(1_000_000 / sentence.length());
    var tags = Tagger.english().tag(text, TagContext.created("2024-06-19"));
    assertThat(tags.timexes()).hasSize(2 * 1_000_000 / sentence.length());
  }
}
