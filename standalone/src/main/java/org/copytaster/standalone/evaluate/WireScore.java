package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts fields of wire copy that are right, wrong, missing or spurious. */
final class WireScore {

  /** What a value is to that of the gold standard. */
  enum Verdict {
    RIGHT,
    WRONG,
    MISSING,
    SPURIOUS
  }

  static final List<String> FIELDS =
      List.of(
          "not_text",
          "headline",
          "slugline",
          "byline",
          "dateline",
          "creditline",
          "edNote",
          "pubStatus",
          "signal",
          "urgency",
          "language",
          "versionCreated",
          "embargoed",
          "guid",
          "body_begin",
          "body_end",
          "body_paragraphs",
          "body_lacks");

  private static final List<String> PARTS_OF_BODY =
      List.of("body_end", "body_paragraphs", "body_lacks");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[^\\S\\n]*\\n");

  private final Map<String, Map<Verdict, Integer>> counts = new LinkedHashMap<>();
  private int files;
  private int articles;
  private int unflagged;
  private int beyond;

  WireScore() {
    FIELDS.forEach(field -> counts.put(field, new EnumMap<>(Verdict.class)));
  }

  void file(int goldArticles) {
    files++;
    articles += goldArticles;
  }

  void beyond(int more) {
    beyond += more;
  }

  void count(String field, @Nullable Verdict verdict) {
    var counted = counts.get(field);
    if (verdict != null && counted != null) {
      counted.merge(verdict, 1, Integer::sum);
    }
  }

  /** Counts one field of an article; {@code system} is empty where there is no such article. */
  void field(String field, JsonNode gold, JsonNode system) {
    var wanted = gold.path(field);
    boolean unknown = gold.path("zone").asText().equals("unknown");
    var verdict = judge(field, wanted, system, unknown);
    count(field, verdict);
    if (field.equals("versionCreated")
        && verdict == Verdict.RIGHT
        && unknown
        && !system.path("repairs").toString().contains("zone")) {
      unflagged++;
    }
  }

  private static @Nullable Verdict judge(
      String field, JsonNode gold, JsonNode system, boolean unknown) {
    boolean body = field.startsWith("body_");
    var value = body ? WireValue.text(system) : said(system.path(field));
    if (gold.isMissingNode() || gold.isNull()) {
      return !value.isEmpty() && !PARTS_OF_BODY.contains(field) ? Verdict.SPURIOUS : null;
    }
    if (value.isEmpty()) {
      return Verdict.MISSING;
    }
    return right(field, WireValue.options(gold), value, unknown) ? Verdict.RIGHT : Verdict.WRONG;
  }

  private static boolean right(
      String field, List<JsonNode> options, String value, boolean unknown) {
    var flat = WireValue.fold(value);
    return switch (field) {
      case "body_begin" ->
          options.stream().anyMatch(o -> flat.startsWith(WireValue.fold(o.asText())));
      case "body_end" -> options.stream().anyMatch(o -> flat.endsWith(WireValue.fold(o.asText())));
      case "body_lacks" -> options.stream().noneMatch(o -> holds(value, flat, o.asText()));
      case "body_paragraphs" -> {
        int least = options.get(0).asInt();
        int most = options.get(options.size() - 1).asInt();
        yield within(BLANK_LINE.split(value, -1), least, most)
            || within(value.split("\\n", -1), least, most);
      }
      case "versionCreated", "embargoed" ->
          options.stream().anyMatch(o -> WireValue.sameTime(o.asText(), value, unknown));
      default ->
          options.stream()
              .anyMatch(
                  o -> WireValue.clean(field, o.asText()).equals(WireValue.clean(field, value)));
    };
  }

  private static boolean holds(String value, String flat, String wanted) {
    var folded = WireValue.fold(wanted);
    return value.contains(wanted) || (!folded.isEmpty() && flat.contains(folded));
  }

  private static boolean within(String[] blocks, int least, int most) {
    int filled = 0;
    for (var block : blocks) {
      filled += block.isBlank() ? 0 : 1;
    }
    return least <= filled && filled <= most;
  }

  private static String said(JsonNode value) {
    return value.isContainerNode() ? value.isEmpty() ? "" : value.toString() : value.asText("");
  }

  /** The table that is printed. */
  List<String> table() {
    var table = new ArrayList<String>();
    table.add("files " + files + ", articles " + articles);
    table.add("field               right    wrong  missing spurious  accuracy");
    var all = new EnumMap<Verdict, Integer>(Verdict.class);
    counts
        .values()
        .forEach(field -> field.forEach((verdict, n) -> all.merge(verdict, n, Integer::sum)));
    counts.forEach((field, counted) -> table.add(row(field, counted)));
    table.add(row("micro", all));
    table.add("zone not flagged: " + unflagged);
    table.add("articles beyond the gold's: " + beyond);
    return table;
  }

  private static String row(String field, Map<Verdict, Integer> counted) {
    int sum = counted.values().stream().mapToInt(Integer::intValue).sum();
    double right = counted.getOrDefault(Verdict.RIGHT, 0);
    var share = new BigDecimal(right / Math.max(1, sum)).setScale(4, RoundingMode.HALF_EVEN);
    var row = new StringBuilder(String.format(Locale.ROOT, "%-16s", field));
    for (var verdict : Verdict.values()) {
      row.append(String.format(Locale.ROOT, "%9d", counted.getOrDefault(verdict, 0)));
    }
    return row + String.format(Locale.ROOT, "%10s", share.toPlainString());
  }
}
