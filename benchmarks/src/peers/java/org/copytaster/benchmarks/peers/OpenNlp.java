package org.copytaster.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.copytaster.standalone.evaluate.MentionFinder;
import org.copytaster.standalone.train.TrainingFile;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.train.EntityTrainer.Sentence;
import org.copytaster.tagging.text.Token;

/**
 * OpenNLP's name finder with its default features and training, on our tokens and sentences: the
 * models that its project offers are not in a registry. It remembers what it saw in a document and
 * belongs to one thread.
 */
final class OpenNlp implements MentionFinder {

  private final ZonedSentences sentences = new ZonedSentences();
  private final NameFinderME finder;

  private OpenNlp(TokenNameFinderModel model) {
    finder = new NameFinderME(model);
  }

  /** A finder with a model that {@link #train} wrote. */
  static OpenNlp read(Path model) throws IOException {
    return new OpenNlp(new TokenNameFinderModel(model));
  }

  /** A finder with a model that {@link #train} wrote. */
  static OpenNlp read(InputStream model) throws IOException {
    return new OpenNlp(new TokenNameFinderModel(model));
  }

  /** Learns a model from tagged documents, as {@code copytaster train} reads them. */
  static void train(Path tagged, Path model) throws IOException {
    var samples = new ArrayList<NameSample>();
    TrainingFile.read(
        tagged, new TrainingFile.Convention(Map.of(), ""), document -> add(document, samples));
    NameFinderME.train(
            "eng",
            null,
            ObjectStreamUtils.createObjectStream(samples),
            TrainingParameters.defaultParams(),
            new TokenNameFinderFactory())
        .serialize(model);
  }

  private static void add(List<Sentence> document, List<NameSample> samples) {
    for (int i = 0; i < document.size(); i++) {
      var sentence = document.get(i);
      var names =
          sentence.mentions().stream()
              .map(name -> new Span(name.begin(), name.end(), name.type().name()))
              .toArray(Span[]::new);
      var tokens = sentence.tokens().toArray(String[]::new);
      samples.add(new NameSample(tokens, names, i == 0));
    }
  }

  @Override
  public List<FoundMention> find(String text) {
    finder.clearAdaptiveData();
    var found = new ArrayList<FoundMention>();
    for (var sentence : sentences.of(text)) {
      var words = sentence.stream().map(Token::surface).toArray(String[]::new);
      for (var name : finder.find(words)) {
        int begin = sentence.get(name.getStart()).span().begin();
        int end = sentence.get(name.getEnd() - 1).span().end();
        found.add(new FoundMention(begin, end, EntityType.valueOf(name.getType())));
      }
    }
    return found;
  }
}
