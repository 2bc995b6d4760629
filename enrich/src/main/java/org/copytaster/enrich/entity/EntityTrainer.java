package org.copytaster.enrich.entity;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Learns a model for {@link ModelTagger} from tagged documents. */
public final class EntityTrainer {

  private static final int BITS = 20;
  private static final int ROUNDS = 8;

  private final Features features = new Features(Lexicon.read(), BITS);
  private final List<Perceptron.Example> examples = new ArrayList<>();

  /**
   * A mention in a sentence, in tokens, half-open.
   *
   * @param type what it is
   */
  public record Labelled(int begin, int end, EntityType type) {}

  /** A sentence: its tokens and its mentions, which do not overlap. */
  public record Sentence(List<String> tokens, List<Labelled> mentions) {

    /** Copies the lists. */
    public Sentence {
      tokens = List.copyOf(tokens);
      mentions = List.copyOf(mentions);
    }
  }

  /** Adds the sentences of one document, in order. */
  public void add(List<Sentence> document) {
    var words = document.stream().map(EntityTrainer::words).toList();
    var seen = features.of(words);
    for (int i = 0; i < document.size(); i++) {
      var stretches =
          document.get(i).mentions().stream()
              .map(mention -> new Tags.Stretch(mention.begin(), mention.end(), mention.type()))
              .toList();
      examples.add(new Perceptron.Example(seen.get(i), Tags.of(words.get(i).length, stretches)));
    }
  }

  private static String[] words(Sentence sentence) {
    return sentence.tokens().stream().map(ModelTagger::plain).toArray(String[]::new);
  }

  /**
   * Learns and writes the model. The same documents in the same order give the same model.
   *
   * @param progress is told after each round how many sentences were still wrong
   */
  public void train(OutputStream model, IntConsumer progress) throws IOException {
    var perceptron = new Perceptron(BITS);
    perceptron.learn(examples, ROUNDS, progress);
    Model.of(perceptron, BITS).write(model);
  }
}
