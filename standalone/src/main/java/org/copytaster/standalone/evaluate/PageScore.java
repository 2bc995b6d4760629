package org.copytaster.standalone.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scores what was found in pages as the article extraction benchmark of Scrapinghub does: the words
 * of system and gold are compared in multisets of shingles of four. What a page has in common, too
 * much and too little is divided by their sum, so that long pages do not weigh more; precision and
 * recall are means over pages, and F1 is that of the two means. A title is right if only case and
 * punctuation differ; a date if it is of the same day. They count where the gold standard has one.
 */
final class PageScore {

  private static final int SHINGLE = 4;

  /** What Python's regular expressions call a word, which the benchmark's own scorer counts in. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private final List<Double> precisions = new ArrayList<>();
  private final List<Double> recalls = new ArrayList<>();
  private int pages;
  private int titles;
  private int rightTitles;
  private int dates;
  private int rightDates;

  /** What is said of a page; null where nothing is. */
  record PageAnswer(String text, @Nullable String title, @Nullable String date) {}

  void add(PageAnswer gold, PageAnswer system) {
    pages++;
    text(shingles(gold.text()), shingles(system.text()));
    if (gold.title() != null && !gold.title().isEmpty()) {
      titles++;
      rightTitles += folded(gold.title()).equals(folded(system.title())) ? 1 : 0;
    }
    if (gold.date() != null && !gold.date().isEmpty()) {
      dates++;
      rightDates += day(gold.date()).equals(day(system.date())) ? 1 : 0;
    }
  }

  private void text(Map<String, Integer> gold, Map<String, Integer> found) {
    int goldSize = gold.values().stream().mapToInt(count -> count).sum();
    int foundSize = found.values().stream().mapToInt(count -> count).sum();
    int same = 0;
    for (var shingle : gold.entrySet()) {
      same += Math.min(shingle.getValue(), found.getOrDefault(shingle.getKey(), 0));
    }
    if (foundSize > 0) {
      precisions.add(ratio(same, foundSize - same, goldSize - same));
    }
    if (goldSize > 0) {
      recalls.add(ratio(same, goldSize - same, foundSize - same));
    }
  }

  private static double ratio(int same, int wrong, int other) {
    if (wrong == 0 && other == 0) {
      return 1;
    }
    return same == 0 ? 0 : (double) same / (same + wrong);
  }

  private static Map<String, Integer> shingles(String text) {
    var words = WORD.matcher(text).results().map(match -> match.group()).toList();
    var shingles = new HashMap<String, Integer>();
    for (int i = 0; i < Math.max(1, words.size() - SHINGLE + 1) && i < words.size(); i++) {
      int end = Math.min(words.size(), i + SHINGLE);
      shingles.merge(String.join("\0", words.subList(i, end)), 1, Integer::sum);
    }
    return shingles;
  }

  private static String folded(@Nullable String text) {
    var plain = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return NO_WORD.matcher(plain).replaceAll(" ").strip();
  }

  private static String day(@Nullable String date) {
    var plain = date == null ? "" : date;
    return plain.substring(0, Math.min(plain.length(), "2024-06-19".length()));
  }

  /** The lines that a reader looks at. */
  List<String> table() {
    double p = mean(precisions);
    double r = mean(recalls);
    double f1 = p + r > 0 ? 2 * p * r / (p + r) : 0;
    var table = new ArrayList<String>();
    table.add("pages " + pages);
    table.add(String.format(Locale.ROOT, "text P %.4f R %.4f F1 %.4f", p, r, f1));
    if (titles > 0) {
      table.add(right("title", rightTitles, titles));
    }
    if (dates > 0) {
      table.add(right("date", rightDates, dates));
    }
    return table;
  }

  private static String right(String what, int right, int all) {
    return String.format(Locale.ROOT, "%s right %.4f of %d", what, (double) right / all, all);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(0);
  }
}
