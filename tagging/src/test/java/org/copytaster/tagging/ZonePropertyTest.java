package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.copytaster.tagging.Growth.AtMost;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.text.ZonedSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is true of the zones of any text. */
class ZonePropertyTest {

  private static final ZoneLabeler LABELER = ZoneLabeler.english();

  @Property(seed = "7", tries = 300)
  void zonesCoverAllThatIsNoWhiteSpace(@ForAll("pages") String text) {
    var zones = LABELER.label(text, List.of());
    int end = 0;
    for (var zone : zones) {
      assertThat(zone.begin()).isGreaterThanOrEqualTo(end);
      assertThat(text.substring(end, zone.begin()).chars()).allMatch(ZonePropertyTest::blank);
      assertThat(zone.confidence()).isBetween(0.0, 1.0);
      end = zone.end();
    }
    assertThat(text.substring(end).chars()).allMatch(ZonePropertyTest::blank);
  }

  @Property(seed = "7", tries = 100)
  void whatIsKnownStaysAndIsCertain(@ForAll("pages") String text) {
    var whole = "Two ports sign a pact\n\n" + text;
    var known = new ZonedSpan(new Span(0, 21), Zone.CONTRIBUTORS);
    var first = LABELER.label(whole, List.of(known)).get(0);
    assertThat(first.zone()).isEqualTo(Zone.CONTRIBUTORS);
    assertThat(first.begin()).isZero();
    assertThat(first.end()).isGreaterThanOrEqualTo(21);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a\n", "word ", "A. B\n\n", "(", "by A\n", "\u0000\u0001", "June 4, 2024\n"})
  void timeGrowsWithTheLengthOfTheTextAndNotFaster(String part) {
    new Growth(units -> labelling(part.repeat(units * 10_000 / part.length())))
        .isAtMost(part, List.of(new AtMost(4, 10), new AtMost(10, 25)));
  }

  private static Runnable labelling(String text) {
    return () -> assertThat(LABELER.label(text, List.of())).isNotEmpty();
  }

  @Provide
  Arbitrary<String> pages() {
    var lines =
        Arbitraries.of(
            "Advertisement",
            "By Ida Moe",
            "June 19, 2024",
            "BERGEN, Norway (AP) — The ports signed it.",
            "Harbour masters sign a paper. (AP Photo/Ola Nor)",
            "The ports signed the pact on Wednesday and went home to tell of it, an envoy said.",
            "Ida Moe contributed to this report.",
            "",
            "\t\u00a0",
            "\u0000\u200b(",
            "😀 ½ …");
    var noise = Arbitraries.strings().ofMaxLength(60);
    return Arbitraries.oneOf(lines, noise).list().ofMaxSize(12).map(all -> String.join("\n", all));
  }

  private static boolean blank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == 0xfeff
        || character == 0x200b;
  }
}
