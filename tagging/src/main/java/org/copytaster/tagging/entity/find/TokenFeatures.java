package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a model sees of the tokens of a document: the words around, their shapes, beginnings and
 * ends, the lists that know them, and what the rest of the document shows of the same word. Each is
 * a number, hashed into as many as the model has (Weinberger and others, Feature Hashing for Large
 * Scale Multitask Learning, ICML 2009).
 */
public final class TokenFeatures {

  private static final int WINDOW = 2;
  private static final int AFFIX = 5;
  private static final int MOST = 180;
  private static final int CONTEXTS = 8;

  /** The clusters outside the sentence: none of any level. */
  private static final short[] EDGE = new short[0];

  /** So many of the coarsest levels are seen in pairs. */
  private static final int PAIRED = 2;

  private final Lexicon lexicon;
  private final WordClusters clusters;
  private final int mask;

  /**
   * Features by lists of names and clusters of words.
   *
   * @param bits so many bits a feature has
   */
  public TokenFeatures(Lexicon lexicon, WordClusters clusters, int bits) {
    this.lexicon = lexicon;
    this.clusters = clusters;
    this.mask = (1 << bits) - 1;
  }

  /**
   * The features of each token of each sentence.
   *
   * @param sentences the words of the sentences of one document
   */
  public List<int[][]> of(List<String[]> sentences) {
    var read = sentences.stream().map(words -> new Sentence(words, lexicon, clusters)).toList();
    var document = new Document();
    read.forEach(document::see);
    var all = new ArrayList<int[][]>();
    for (var sentence : read) {
      var tokens = new int[sentence.words.length][];
      for (int i = 0; i < tokens.length; i++) {
        tokens[i] = new Token(sentence, document, i).features();
      }
      all.add(tokens);
    }
    return all;
  }

  static int mix(int a, int b) {
    int mixed = a * 0x9E3779B1 + b;
    mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
    return mixed ^ mixed >>> 16;
  }

  /** A sentence with what is known of each word by itself; two places more at either end. */
  private static final class Sentence {
    private final String[] words;
    private final String[] low;
    private final int[] word;
    private final int[] shape;
    private final int[] listed;
    private final short[][] clusters;
    private final boolean capitals;

    private Sentence(String[] words, Lexicon lexicon, WordClusters known) {
      this.words = words;
      int length = words.length;
      low = new String[length];
      word = new int[length + 2 * WINDOW];
      shape = new int[length + 2 * WINDOW];
      clusters = new short[length + 2 * WINDOW][];
      Arrays.fill(clusters, EDGE);
      Arrays.fill(word, -7);
      int letters = 0;
      int upper = 0;
      for (int i = 0; i < length; i++) {
        low[i] = words[i].toLowerCase(Locale.ROOT);
        word[i + WINDOW] = low[i].hashCode();
        clusters[i + WINDOW] = known.of(low[i]);
        shape[i + WINDOW] = WordShape.shortened(words[i]);
        boolean letter = Character.isLetter(words[i].charAt(0));
        letters += letter ? 1 : 0;
        upper += letter && inCapitals(words[i]) ? 1 : 0;
      }
      for (int i = length + WINDOW; i < word.length; i++) {
        word[i] = -9;
      }
      capitals = letters > 2 && 10 * upper > 6 * letters;
      listed = lexicon.marks(words, low, WINDOW);
    }
  }

  private static boolean inCapitals(String word) {
    return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** What the document shows of each word: how often it has a capital, and its neighbours then. */
  private static final class Document {
    private final Map<String, int[]> seen = new HashMap<>();
    private final Map<String, Set<Integer>> contexts = new HashMap<>();

    private void see(Sentence sentence) {
      if (sentence.capitals) {
        return;
      }
      for (int i = 0; i < sentence.words.length; i++) {
        char first = sentence.words[i].charAt(0);
        if (!Character.isLetter(first)) {
          continue;
        }
        var counts = seen.computeIfAbsent(sentence.low[i], word -> new int[2]);
        if (Character.isUpperCase(first)) {
          counts[0] += i > 0 ? 1 : 0;
          addContext(sentence, i);
        } else {
          counts[1]++;
        }
      }
    }

    private void addContext(Sentence sentence, int i) {
      var some = contexts.computeIfAbsent(sentence.low[i], word -> new LinkedHashSet<>());
      if (some.size() < CONTEXTS) {
        if (i > 0) {
          some.add(mix(901, sentence.word[i + WINDOW - 1]));
        }
        if (i + 1 < sentence.words.length) {
          some.add(mix(902, sentence.word[i + WINDOW + 1]));
        }
      }
    }
  }

  /** The features of one token. */
  private final class Token {
    private final Sentence sentence;
    private final Document document;
    private final int at;
    private final int place;
    private final int[] features = new int[MOST];
    private int count;

    private Token(Sentence sentence, Document document, int at) {
      this.sentence = sentence;
      this.document = document;
      this.at = at;
      this.place = at + WINDOW;
    }

    private int[] features() {
      add(1);
      addWindow();
      addPairs();
      addLetters();
      addLists();
      addClusters();
      addDocument();
      return Arrays.copyOf(features, count);
    }

    private void add(int feature) {
      if (count < MOST) {
        features[count++] = feature & mask;
      }
    }

    private void addWindow() {
      for (int offset = -WINDOW; offset <= WINDOW; offset++) {
        add(mix(10 + offset, sentence.word[place + offset]));
        add(mix(20 + offset, sentence.shape[place + offset]));
      }
    }

    private void addPairs() {
      int word = sentence.word[place];
      int shape = sentence.shape[place];
      int before = sentence.word[place - 1];
      int after = sentence.word[place + 1];
      add(mix(mix(70, before), word));
      add(mix(mix(71, word), after));
      add(mix(mix(72, sentence.shape[place - 1]), shape));
      add(mix(mix(73, shape), sentence.shape[place + 1]));
      add(mix(mix(mix(74, sentence.shape[place - 1]), shape), sentence.shape[place + 1]));
      add(mix(mix(75, before), shape));
      add(mix(mix(76, after), shape));
      add(mix(mix(77, before), after));
    }

    private void addLetters() {
      var low = sentence.low[at];
      add(mix(50, sentence.words[at].hashCode()));
      add(mix(51, WordShape.of(sentence.words[at])));
      int front = 7;
      int end = 7;
      for (int i = 1; i <= AFFIX && i < low.length(); i++) {
        front = 31 * front + low.charAt(i - 1);
        end = 31 * end + low.charAt(low.length() - i);
        add(mix(52 + i, front));
        add(mix(62 + i, end));
      }
      if (at == 0) {
        add(mix(79, sentence.shape[place]));
      }
      if (sentence.capitals) {
        add(80);
        add(mix(81, sentence.shape[place]));
      }
    }

    private void addLists() {
      for (int offset = -1; offset <= 1; offset++) {
        int marks = sentence.listed[place + offset];
        while (marks != 0) {
          int mark = Integer.lowestOneBit(marks);
          add(mix(90 + offset, mark));
          marks ^= mark;
        }
      }
      int marks = sentence.listed[place];
      if (marks != 0) {
        add(mix(95, marks));
        add(mix(mix(96, marks), sentence.shape[place]));
      }
    }

    private void addClusters() {
      for (int offset = -WINDOW; offset <= WINDOW; offset++) {
        var clusters = sentence.clusters[place + offset];
        for (int level = 0; level < clusters.length; level++) {
          if (clusters[level] != WordClusters.NONE) {
            add(mix(200 + 10 * level + offset, clusters[level]));
          }
        }
      }
      int shape = sentence.shape[place];
      for (int level = 0; level < PAIRED; level++) {
        int before = clusterAt(place - 1, level);
        int own = clusterAt(place, level);
        int after = clusterAt(place + 1, level);
        add(mix(mix(250 + level, before), own));
        add(mix(mix(252 + level, own), after));
        add(mix(mix(254 + level, before), after));
        add(mix(mix(256 + level, own), shape));
        add(mix(mix(mix(258 + level, before), shape), after));
      }
    }

    private int clusterAt(int place, int level) {
      var clusters = sentence.clusters[place];
      return clusters.length == 0 ? -2 : clusters[level];
    }

    private void addDocument() {
      char first = sentence.words[at].charAt(0);
      if (!Character.isLetter(first)) {
        return;
      }
      var low = sentence.low[at];
      var counts = document.seen.getOrDefault(low, new int[2]);
      int often = Math.min(counts[0], 3) * 8 + Math.min(counts[1], 2) * 32;
      add(mix(100, often + (at == 0 ? 1 : 0) + (sentence.capitals ? 2 : 0)));
      if (Character.isUpperCase(first)) {
        for (int context : document.contexts.getOrDefault(low, Set.of())) {
          add(context);
        }
      }
    }
  }
}
