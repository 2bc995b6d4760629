package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.standalone.evaluate.EntityScore.EntitySpan;
import org.copytaster.standalone.evaluate.MentionFinder.FoundMention;

/** Finds the mentions in the texts of a gold standard and scores what comes out. */
public final class EntityEvaluation {

  private final MentionFinder finder;
  private final SystemFile system;

  EntityEvaluation(MentionFinder finder, SystemFile system) {
    this.finder = finder;
    this.system = system;
  }

  /**
   * The table that {@code evaluate entities} prints, for any finder.
   *
   * @param gold as that command takes it
   * @param only the types that count; all if empty
   */
  public static List<String> table(MentionFinder finder, Path gold, Set<String> only)
      throws IOException {
    try (var nothing = SystemFile.open(null)) {
      return new EntityEvaluation(finder, nothing).of(gold, only).table();
    }
  }

  EntityScore of(Path gold, Set<String> only) throws IOException {
    var score = new EntityScore(only);
    if (!gold.toString().endsWith(".jsonl")) {
      conll(gold, score);
      return score;
    }
    GoldLines.read(
        gold,
        (doc, text, line) -> {
          var found = spans(text, finder.find(text));
          score.add(spans(line), found);
          system.entities(doc, found);
        });
    return score;
  }

  private static Set<EntitySpan> spans(JsonNode line) {
    var spans = new LinkedHashSet<EntitySpan>();
    for (var entity : line.path("entities")) {
      spans.add(
          new EntitySpan(
              entity.path("start").asInt(),
              entity.path("end").asInt(),
              entity.path("type").asText("")));
    }
    return spans;
  }

  private static Set<EntitySpan> spans(String text, List<FoundMention> mentions) {
    var offsets = new CodePoints(text);
    var spans = new LinkedHashSet<EntitySpan>();
    for (var mention : mentions) {
      spans.add(
          new EntitySpan(
              offsets.at(mention.begin()), offsets.at(mention.end()), mention.type().name()));
    }
    return spans;
  }

  private void conll(Path gold, EntityScore score) throws IOException {
    for (var article : ConllFile.read(gold).articles()) {
      var alignment = new ConllAlignment(article);
      var found = alignment.aligned(finder.find(alignment.text()));
      for (int i = 0; i < article.size(); i++) {
        score.add(article.get(i).entities(), found.get(i));
        system.sentence(article.get(i).tokens(), found.get(i));
      }
    }
  }
}
