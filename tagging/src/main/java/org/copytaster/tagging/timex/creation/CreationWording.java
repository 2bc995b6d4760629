package org.copytaster.tagging.timex.creation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.tagging.text.AnyCase;
import org.copytaster.tagging.text.Table;

/** The patterns of {@code creation-wording.tsv}. */
final class CreationWording {

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private final Map<String, List<String>> rows;
  private final Pattern published;
  private final Pattern stamp;
  private final Pattern stampLine;
  private final Pattern bareLine;

  private CreationWording(Map<String, List<String>> rows) {
    this.rows = rows;
    published = word("published");
    var stamps = "\\b(?:" + any("published") + "|" + any("updated") + ")\\b";
    stamp = AnyCase.compiled(stamps);
    stampLine = AnyCase.compiled("\\W{0,3}" + stamps + "(?-i:" + any("tail") + ")");
    bareLine = AnyCase.compiled("(?:\\W{0,3}" + stamps + ")?(?-i:" + any("tail") + ")");
  }

  static CreationWording read() {
    return new CreationWording(
        Table.read(CreationWording.class, "creation-wording.tsv").rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get(0),
                    Collectors.mapping(row -> row.get(1), Collectors.toList()))));
  }

  /** The patterns of a kind, one by one. */
  List<Pattern> patterns(String kind) {
    return rows.getOrDefault(kind, List.of()).stream().map(AnyCase::compiled).toList();
  }

  /** The patterns of a kind in one, as whole words. */
  Pattern word(String kind) {
    return AnyCase.compiled("\\b(?:" + any(kind) + ")\\b");
  }

  private String any(String kind) {
    return String.join("|", rows.getOrDefault(kind, List.of()));
  }

  /** Whether the line says when the article was made or made again, and nothing else. */
  boolean saysWhenMade(String line) {
    return stampLine.matcher(line).matches();
  }

  /** Whether the line has no words in small letters but those that go with a date. */
  boolean withoutProse(String line) {
    return bareLine.matcher(line).matches();
  }

  /** Whether "published", "updated" or the like stands in the line. */
  boolean speaksOfMaking(String line) {
    return stamp.matcher(line).find();
  }

  /** Whether the last such word in front of a date is one of being made again. */
  boolean again(String beforeDate) {
    var matcher = stamp.matcher(beforeDate);
    var last = "";
    while (matcher.find()) {
      last = matcher.group();
    }
    return !last.isEmpty() && !published.matcher(last).matches();
  }

  /** The month that the group names or counts. */
  static int month(Matcher matched) {
    var month = matched.group("month").toLowerCase(Locale.ROOT);
    return Character.isDigit(month.charAt(0))
        ? Integer.parseInt(month)
        : MONTHS.indexOf(month.substring(0, 3)) / 3 + 1;
  }

  static int number(Matcher matched, String group) {
    return Integer.parseInt(matched.group(group));
  }
}
