package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.text.train.LabelledText;
import org.copytaster.tagging.text.train.ZoneTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the labeller against the texts that were labelled by hand. */
class ZoneTextsTest {

  /** Some points below what docs/accuracy.md says, so that a better model need not be luckier. */
  private static final double LEAST_ACCURACY = 0.85;

  private static final double LEAST_BODY = 0.96;

  private final ZoneLabeler labeler = ZoneLabeler.english();

  @Test
  void unseenTextsAreLabelledAsWellAsThePageSays() throws IOException {
    var counts = new Counts();
    for (var text : LabelledText.read(texts("unseen.txt"))) {
      counts.add(text, labeler.label(text.characters(), List.of()));
    }
    assertThat(counts.right / (double) counts.all).isGreaterThan(LEAST_ACCURACY);
    assertThat(counts.bodyRight / (double) counts.body).isGreaterThan(LEAST_BODY);
  }

  @Test
  void sameTextsGiveTheSameModel() throws IOException {
    var trainer = new ZoneTrainer();
    LabelledText.read(texts("learnt.txt")).forEach(trainer::add);
    var model = new StringWriter();
    trainer.train(model);
    try (var stream = ZoneLabeler.class.getResourceAsStream("zones.model")) {
      assertThat(stream).isNotNull();
      assertThat(model.toString())
          .isEqualTo(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void lineWithoutZoneIsNamed(@TempDir Path directory) throws IOException {
    var file = directory.resolve("gold.txt");
    Files.writeString(file, "=== a\nBODY\tThe bees came back.\nno zone\n");
    assertThatThrownBy(() -> LabelledText.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gold.txt line 3");
  }

  @Test
  void plusGoesOnInTheLineBefore(@TempDir Path directory) throws IOException {
    var file = directory.resolve("gold.txt");
    Files.writeString(file, "=== a\nDATELINE\tOSLO -\n+BODY\tThe bees came back.\n");
    var text = LabelledText.read(file).get(0);
    assertThat(text.characters()).isEqualTo("OSLO - The bees came back.");
    assertThat(text.zones()).extracting(ZonedSpan::zone).containsExactly(Zone.DATELINE, Zone.BODY);
  }

  private static Path texts(String name) {
    URL place = ZoneTextsTest.class.getResource("zones/" + name);
    if (place == null) {
      throw new IllegalStateException("no texts " + name);
    }
    return Path.of(URI.create(place.toString()));
  }

  /** Characters that are no white space, and how many of them have the right zone. */
  private static final class Counts {
    private int all;
    private int right;
    private int body;
    private int bodyRight;

    private void add(LabelledText text, List<ZonedSpan> found) {
      var zones = new Zone[text.characters().length()];
      found.forEach(span -> Arrays.fill(zones, span.begin(), span.end(), span.zone()));
      for (var span : text.zones()) {
        for (int at = span.begin(); at < span.end(); at++) {
          if (!Character.isWhitespace(text.characters().charAt(at))) {
            count(span.zone(), zones[at]);
          }
        }
      }
    }

    private void count(Zone wanted, Zone found) {
      all++;
      right += wanted == found ? 1 : 0;
      body += wanted == Zone.BODY ? 1 : 0;
      bodyRight += wanted == Zone.BODY && found == Zone.BODY ? 1 : 0;
    }
  }
}
