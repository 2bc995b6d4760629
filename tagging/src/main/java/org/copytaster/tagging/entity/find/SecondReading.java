package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a first reading of a document tells a second one: the tags around each token, and what the
 * same word is elsewhere in the document (Krishnan and Manning, An Effective Two-Stage Model for
 * Exploiting Non-Local Dependencies in Named Entity Recognition, ACL 2006). As there, a mention
 * counts as one of its words, as a whole, and as the begin or the end of a longer one.
 */
public final class SecondReading {

  private static final int MOST = 13;

  /** Stands for a neighbour outside the sentence. */
  private static final int EDGE = TokenTags.COUNT;

  private final int mask;
  private final Map<String, Votes> words = new HashMap<>();
  private final Map<String, Votes> mentions = new HashMap<>();
  private final Map<String, Votes> begins = new HashMap<>();
  private final Map<String, Votes> ends = new HashMap<>();

  private SecondReading(int bits) {
    this.mask = (1 << bits) - 1;
  }

  /**
   * The features of each token of each sentence.
   *
   * @param sentences the words of the sentences of one document
   * @param tags what they were first read as
   * @param bits so many bits a feature has
   */
  public static List<int[][]> of(List<String[]> sentences, List<byte[]> tags, int bits) {
    var document = new SecondReading(bits);
    var read = new ArrayList<Sentence>();
    for (int i = 0; i < sentences.size(); i++) {
      var sentence = new Sentence(sentences.get(i), tags.get(i));
      document.see(sentence);
      read.add(sentence);
    }
    return read.stream().map(document::features).toList();
  }

  /** A sentence as it was first read. */
  private static final class Sentence {
    private final String[] words;
    private final String[] low;
    private final byte[] tags;
    private final TokenTags.Stretch[] mentions;

    private Sentence(String[] words, byte[] tags) {
      this.words = words;
      this.tags = tags;
      low = new String[words.length];
      for (int i = 0; i < low.length; i++) {
        low[i] = words[i].toLowerCase(Locale.ROOT);
      }
      mentions = new TokenTags.Stretch[words.length];
      for (var mention : TokenTags.stretches(tags)) {
        Arrays.fill(mentions, mention.begin(), mention.end(), mention);
      }
    }

    private boolean nameAt(int at) {
      return tags[at] != TokenTags.OUTSIDE || Character.isUpperCase(words[at].charAt(0));
    }

    private String key(TokenTags.Stretch mention) {
      return String.join(" ", Arrays.asList(low).subList(mention.begin(), mention.end()));
    }
  }

  /** How often something was which type, or no mention. */
  private static final class Votes {
    private static final Votes NO = new Votes();
    private final int[] counts = new int[TokenTags.TYPES];

    private void add(int type) {
      counts[type]++;
    }

    /**
     * The type that most say, how many they are and whether all agree, without one vote.
     *
     * @param own a type with a vote of its own here, or -1
     */
    private int most(int own) {
      int best = 0;
      int highest = -1;
      int sum = 0;
      for (int type = 0; type < counts.length; type++) {
        int count = counts[type] - (type == own ? 1 : 0);
        sum += count;
        if (count > highest) {
          highest = count;
          best = type;
        }
      }
      return sum <= 0 ? 99 : best * 10 + Math.min(highest, 3) * 2 + (highest == sum ? 1 : 0);
    }
  }

  private static Votes votes(Map<String, Votes> all, String key) {
    return all.computeIfAbsent(key, some -> new Votes());
  }

  private void see(Sentence sentence) {
    for (int i = 0; i < sentence.words.length; i++) {
      if (sentence.nameAt(i)) {
        votes(words, sentence.low[i]).add(TokenTags.number(sentence.tags[i]));
      }
    }
    for (var mention : TokenTags.stretches(sentence.tags)) {
      int type = TokenTags.number(sentence.tags[mention.begin()]);
      votes(mentions, sentence.key(mention)).add(type);
      if (mention.end() - mention.begin() > 1) {
        votes(begins, sentence.low[mention.begin()]).add(type);
        votes(ends, sentence.low[mention.end() - 1]).add(type);
      }
    }
  }

  private int[][] features(Sentence sentence) {
    var all = new int[sentence.words.length][];
    for (int i = 0; i < all.length; i++) {
      var features = new int[MOST];
      int count = addTags(sentence, i, features);
      if (sentence.nameAt(i)) {
        count = addVotes(sentence, i, features, count);
      }
      for (int k = 0; k < count; k++) {
        features[k] &= mask;
      }
      all[i] = Arrays.copyOf(features, count);
    }
    return all;
  }

  private static int addTags(Sentence sentence, int at, int[] features) {
    int tag = sentence.tags[at];
    int before = at > 0 ? sentence.tags[at - 1] : EDGE;
    int after = at + 1 < sentence.tags.length ? sentence.tags[at + 1] : EDGE;
    features[0] = TokenFeatures.mix(301, tag);
    features[1] = TokenFeatures.mix(302, before);
    features[2] = TokenFeatures.mix(303, after);
    features[3] = TokenFeatures.mix(304, tag * 100 + before);
    features[4] = TokenFeatures.mix(305, tag * 100 + after);
    return 5;
  }

  private int addVotes(Sentence sentence, int at, int[] features, int begin) {
    int count = begin;
    int tag = sentence.tags[at];
    int type = TokenTags.number(sentence.tags[at]);
    var low = sentence.low[at];
    var mention = sentence.mentions[at];
    boolean inLong = mention != null && mention.end() - mention.begin() > 1;
    int word = words.getOrDefault(low, Votes.NO).most(type);
    features[count++] = TokenFeatures.mix(306, word);
    features[count++] = TokenFeatures.mix(307, word * 100 + tag);
    if (mention != null) {
      int whole = mentions.getOrDefault(sentence.key(mention), Votes.NO).most(type);
      features[count++] = TokenFeatures.mix(308, whole);
      features[count++] = TokenFeatures.mix(309, whole * 100 + tag);
    }
    int own = inLong && mention.begin() == at ? type : -1;
    int front = begins.getOrDefault(low, Votes.NO).most(own);
    features[count++] = TokenFeatures.mix(310, front);
    features[count++] = TokenFeatures.mix(312, front * 100 + tag);
    own = inLong && mention.end() - 1 == at ? type : -1;
    int end = ends.getOrDefault(low, Votes.NO).most(own);
    features[count++] = TokenFeatures.mix(311, end);
    features[count++] = TokenFeatures.mix(313, end * 100 + tag);
    return count;
  }
}
