package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.copytaster.tagging.Growth.AtMost;
import org.copytaster.tagging.entity.encoder.EncoderException;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.tag.EntityReader;
import org.copytaster.tagging.entity.tag.EntityTagger;
import org.copytaster.tagging.entity.tag.ModelTagger;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds that both readers together, too, take time and memory in proportion to the length of the
 * text. A build compares 10 kB with 40; with {@code LONG_TEXTS=1} it is 2 MB with 8.
 */
class LongSureTest {

  private static final int UNIT = System.getenv("LONG_TEXTS") != null ? 2_000_000 : 10_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final EntityTagger TAGGER = tagger();

  /** As for the perceptron alone, and twelve pieces a token beside it. */
  private static final long BYTES_PER_CHARACTER = 6_000;

  private static EntityTagger tagger() {
    try {
      return ModelTagger.english(EntityModel.NEWS, EntityReader.SURE);
    } catch (EncoderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Text text(String part, int units) {
    var characters = part.repeat(units * UNIT / part.length());
    var all = new ZonedSpan(new Span(0, characters.length()), Zone.BODY);
    return new Text(characters, List.of(all));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Tuesday Anneke Visser of Harbour Lines told reporters in Oslo that both had signed.\n",
        "Anneke Visser told Okafor in Oslo that nobody would load grain ",
        "theshipsmetatnoon",
        "no-and-yes-",
        "“—”'-\"–’.,;",
        "Ø",
        "\ud83d",
        "\u0301"
      })
  void timeAndMemoryGrowWithTheText(String part) {
    new Growth(
            units -> {
              var text = text(part, units);
              return () -> TAGGER.tag(text);
            })
        .isAtMost("names in a text", List.of(new AtMost(4, 6)));
    var text = text(part, 4);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    TAGGER.tag(text);
    long taken = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

    assertThat(taken / (4L * UNIT)).isLessThan(BYTES_PER_CHARACTER);
  }
}
