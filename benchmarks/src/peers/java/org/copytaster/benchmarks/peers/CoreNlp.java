package org.copytaster.benchmarks.peers;

import edu.stanford.nlp.ling.CoreAnnotations.NamedEntityTagAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.copytaster.standalone.evaluate.MentionFinder;
import org.copytaster.tagging.entity.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * CoreNLP's statistical name finder: three CRFs (three classes, MUC's seven, CoNLL's four), put
 * together as it does by default. What it finds by rules (times, money, numbers, fine-grained
 * classes) is turned off. A thread may share it with others.
 */
final class CoreNlp implements MentionFinder {

  private static final String MODELS = "edu/stanford/nlp/models/ner/english.";
  private static final Map<String, EntityType> TYPES =
      Map.of(
          "PERSON", EntityType.PER,
          "ORGANIZATION", EntityType.ORG,
          "LOCATION", EntityType.LOC,
          "MISC", EntityType.MISC);

  private final StanfordCoreNLP pipeline;

  private CoreNlp(Properties properties) {
    pipeline = new StanfordCoreNLP(properties);
  }

  /**
   * CoreNLP with its default of three models.
   *
   * @param lines whether a sentence ends at the end of a line: {@code always}, {@code never}, or
   *     {@code two} for at blank lines only
   */
  static CoreNlp threeModels(String lines) {
    return new CoreNlp(
        properties(
            lines,
            MODELS + "all.3class.distsim.crf.ser.gz",
            MODELS + "muc.7class.distsim.crf.ser.gz",
            MODELS + "conll.4class.distsim.crf.ser.gz"));
  }

  /**
   * CoreNLP with the model for CoNLL's four classes only.
   *
   * @param lines as for {@link #threeModels}
   */
  static CoreNlp oneModel(String lines) {
    return new CoreNlp(properties(lines, MODELS + "conll.4class.distsim.crf.ser.gz"));
  }

  private static Properties properties(String lines, String... models) {
    var properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,ner");
    properties.setProperty("ssplit.newlineIsSentenceBreak", lines);
    properties.setProperty("ner.model", String.join(",", models));
    for (var rules :
        List.of(
            "ner.applyNumericClassifiers",
            "ner.useSUTime",
            "ner.applyFineGrained",
            "ner.buildEntityMentions")) {
      properties.setProperty(rules, "false");
    }
    return properties;
  }

  @Override
  public List<FoundMention> find(String text) {
    var annotation = new Annotation(text);
    pipeline.annotate(annotation);
    var found = new ArrayList<FoundMention>();
    for (var sentence : annotation.get(SentencesAnnotation.class)) {
      add(sentence.get(TokensAnnotation.class), found);
    }
    return found;
  }

  /** Neighbours of the same class are one mention: its tags do not tell where one begins. */
  private static void add(List<CoreLabel> tokens, List<FoundMention> found) {
    int begin = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      var type = type(tokens.get(begin));
      if (i == tokens.size() || type(tokens.get(i)) != type) {
        if (type != null) {
          int from = tokens.get(begin).beginPosition();
          found.add(new FoundMention(from, tokens.get(i - 1).endPosition(), type));
        }
        begin = i;
      }
    }
  }

  private static @Nullable EntityType type(CoreLabel token) {
    return TYPES.get(token.get(NamedEntityTagAnnotation.class));
  }
}
