package org.copytaster.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ReceiptKeyTest {

  @Property(seed = "7")
  void anIdLeadsBackToItsKey(
      @ForAll @AlphaChars @Chars({':', '/', 'ü', '名'}) @NotEmpty String guid,
      @ForAll @IntRange(min = 1) int version) {
    var key = new ReceiptKey(guid, version);

    assertThat(ReceiptKey.ofId(key.id())).contains(key);
    assertThat(key.id()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void whatNeverWasAnIdLeadsNowhere() {
    assertThat(ReceiptKey.ofId("")).isEmpty();
    assertThat(ReceiptKey.ofId("***")).isEmpty();
    assertThat(ReceiptKey.ofId("YWJj")).isEmpty();
  }
}
