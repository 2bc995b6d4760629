package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.copytaster.standalone.evaluate.WireScore.Verdict;
import org.copytaster.standalone.read.FileReadings;

/** Reads files of wire copy and holds every field against a gold standard. */
final class WireEvaluation {

  private final FileReadings readings;
  private final JsonMapper json = new JsonMapper();

  WireEvaluation(FileReadings readings) {
    this.readings = readings;
  }

  /**
   * The score of all files that a gold standard names.
   *
   * @throws IOException if there is no such file, or a line of it is no JSON
   */
  WireScore of(Path gold) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(gold);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + gold, e);
    }
    var score = new WireScore();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        file(parsed(lines.get(i), i + 1), gold, score);
      }
    }
    return score;
  }

  private JsonNode parsed(String line, int number) throws IOException {
    try {
      return json.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IOException("line " + number + " is no JSON", e);
    }
  }

  private void file(JsonNode gold, Path goldFile, WireScore score) {
    var name = gold.path("file").asText();
    var beside = goldFile.toAbsolutePath().resolveSibling(name);
    var found = readings.of(Files.exists(beside) ? beside : Path.of(name));
    var articles = found.stream().filter(each -> !each.has("kind")).toList();
    var kinds =
        found.stream().map(each -> each.path("kind").asText("article")).collect(Collectors.toSet());
    var doubt = texts(gold.path("doubt"));
    var lenient = texts(gold.path("lenient"));
    boolean notText = gold.path("not_text").asBoolean();
    score.file(gold.path("articles").size());
    if (!doubt.contains("not_text")) {
      boolean right =
          notText ? kinds.size() == 1 && kinds.contains("not-text") : !articles.isEmpty();
      score.count("not_text", right ? Verdict.RIGHT : Verdict.WRONG);
    }
    var rest = new ArrayList<>(articles);
    var pairs = paired(gold.path("articles"), rest);
    score.beyond(notText || doubt.contains("not_text") ? 0 : rest.size());
    for (int i = 0; i < gold.path("articles").size(); i++) {
      if (pairs.containsKey(i) || !doubt.contains("not_text")) {
        var system = pairs.getOrDefault(i, json.createObjectNode());
        var article = gold.path("articles").path(i);
        for (var field : WireScore.FIELDS.subList(1, WireScore.FIELDS.size())) {
          boolean left =
              lenient.contains(field)
                  && (!article.has(field) || system.path(field).asText("").isEmpty());
          if (!doubt.contains(field) && !left) {
            score.field(field, article, system);
          }
        }
      }
    }
  }

  /** Which article is meant by each of the gold standard's: the paired leave {@code rest}. */
  private static Map<Integer, ObjectNode> paired(JsonNode golds, List<ObjectNode> rest) {
    var pairs = new HashMap<Integer, ObjectNode>();
    for (var field : List.of("guid", "headline", "order")) {
      for (int i = 0; i < golds.size(); i++) {
        var gold = golds.path(i);
        if (!pairs.containsKey(i)) {
          var found = rest.stream().filter(system -> same(field, gold, system)).findFirst();
          take(found, rest).ifPresent(putting(pairs, i));
        }
      }
    }
    return pairs;
  }

  private static Consumer<ObjectNode> putting(Map<Integer, ObjectNode> pairs, int at) {
    return found -> pairs.put(at, found);
  }

  private static Optional<ObjectNode> take(Optional<ObjectNode> found, List<ObjectNode> rest) {
    found.ifPresent(one -> rest.remove(one));
    return found;
  }

  private static boolean same(String field, JsonNode gold, JsonNode system) {
    return field.equals("order")
        || WireValue.options(gold.path(field)).stream()
            .map(JsonNode::asText)
            .filter(text -> !text.isEmpty() && !text.equals("null"))
            .anyMatch(
                text ->
                    WireValue.clean(field, text)
                        .equals(WireValue.clean(field, system.path(field).asText("None"))));
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
