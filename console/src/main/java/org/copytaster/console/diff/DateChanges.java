package org.copytaster.console.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copytaster.console.diff.ComparedSentences.Sentence;
import org.copytaster.console.diff.SentenceChanges.SentenceChange;
import org.jspecify.annotations.Nullable;

/** Dates that an article speaks of now and did not before, or no longer, or that have moved. */
final class DateChanges {

  private DateChanges() {}

  /**
   * A time expression.
   *
   * @param value TIMEX3; empty where it has none
   */
  record Dated(String surface, String value, int begin) {

    /** What is the same date in two versions: its value, or its words where it has none. */
    private String key() {
      return value.isEmpty() ? surface.toLowerCase(Locale.ROOT) : value;
    }

    private boolean isIn(Sentence sentence) {
      return begin >= sentence.begin() && begin < sentence.end();
    }
  }

  /** A change: of a date that went {@code to} is null, of one that came {@code from}. */
  record DateChange(@Nullable Dated from, @Nullable Dated to) {}

  static List<DateChange> between(JsonNode before, JsonNode after, List<SentenceChange> sentences) {
    var from = dated(before);
    var to = dated(after);
    var changes = new ArrayList<DateChange>();
    var gone = new ArrayList<Dated>();
    var come = new ArrayList<Dated>();
    from.forEach((key, one) -> gone.addAll(to.containsKey(key) ? List.of() : List.of(one)));
    to.forEach((key, one) -> come.addAll(from.containsKey(key) ? List.of() : List.of(one)));
    sameWords(gone, come, changes);
    sameSentence(gone, come, sentences, changes);
    gone.forEach(one -> changes.add(new DateChange(one, null)));
    come.forEach(one -> changes.add(new DateChange(null, one)));
    return changes;
  }

  /** The same words that mean another day: copy that is counted from another. */
  private static void sameWords(List<Dated> gone, List<Dated> come, List<DateChange> changes) {
    var words = new LinkedHashMap<String, Dated>();
    come.forEach(one -> words.putIfAbsent(one.surface().toLowerCase(Locale.ROOT), one));
    for (var one : List.copyOf(gone)) {
      var other = words.remove(one.surface().toLowerCase(Locale.ROOT));
      if (other != null) {
        move(one, other, gone, come, changes);
      }
    }
  }

  /** A date that went and one that came within one sentence, if there is one of each. */
  private static void sameSentence(
      List<Dated> gone,
      List<Dated> come,
      List<SentenceChange> sentences,
      List<DateChange> changes) {
    for (var sentence : sentences) {
      var from = sentence.from();
      var to = sentence.to();
      if (gone.isEmpty() || come.isEmpty()) {
        return;
      }
      if (from != null && to != null) {
        var ones = gone.stream().filter(one -> one.isIn(from)).toList();
        var others = come.stream().filter(other -> other.isIn(to)).toList();
        if (ones.size() == 1 && others.size() == 1) {
          move(ones.get(0), others.get(0), gone, come, changes);
        }
      }
    }
  }

  private static void move(
      Dated one, Dated other, List<Dated> gone, List<Dated> come, List<DateChange> changes) {
    gone.remove(one);
    come.remove(other);
    changes.add(new DateChange(one, other));
  }

  private static Map<String, Dated> dated(JsonNode tags) {
    var all = new LinkedHashMap<String, Dated>();
    for (var timex : tags.path("timexes")) {
      var one =
          new Dated(
              timex.path("surface").asText(),
              timex.path("value").asText(""),
              timex.path("begin").asInt());
      all.putIfAbsent(one.key(), one);
    }
    return all;
  }
}
