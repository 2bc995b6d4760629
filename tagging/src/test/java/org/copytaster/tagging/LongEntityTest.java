package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.copytaster.tagging.Growth.AtMost;
import org.copytaster.tagging.entity.tag.EntityTagger;
import org.copytaster.tagging.entity.tag.ModelTagger;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.text.ZonedSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds that entities take time and memory in proportion to the length of the text, whatever is in
 * it. What counts is the time of the CPU in this thread and what it allocates.
 *
 * <p>A build compares texts of 25, 100 and 250 kB, and tags one of 2 MB with all of it; with {@code
 * LONG_TEXTS=1} in the environment they have 1, 4 and 10 MB, and 10 MB, which takes some minutes.
 */
class LongEntityTest {

  private static final int MEGABYTE = 1_000_000;
  private static final boolean LONG = System.getenv("LONG_TEXTS") != null;
  private static final int UNIT = LONG ? MEGABYTE : MEGABYTE / 40;
  private static final int EVERYTHING = LONG ? 10 * MEGABYTE : 2 * MEGABYTE;
  private static final EntityTagger TAGGER = ModelTagger.english();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A text of marks alone has as many tokens as characters, with some hundred features each. */
  private static final long BYTES_PER_CHARACTER = 3_500;

  private static final Duration LONGEST = Duration.ofSeconds(6).multipliedBy(EVERYTHING / MEGABYTE);

  /** What a long text may be made of; a # stands for letters that are others each time. */
  enum Kind {
    PROSE(
        "On Tuesday Anneke Visser of Harbour Lines told reporters in Oslo that the two ports had"
            + " signed, and that nobody would load grain before the harvest.\n"),
    ONE_ENDLESS_TOKEN("theshipsmetatnoon"),
    ONE_ENDLESS_TOKEN_IN_CAPITALS("X"),
    CAPITALS("UNION LEADERS MEET IN OSLO "),
    PUNCTUATION("“—”'-\"–’.,;"),
    ONE_NAME("Visser "),
    NO_FULL_STOP("the envoy told Anneke Visser in Oslo that nobody would load grain "),
    SURNAMES("Visser, Kim, Okafor, Lindqvist, Moreau\n"),
    NEW_NAMES("President Anneke V# met Kim. "),
    INITIALS("J. P. "),
    BRACKETS("[]"),
    HALVES_OF_CHARACTERS("\ud83d"),
    COMBINING_MARKS("\u0301"),
    BYLINE(Zone.BYLINE, "Anneke Visser "),
    CONTRIBUTORS(Zone.CONTRIBUTORS, "Anneke Visser and Kim reported from Oslo. ");

    private final Zone zone;
    private final String part;

    Kind(Zone zone, String part) {
      this.zone = zone;
      this.part = part;
    }

    Kind(String part) {
      this(Zone.BODY, part);
    }

    /** A number in letters, so that each is another name. */
    private static String letters(int number) {
      var letters = new StringBuilder();
      for (int rest = number + 1; rest > 0; rest /= 26) {
        letters.append((char) ('a' + rest % 26));
      }
      return letters.toString();
    }

    private String characters(int length) {
      var characters = new StringBuilder();
      for (int n = 0; characters.length() < length; n++) {
        characters.append(part.replace("#", letters(n)));
      }
      characters.setLength(length);
      return characters.toString();
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void timeAndMemoryGrowWithTheLengthOfTheTextAndNotFaster(Kind kind) {
    new Growth(units -> tagging(kind, units * UNIT))
        .isAtMost(kind.name(), List.of(new AtMost(4, 10), new AtMost(10, 25)));

    int length = 4 * UNIT;
    var ready = tagging(kind, length);
    long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    ready.run();
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
    assertThat(allocated / length)
        .as("bytes for each character of %s", kind)
        .isLessThan(BYTES_PER_CHARACTER);
  }

  @Test
  void aTextWithEverythingInItIsTaggedSoundly() {
    var characters = new StringBuilder();
    for (var kind : Kind.values()) {
      characters.append(kind.characters(EVERYTHING / Kind.values().length)).append("\n\n");
    }
    var whole = characters.toString();
    var text = new Text(whole, ZoneLabeler.english().label(whole, List.of()));

    long begin = THREADS.getCurrentThreadCpuTime();
    var entities = TAGGER.tag(text);

    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin)).isLessThan(LONGEST);
    EntityInvariants.check(text, entities);
  }

  private static Runnable tagging(Kind kind, int length) {
    var zones = List.of(new ZonedSpan(new Span(0, length), kind.zone));
    var text = new Text(kind.characters(length), zones);
    return () -> assertThat(TAGGER.tag(text).size()).isLessThanOrEqualTo(length);
  }
}
