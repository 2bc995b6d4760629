package org.copytaster.tagging.entity.find;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.copytaster.tagging.entity.EntityType;

/**
 * Words that are used alike have clusters in common: {@code siemens} and {@code daimler} share a
 * fine one, {@code siemens} and {@code monday} not even a coarse one. Learnt from word vectors by
 * {@link org.copytaster.tagging.entity.train.Clustering}; they tell a model of words that its
 * training did not show.
 *
 * <p>Words are kept as hashes: a word that is not there has a cluster all the same in one of some
 * ten thousand million cases.
 */
public final class WordClusters {

  /** How many clusters a word has, from the coarsest to the finest. */
  static final int LEVELS = 4;

  /** The cluster of a word that is not known. */
  public static final short NONE = -1;

  private static final short[] UNKNOWN = new short[LEVELS];
  private static final int SPARE = 2;

  static {
    Arrays.fill(UNKNOWN, NONE);
  }

  private final long[] words;
  private final short[] ids;

  private WordClusters(int count) {
    int places = Integer.highestOneBit(Math.max(1, count)) << SPARE;
    words = new long[places];
    ids = new short[places * LEVELS];
  }

  /** The clusters that lie beside this class. */
  public static WordClusters read() {
    try (var stream = EntityType.class.getResourceAsStream("clusters.tsv.gz")) {
      if (stream == null) {
        throw new IllegalStateException("no clusters.tsv.gz");
      }
      var unzipped = new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8);
      return read(new BufferedReader(unzipped));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read clusters.tsv.gz", e);
    }
  }

  /** Reads lines of a word and its clusters, apart by tabs, and their number in a first line. */
  public static WordClusters read(BufferedReader lines) throws IOException {
    var line = lines.readLine();
    while (line != null && line.startsWith("#")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("no clusters");
    }
    var clusters = new WordClusters(Integer.parseInt(line));
    for (line = lines.readLine(); line != null; line = lines.readLine()) {
      clusters.add(line);
    }
    return clusters;
  }

  private void add(String line) {
    int end = line.indexOf('\t');
    long hash = hash(line, end);
    int place = place(hash);
    words[place] = hash;
    int level = 0;
    int id = 0;
    for (int i = end + 1; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == '\t') {
        ids[place * LEVELS + level++] = (short) id;
        id = 0;
      } else {
        id = 10 * id + line.charAt(i) - '0';
      }
    }
  }

  /** The clusters of a word in small letters; of {@code ex-premier} those of {@code premier}. */
  public short[] of(String low) {
    int place = place(low);
    if (words[place] == 0 && low.indexOf('.') >= 0) {
      place = place(low.replace(".", ""));
    }
    int hyphen = low.lastIndexOf('-');
    if (words[place] == 0 && hyphen > 0) {
      place = place(low.substring(hyphen + 1));
    }
    return words[place] == 0
        ? UNKNOWN
        : Arrays.copyOfRange(ids, place * LEVELS, (place + 1) * LEVELS);
  }

  private int place(String word) {
    return place(hash(word, word.length()));
  }

  /** Where a word is, or would be. */
  private int place(long hash) {
    int place = (int) (hash >>> 32) & words.length - 1;
    while (words[place] != 0 && words[place] != hash) {
      place = place + 1 & words.length - 1;
    }
    return place;
  }

  /** FNV-1a over the first so many signs; never 0. */
  private static long hash(String word, int end) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < end; i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
