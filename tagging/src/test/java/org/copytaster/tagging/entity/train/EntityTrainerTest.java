package org.copytaster.tagging.entity.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Lexicon;
import org.copytaster.tagging.entity.find.ModelWeights;
import org.copytaster.tagging.entity.find.TokenFeatures;
import org.copytaster.tagging.entity.find.TokenTags;
import org.copytaster.tagging.entity.find.WordClusters;
import org.copytaster.tagging.entity.train.EntityTrainer.Labelled;
import org.copytaster.tagging.entity.train.EntityTrainer.Sentence;
import org.copytaster.tagging.entity.train.EntityTrainer.Terms;
import org.junit.jupiter.api.Test;

class EntityTrainerTest {

  private static final Terms TERMS = new Terms(1, false, false);
  private static final List<String> TOWNS = List.of("Sandvik", "Torvund", "Havnes", "Elling");

  @Test
  void modelFindsInANewSentenceWhatItsTrainingShows() throws IOException {
    var model = ModelWeights.read(new ByteArrayInputStream(trained()));
    assertThat(read(model, "The", "envoy", "flew", "to", "Brekken", "."))
        .containsExactly(new TokenTags.Stretch(4, 5, EntityType.LOC));
  }

  @Test
  void sameSentencesGiveTheSameModel() throws IOException {
    assertThat(trained()).isEqualTo(trained());
  }

  @Test
  void tagsSayWhatTheMentionsWere() {
    var stretches =
        List.of(
            new TokenTags.Stretch(0, 3, EntityType.ORG),
            new TokenTags.Stretch(3, 4, EntityType.PER),
            new TokenTags.Stretch(5, 7, EntityType.MISC));
    assertThat(TokenTags.stretches(TokenTags.of(8, stretches))).isEqualTo(stretches);
  }

  @Test
  void whatASetWithoutMiscLeavesOutMayBeMisc() throws IOException {
    var trainer = new EntityTrainer(16);
    var festival =
        new Sentence(
            List.of("She", "won", "at", "Torvundfest", "."),
            List.of(new Labelled(3, 4, EntityType.MISC)));
    var unmarked = new Sentence(List.of("She", "won", "at", "Havnesfest", "."), List.of());
    for (int i = 0; i < 6; i++) {
      trainer.add(List.of(festival), new Terms(1, false, false));
      trainer.add(List.of(unmarked), new Terms(4, false, true));
    }
    var model = ModelWeights.read(new ByteArrayInputStream(bytes(trainer)));
    assertThat(read(model, "She", "won", "at", "Havnesfest", "."))
        .containsExactly(new TokenTags.Stretch(3, 4, EntityType.MISC));
  }

  @Test
  void copyInCapitalsKeepsItsMentions() throws IOException {
    var trainer = new EntityTrainer(16);
    for (var town : TOWNS) {
      trainer.addInCapitals(document(town), TERMS);
    }
    var model = ModelWeights.read(new ByteArrayInputStream(bytes(trainer)));
    assertThat(read(model, "THE", "ENVOY", "FLEW", "TO", "BREKKEN", "."))
        .containsExactly(new TokenTags.Stretch(4, 5, EntityType.LOC));
  }

  private static List<TokenTags.Stretch> read(ModelWeights model, String... words) {
    var features = new TokenFeatures(Lexicon.read(), WordClusters.read(), model.bits());
    var sentences = List.<String[]>of(words);
    return TokenTags.stretches(model.tags(sentences, features.of(sentences)).get(0));
  }

  private static byte[] trained() throws IOException {
    var trainer = new EntityTrainer(16);
    for (var town : TOWNS) {
      trainer.add(document(town), TERMS);
    }
    return bytes(trainer);
  }

  private static List<Sentence> document(String town) {
    return List.of(
        new Sentence(
            List.of("The", "envoy", "flew", "to", town, "."),
            List.of(new Labelled(4, 5, EntityType.LOC))),
        new Sentence(List.of("The", "weather", "was", "fine", "."), List.of()));
  }

  private static byte[] bytes(EntityTrainer trainer) throws IOException {
    var model = new ByteArrayOutputStream();
    trainer.train(model, round -> {});
    return model.toByteArray();
  }
}
