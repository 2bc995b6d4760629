package org.copytaster.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.enrich.entity.EntityTrainer.Labelled;
import org.copytaster.enrich.entity.EntityTrainer.Sentence;
import org.junit.jupiter.api.Test;

class EntityTrainerTest {

  private static final List<String> TOWNS = List.of("Sandvik", "Torvund", "Havnes", "Elling");

  @Test
  void modelFindsInANewSentenceWhatItsTrainingShows() throws IOException {
    var model = Model.read(new ByteArrayInputStream(trained()));
    var features = new Features(Lexicon.read(), model.bits());
    var words = new String[] {"The", "envoy", "flew", "to", "Brekken", "."};
    var tags = Viterbi.tags(features.of(List.<String[]>of(words)).get(0), model);
    assertThat(Tags.stretches(tags)).containsExactly(new Tags.Stretch(4, 5, EntityType.LOC));
  }

  @Test
  void sameSentencesGiveTheSameModel() throws IOException {
    assertThat(trained()).isEqualTo(trained());
  }

  @Test
  void tagsSayWhatTheMentionsWere() {
    var stretches =
        List.of(
            new Tags.Stretch(0, 3, EntityType.ORG),
            new Tags.Stretch(3, 4, EntityType.PER),
            new Tags.Stretch(5, 7, EntityType.MISC));
    assertThat(Tags.stretches(Tags.of(8, stretches))).isEqualTo(stretches);
  }

  private static byte[] trained() throws IOException {
    var trainer = new EntityTrainer();
    for (var town : TOWNS) {
      var document = new ArrayList<Sentence>();
      document.add(
          new Sentence(
              List.of("The", "envoy", "flew", "to", town, "."),
              List.of(new Labelled(4, 5, EntityType.LOC))));
      document.add(new Sentence(List.of("The", "weather", "was", "fine", "."), List.of()));
      trainer.add(document);
    }
    var model = new ByteArrayOutputStream();
    trainer.train(model, wrong -> {});
    return model.toByteArray();
  }
}
