package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.enrich.Tagging;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Mention;
import org.copytaster.standalone.evaluate.DateScore.TimexSpan;
import org.copytaster.standalone.evaluate.EntityScore.EntitySpan;

/** Tags the texts of a gold standard and scores what comes out. */
final class Evaluation {

  private final Tagging tagging;
  private final SystemFile system;

  Evaluation(Tagging tagging, SystemFile system) {
    this.tagging = tagging;
    this.system = system;
  }

  DateScore dates(Path gold) throws IOException {
    var score = new DateScore();
    GoldLines.read(
        gold,
        (doc, text, line) -> {
          var dct = line.path("dct").isTextual() ? line.path("dct").textValue() : null;
          var found = timexes(text, tagging.tag(text, dct));
          score.add(timexes(line), found);
          system.timexes(doc, found);
        });
    return score;
  }

  private static List<TimexSpan> timexes(JsonNode line) {
    var spans = new ArrayList<TimexSpan>();
    for (var timex : line.path("timex")) {
      spans.add(
          new TimexSpan(
              timex.path("start").asInt(),
              timex.path("end").asInt(),
              timex.path("type").asText(""),
              timex.path("value").asText("")));
    }
    return spans;
  }

  private static List<TimexSpan> timexes(String text, EnrichedArticle enriched) {
    var offsets = new CodePoints(text);
    return enriched.getTimexes().stream()
        .map(
            timex ->
                new TimexSpan(
                    offsets.at(timex.getBegin()),
                    offsets.at(timex.getEnd()),
                    timex.getType().name(),
                    timex.getValue()))
        .toList();
  }

  EntityScore entities(Path gold, Set<String> only) throws IOException {
    var score = new EntityScore(only);
    if (!gold.toString().endsWith(".jsonl")) {
      conll(gold, score);
      return score;
    }
    GoldLines.read(
        gold,
        (doc, text, line) -> {
          var found = entities(text, tagging.tag(text, null));
          score.add(entities(line), found);
          system.entities(doc, found);
        });
    return score;
  }

  private static Set<EntitySpan> entities(JsonNode line) {
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

  private static Set<EntitySpan> entities(String text, EnrichedArticle enriched) {
    var offsets = new CodePoints(text);
    var spans = new LinkedHashSet<EntitySpan>();
    for (var mention : mentions(enriched)) {
      spans.add(
          new EntitySpan(
              offsets.at(mention.getBegin()),
              offsets.at(mention.getEnd()),
              mention.getType().name()));
    }
    return spans;
  }

  private static List<Mention> mentions(EnrichedArticle enriched) {
    return enriched.getEntities().stream()
        .flatMap(entity -> entity.getMentions().stream())
        .toList();
  }

  private void conll(Path gold, EntityScore score) throws IOException {
    for (var article : ConllFile.read(gold).articles()) {
      var alignment = new ConllAlignment(article);
      var found = alignment.aligned(mentions(tagging.tag(alignment.text(), null)));
      for (int i = 0; i < article.size(); i++) {
        score.add(article.get(i).entities(), found.get(i));
        system.sentence(article.get(i).tokens(), found.get(i));
      }
    }
  }
}
