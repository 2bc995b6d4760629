package org.copytaster.console.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.TreeMap;
import org.copytaster.console.diff.ComparedSentences.Sentence;

/** Where the time expressions of a text stand. */
final class DatedSpans {

  private final TreeMap<Integer, String> surfaces = new TreeMap<>();

  DatedSpans(JsonNode timexes) {
    for (var timex : timexes) {
      surfaces.put(timex.path("begin").asInt(), timex.path("surface").asText());
    }
  }

  /** For each character of a sentence's line whether it belongs to one. */
  boolean[] of(Sentence sentence) {
    var line = sentence.text();
    var dated = new boolean[line.length()];
    int at = 0;
    for (var surface : surfaces.subMap(sentence.begin(), sentence.end()).values()) {
      // offsets count in the text, where a line may have ended within the words
      var words = surface.strip().replaceAll("[\\s\\u00A0]+", " ");
      int begin = words.isEmpty() ? -1 : line.indexOf(words, at);
      if (begin >= 0) {
        at = begin + words.length();
        Arrays.fill(dated, begin, at, true);
      }
    }
    return dated;
  }
}
