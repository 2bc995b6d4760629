package org.copytaster.console.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.console.diff.Edits.Edit;
import org.copytaster.console.diff.Edits.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DifferenceTableTest {

  @ParameterizedTest(name = "{1} > {2}")
  @CsvFileSource(
      resources = "/org/copytaster/console/diff/differences.tsv",
      delimiter = '\t',
      quoteCharacter = '\0')
  void theTableSaysWhatHasChanged(
      String language, String before, String after, @Nullable String changes) {
    var from = MarkedText.version(language, before);
    var to = MarkedText.version(language, after);

    var difference = Difference.between(from, to);

    assertThat(told(difference))
        .isEqualTo(changes == null ? List.of() : List.of(changes.split(";", -1)));
    for (var sentence : difference.sentences) {
      if (sentence.from() != null && sentence.to() != null) {
        assertThat(side(sentence.edits(), Kind.ADDED)).isEqualTo(sentence.from().text());
        assertThat(side(sentence.edits(), Kind.REMOVED)).isEqualTo(sentence.to().text());
      }
      if (sentence.from() != null) {
        var cut = from.text().substring(sentence.from().begin(), sentence.from().end());
        assertThat(cut.replaceAll("\\s+", " ")).isEqualTo(sentence.from().text());
      }
    }
  }

  /** The words of one side: all but those of the other. */
  private static String side(List<Edit> edits, Kind other) {
    return edits.stream()
        .filter(edit -> edit.kind() != other)
        .map(Edit::text)
        .collect(Collectors.joining());
  }

  private static List<String> told(Difference difference) {
    var told = new ArrayList<String>();
    for (var each : difference.sentences) {
      var from = each.from() == null ? null : each.from().text();
      var to = each.to() == null ? null : each.to().text();
      told.add(from == null || to == null ? told("", from, to, "") : "~" + marked(each.edits()));
    }
    for (var each : difference.figures) {
      var about = each.about().isEmpty() ? "" : " " + each.about();
      told.add(told("#", each.from(), each.to(), about));
    }
    for (var each : difference.dates) {
      told.add(
          told(
              "@",
              each.from() == null ? null : each.from().surface(),
              each.to() == null ? null : each.to().surface(),
              ""));
    }
    for (var each : difference.names) {
      told.add(
          told(
              "&",
              each.from() == null ? null : each.from().name(),
              each.to() == null ? null : each.to().name(),
              ""));
    }
    return told;
  }

  private static String told(
      String kind, @Nullable String from, @Nullable String to, String about) {
    var change = from == null ? "+" + to : to == null ? "-" + from : from + ">" + to;
    return kind + change + about;
  }

  private static String marked(List<Edit> edits) {
    return edits.stream()
        .flatMap(
            edit ->
                switch (edit.kind()) {
                  case SAME -> Stream.of(edit.text());
                  case REMOVED -> Stream.of("[-", edit.text(), "-]");
                  case ADDED -> Stream.of("{+", edit.text(), "+}");
                })
        .collect(Collectors.joining());
  }
}
