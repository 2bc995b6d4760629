package org.copytaster.tagging.entity.train;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Lexicon;
import org.copytaster.tagging.entity.find.ModelWeights;
import org.copytaster.tagging.entity.find.Perceptron;
import org.copytaster.tagging.entity.find.SecondReading;
import org.copytaster.tagging.entity.find.TokenFeatures;
import org.copytaster.tagging.entity.find.TokenTags;
import org.copytaster.tagging.entity.find.WordClusters;
import org.copytaster.tagging.entity.tag.ModelTagger;

/**
 * Learns a model for {@link ModelTagger} from tagged documents. The second reading learns from what
 * the first makes of documents that it did not learn from: the documents are dealt into folds, and
 * each fold is read by a model of the others.
 */
public final class EntityTrainer {

  private static final int ROUNDS = 8;
  private static final int FOLDS = 3;

  /** So many learn each reading, each in an order of its own; the model is their mean. */
  private static final int TEAM = 3;

  private final int bits;
  private final TokenFeatures features;
  private final ConllConvention convention = ConllConvention.read();
  private final List<Document> documents = new ArrayList<>();

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

  /**
   * On which terms the documents of a set are learnt from.
   *
   * @param times how often a round sees them
   * @param mapped whether their labels are still to be brought to the convention of CoNLL 2003
   * @param withoutMisc whether they mark no MISC at all
   */
  public record Terms(int times, boolean mapped, boolean withoutMisc) {}

  private record Document(
      List<String[]> words, List<int[][]> seen, List<byte[]> tags, Terms terms) {

    private List<byte[]> read(Perceptron reader) {
      return seen.stream().map(sentence -> reader.tags(List.<int[][]>of(sentence))).toList();
    }
  }

  /**
   * A trainer without documents.
   *
   * @param bits so many bits a feature is hashed to; fewer make a smaller model that takes more
   *     features for each other
   */
  public EntityTrainer(int bits) {
    this.bits = bits;
    this.features = new TokenFeatures(Lexicon.read(), WordClusters.read(), bits);
  }

  /** Adds the sentences of one document, in order. */
  public void add(List<Sentence> document, Terms terms) {
    var words = document.stream().map(EntityTrainer::words).toList();
    var tags = new ArrayList<byte[]>();
    for (int i = 0; i < document.size(); i++) {
      var stretches = stretches(document.get(i));
      var mapped = terms.mapped() ? convention.of(words.get(i), stretches) : stretches;
      tags.add(TokenTags.of(words.get(i).length, mapped));
    }
    documents.add(new Document(words, features.of(words), tags, terms));
  }

  /** Adds a document once more in capitals, as headlines and old wire copy are written. */
  public void addInCapitals(List<Sentence> document, Terms terms) {
    add(
        document.stream()
            .map(
                sentence ->
                    new Sentence(
                        sentence.tokens().stream().map(w -> w.toUpperCase(Locale.ROOT)).toList(),
                        sentence.mentions()))
            .toList(),
        terms);
  }

  static String[] words(Sentence sentence) {
    return sentence.tokens().stream().map(ModelTagger::plain).toArray(String[]::new);
  }

  static List<TokenTags.Stretch> stretches(Sentence sentence) {
    return sentence.mentions().stream()
        .map(mention -> new TokenTags.Stretch(mention.begin(), mention.end(), mention.type()))
        .toList();
  }

  /**
   * Learns and writes the model. The same documents in the same order give the same model.
   *
   * @param progress is told after each round what was learnt; by more than one thread
   */
  public void train(OutputStream model, Consumer<String> progress) throws IOException {
    var examples = new ArrayList<Perceptron.Example>();
    var folds =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(fold -> one(others(fold), fold, "without fold " + (fold + 1), progress))
            .toList();
    for (int i = 0; i < documents.size(); i++) {
      var document = documents.get(i);
      var first = document.read(folds.get(i % FOLDS));
      addTo(examples, document, SecondReading.of(document.words(), first, bits));
    }
    var second = team(examples, "second reading", progress);
    examples.clear();
    documents.forEach(document -> addTo(examples, document, List.of()));
    ModelWeights.of(team(examples, "first reading", progress), second, bits).write(model);
  }

  /** The examples of all documents that are not in a fold. */
  private List<Perceptron.Example> others(int fold) {
    var examples = new ArrayList<Perceptron.Example>();
    for (int i = 0; i < documents.size(); i++) {
      if (i % FOLDS != fold) {
        addTo(examples, documents.get(i), List.of());
      }
    }
    return examples;
  }

  private Perceptron team(
      List<Perceptron.Example> examples, String name, Consumer<String> progress) {
    var team =
        IntStream.range(0, TEAM)
            .parallel()
            .mapToObj(seed -> one(examples, seed, name + " " + (seed + 1), progress))
            .toList();
    return Perceptron.mean(team, bits);
  }

  private Perceptron one(
      List<Perceptron.Example> examples, long seed, String name, Consumer<String> progress) {
    var one = new Perceptron(bits);
    one.learn(
        examples,
        ROUNDS,
        seed,
        wrong -> progress.accept(name + ": a round is over, " + wrong + " sentences are wrong"));
    return one;
  }

  private static void addTo(
      List<Perceptron.Example> examples, Document document, List<int[][]> more) {
    for (int i = 0; i < document.seen().size(); i++) {
      var seen = document.seen().get(i);
      List<int[][]> all = new ArrayList<>();
      all.add(seen);
      if (!more.isEmpty()) {
        all.add(more.get(i));
      }
      var example =
          new Perceptron.Example(all, document.tags().get(i), document.terms().withoutMisc());
      for (int times = document.terms().times(); times > 0; times--) {
        examples.add(example);
      }
    }
  }
}
