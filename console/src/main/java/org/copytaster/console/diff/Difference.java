package org.copytaster.console.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.copytaster.console.diff.ComparedSentences.Sentence;
import org.copytaster.console.diff.Figures.Figure;
import org.copytaster.console.diff.SentenceChanges.SentenceChange;

/**
 * What has changed from one version of an article to another: by field, by sentence and word, by
 * name, by figure and by date. The time that it takes grows little faster than the texts do; of the
 * longest it says that it was made roughly.
 */
public final class Difference {

  private static final NumberWords NUMBERS = NumberWords.read();

  final List<FieldChanges.FieldChange> fields;
  final List<SentenceChange> sentences;
  final List<NameChanges.NameChange> names;
  final List<FigureChanges.FigureChange> figures;
  final List<DateChanges.DateChange> dates;
  private final boolean rough;
  private final boolean cut;

  private Difference(ComparedVersion before, ComparedVersion after) {
    cut =
        before.text().length() > ComparedSentences.LONGEST
            || after.text().length() > ComparedSentences.LONGEST;
    boolean whole = !before.text().isEmpty() && !after.text().isEmpty();
    fields = FieldChanges.between(before.article(), after.article(), whole);
    if (!whole) {
      sentences = List.of();
      names = List.of();
      figures = List.of();
      dates = List.of();
      rough = false;
      return;
    }
    var changes =
        SentenceChanges.between(ComparedSentences.of(before), ComparedSentences.of(after));
    sentences = changes.all();
    rough = changes.isRough();
    names = NameChanges.between(before.tags(), after.tags());
    figures =
        new FigureChanges(figuresOf(before), figuresOf(after)).of(withHeadline(before, after));
    dates = DateChanges.between(before.tags(), after.tags(), sentences);
  }

  /**
   * What has changed. Where one of the two has no text only what is known of both is compared:
   * status and signal.
   */
  public static Difference between(ComparedVersion before, ComparedVersion after) {
    return new Difference(before, after);
  }

  /**
   * As it is answered, with lists that are cut at a bound; {@code leftOut} says how many changes
   * are not in them, {@code rough} that the texts were too long to be compared exactly, {@code
   * comparedUpTo} that what stands behind this offset was not compared at all.
   */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    int leftOut = list(json.putArray("fields"), fields, DifferenceJson::field);
    leftOut += list(json.putArray("sentences"), sentences, DifferenceJson::sentence);
    leftOut += list(json.putArray("names"), names, DifferenceJson::name);
    leftOut += list(json.putArray("figures"), figures, DifferenceJson::figure);
    leftOut += list(json.putArray("dates"), dates, DifferenceJson::date);
    if (leftOut > 0) {
      json.put("leftOut", leftOut);
    }
    if (cut) {
      json.put("comparedUpTo", ComparedSentences.LONGEST);
    }
    if (rough) {
      json.put("rough", true);
    }
    return json;
  }

  private static <T> int list(ArrayNode list, List<T> changes, BiConsumer<T, ObjectNode> write) {
    changes.stream()
        .limit(DifferenceJson.MOST)
        .forEach(change -> write.accept(change, list.addObject()));
    return Math.max(0, changes.size() - DifferenceJson.MOST);
  }

  /** A changed headline is a changed sentence as far as figures go. */
  private List<SentenceChange> withHeadline(ComparedVersion before, ComparedVersion after) {
    var from = headline(before);
    var to = headline(after);
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return sentences;
    }
    var headline =
        new SentenceChange(new Sentence(-1, -1, from), new Sentence(-1, -1, to), List.of());
    return Stream.concat(Stream.of(headline), sentences.stream()).toList();
  }

  private static String headline(ComparedVersion version) {
    return version.article().path("headline").asText("");
  }

  /** Days and hours are dates and no figures: what the time expressions cover is left out. */
  private static Function<Sentence, List<Figure>> figuresOf(ComparedVersion version) {
    var figures = new Figures(NUMBERS, version.language());
    var dates = new DatedSpans(version.tags().path("timexes"));
    return sentence -> figures.in(sentence.text(), dates.of(sentence));
  }
}
