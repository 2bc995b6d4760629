package org.copytaster.tagging.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * How likely a letter is in each language after the one to three letters before it. The table says
 * it for the sequences that languages use most; the others are reckoned from shorter ones.
 */
final class LanguageModel {

  /** The longest sequence of letters. */
  static final int LONGEST = 4;

  /** Natural logarithm of the probability that one step of the table stands for. */
  private static final double STEP = -0.15;

  /** The first character of the printable ones in which the table writes its numbers. */
  private static final char ZERO = '!';

  /** What a sequence costs that is reckoned from one shorter by a letter. */
  private static final float SHORTER = (float) Math.log(0.4);

  /** What a letter costs that a language does not have. */
  private static final float UNKNOWN = -13;

  private final List<String> languages;

  /** Letters of a sequence, sixteen bits each; 0 in an empty slot. */
  private final long[] keys;

  /** Where in the table the languages of a sequence stand. */
  private final int[] places;

  /** Pairs of a language and a number, a line a sequence. */
  private final String table;

  private LanguageModel(String table) {
    int first = 0;
    while (table.charAt(first) == '#') {
      first = table.indexOf('\n', first) + 1;
    }
    int second = table.indexOf('\n', first) + 1;
    int place = table.indexOf('\n', second) + 1;
    int size = Integer.parseInt(table.substring(second, place - 1));
    int slots = Integer.highestOneBit(Math.max(size, 1)) * 4;
    this.languages = List.of(table.substring(first, second - 1).split(" ", -1));
    this.keys = new long[slots];
    this.places = new int[slots];
    this.table = table;
    while (place < table.length()) {
      int tab = table.indexOf('\t', place);
      long key = key(table, place, tab);
      int slot = slot(key);
      keys[slot] = key;
      places[slot] = tab + 1;
      place = table.indexOf('\n', tab) + 1;
    }
  }

  /** Reads the table that lies beside this class. */
  static LanguageModel read() {
    try (var stream = LanguageModel.class.getResourceAsStream("languages.tsv.gz")) {
      if (stream == null) {
        throw new IllegalStateException("languages.tsv.gz is missing from the class path");
      }
      var bytes = new GZIPInputStream(stream, 1 << 16).readAllBytes();
      return new LanguageModel(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read languages.tsv.gz", e);
    }
  }

  /** BCP 47 tags, in the order of scores. */
  List<String> languages() {
    return languages;
  }

  /**
   * Adds to {@code scores} how likely each language makes the letters from {@code begin} to {@code
   * end} of {@code text}, which is in lower case; natural logarithms.
   */
  void score(String text, int begin, int end, double[] scores) {
    var letter = new float[languages.size()];
    for (int i = begin; i < end; i++) {
      int longest = Math.min(LONGEST, i - begin + 1);
      Arrays.fill(letter, 0);
      for (int n = longest; n > 0; n--) {
        add(letter, slot(key(text, i + 1 - n, i + 1)), (longest - n) * SHORTER);
      }
      for (int k = 0; k < letter.length; k++) {
        scores[k] += letter[k] == 0 ? UNKNOWN : letter[k];
      }
    }
  }

  private void add(float[] letter, int slot, float cost) {
    if (keys[slot] == 0) {
      return;
    }
    for (int i = places[slot]; table.charAt(i) != '\n'; i += 2) {
      int language = table.charAt(i) - ZERO;
      if (letter[language] == 0) {
        letter[language] = (float) ((table.charAt(i + 1) - ZERO + 0.5) * STEP) + cost;
      }
    }
  }

  private int slot(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static long key(String text, int begin, int end) {
    long key = 0;
    for (int i = begin; i < end; i++) {
      key = key << 16 | text.charAt(i);
    }
    return key;
  }
}
