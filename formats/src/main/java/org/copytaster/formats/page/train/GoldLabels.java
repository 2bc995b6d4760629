package org.copytaster.formats.page.train;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.formats.page.Block;

/**
 * Tells which blocks of a page a gold text holds: the longest common subsequence of the words of
 * both is looked for, and a block is in the gold text if most of its words are, close together.
 */
final class GoldLabels {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  /** Words of the gold text that may lie between those of one block. */
  private static final double LOOSEST = 1.6;

  private static final double LEAST_SHARE = 0.6;

  private GoldLabels() {}

  static boolean[] of(List<Block> blocks, String gold) {
    var page = new ArrayList<String>();
    int[] begins = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      page.addAll(words(blocks.get(i).text()));
      begins[i + 1] = page.size();
    }
    int[] found = aligned(page, words(gold));
    boolean[] labels = new boolean[blocks.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = isHeld(found, begins[i], begins[i + 1]);
    }
    return labels;
  }

  static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).toList();
  }

  private static boolean isHeld(int[] found, int begin, int end) {
    int same = 0;
    int first = -1;
    int last = -1;
    for (int i = begin; i < end; i++) {
      if (found[i] >= 0) {
        same++;
        first = first < 0 ? found[i] : first;
        last = found[i];
      }
    }
    int words = end - begin;
    return same > 0 && same >= LEAST_SHARE * words && last - first + 1 <= LOOSEST * words + 1;
  }

  /** For each word of the page its place in the gold text, or -1. */
  private static int[] aligned(List<String> page, List<String> gold) {
    int n = page.size();
    int m = gold.size();
    var left = new byte[n + 1][m + 1];
    int[] before = new int[m + 1];
    int[] now = new int[m + 1];
    for (int i = 1; i <= n; i++) {
      for (int j = 1; j <= m; j++) {
        if (page.get(i - 1).equals(gold.get(j - 1))) {
          // words that follow each other in both weigh more, so that a stray "the" is not taken
          boolean run = i > 1 && j > 1 && page.get(i - 2).equals(gold.get(j - 2));
          int taken = before[j - 1] + (run ? 3 : 1);
          if (taken > before[j] && taken > now[j - 1]) {
            now[j] = taken;
            left[i][j] = 2;
            continue;
          }
        }
        boolean up = before[j] >= now[j - 1];
        now[j] = up ? before[j] : now[j - 1];
        left[i][j] = (byte) (up ? 1 : 0);
      }
      int[] swap = before;
      before = now;
      now = swap;
    }
    int[] found = new int[n];
    int j = m;
    for (int i = n; i > 0; ) {
      if (j == 0 || left[i][j] == 1) {
        found[--i] = -1;
      } else if (left[i][j] == 2) {
        found[--i] = --j;
      } else {
        j--;
      }
    }
    return found;
  }
}
