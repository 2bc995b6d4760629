package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.text.ZonedSpan;

/**
 * Hands any text to the entity tagger. A build tries the seeds in {@code EntityFuzzTestInputs};
 * with {@code JAZZER_FUZZ=1} in the environment the fuzzer looks for more.
 *
 * <p>An input is UTF-8. Its first line is the zone that all below is, or anything else if zones are
 * to be labelled. A backslash, {@code u} and four hexadecimal digits stand for one unit of UTF-16,
 * so that halves of characters can be written.
 */
class EntityFuzzTest {

  private static final ZoneLabeler LABELER = ZoneLabeler.english();
  private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  @DictionaryFile(resourcePath = "EntityFuzzTestWords.txt")
  @FuzzTest(maxDuration = "2m")
  void anyTextInAnyZoneIsTaggedSoundly(byte[] input) {
    var lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    var characters = lines.length < 2 ? "" : withUnits(lines[1]);
    var entities = EntityInvariants.tagged(text(lines[0], characters));

    int mentions = entities.stream().mapToInt(entity -> entity.mentions().size()).sum();
    assertThat(mentions).isLessThanOrEqualTo(characters.length());
  }

  private static Text text(String line, String characters) {
    var zones =
        Stream.of(Zone.values())
            .filter(zone -> zone.name().equals(line))
            .map(zone -> new ZonedSpan(new Span(0, characters.length()), zone))
            .toList();
    return new Text(characters, zones.isEmpty() ? LABELER.label(characters, List.of()) : zones);
  }

  private static String withUnits(String line) {
    return UNIT.matcher(line)
        .replaceAll(
            unit ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(unit.group(1), 16))));
  }
}
