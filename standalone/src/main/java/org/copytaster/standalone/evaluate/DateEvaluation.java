package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.standalone.evaluate.DateScore.TimexSpan;

/** Finds the dates in the texts of a gold standard and scores what comes out. */
final class DateEvaluation {

  private final RecordTagger tagging;
  private final SystemFile system;

  DateEvaluation(RecordTagger tagging, SystemFile system) {
    this.tagging = tagging;
    this.system = system;
  }

  DateScore of(Path gold) throws IOException {
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
}
