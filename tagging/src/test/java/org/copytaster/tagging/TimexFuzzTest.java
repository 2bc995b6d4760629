package org.copytaster.tagging;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.ZoneLabeler;
import org.jspecify.annotations.Nullable;

/**
 * Hands any text and any creation date to the date tagger. A build tries the seeds in {@code
 * TimexFuzzTestInputs}; with {@code JAZZER_FUZZ=1} in the environment the fuzzer looks for more.
 *
 * <p>An input is the creation date on a line of its own and the text below; a first line that is no
 * date stands for a date too, an empty one for none.
 */
class TimexFuzzTest {

  private static final ZoneLabeler LABELER = ZoneLabeler.english();

  /** The creation dates that are tried: of the years 1 to 9999. */
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

  private static final int DAYS = 3_652_059;

  @DictionaryFile(resourcePath = "TimexFuzzTestWords.txt")
  @FuzzTest(maxDuration = "2m")
  void anyTextWithAnyCreationDateIsTaggedSoundly(byte[] input) {
    var lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    var characters = lines.length < 2 ? "" : lines[1];
    var text = new Text(characters, LABELER.label(characters, List.of()));
    TimexInvariants.tagged(text, creation(lines[0]));
  }

  private static @Nullable LocalDate creation(String line) {
    if (line.isEmpty()) {
      return null;
    }
    try {
      var date = LocalDate.parse(line);
      return date.getYear() < 1 || date.getYear() > 9999 ? FIRST : date;
    } catch (DateTimeParseException noDate) {
      return FIRST.plusDays(Math.floorMod(line.hashCode(), DAYS));
    }
  }
}
