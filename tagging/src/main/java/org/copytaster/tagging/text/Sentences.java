package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the tokens of a paragraph into sentences. What goes on without a full stop, as tables and
 * lists do, is cut after {@value #LONGEST} tokens at the latest, so that what a tagger holds for
 * one sentence is bounded; if there is a mark among the last quarter of them, behind it.
 */
public final class Sentences {

  /** The most tokens of a sentence; the longest in the news that we train on has 125. */
  static final int LONGEST = 512;

  private Sentences() {}

  /** The sentences, in order; together they are all the tokens. */
  public static List<List<Token>> of(List<Token> tokens) {
    var sentences = new ArrayList<List<Token>>();
    int begin = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      if (i == tokens.size() || begins(tokens, i)) {
        sentences.add(tokens.subList(begin, i));
        begin = i;
      } else if (i - begin == LONGEST) {
        int border = border(tokens, begin);
        sentences.add(tokens.subList(begin, border));
        begin = border;
      }
    }
    return sentences;
  }

  /** A quotation mark at the begin of a sentence does not begin another behind it. */
  private static boolean begins(List<Token> tokens, int at) {
    return tokens.get(at).sentenceStart() && !tokens.get(at - 1).sentenceStart();
  }

  /** Where an endless sentence is cut: not inside a name, if a mark can tell. */
  private static int border(List<Token> tokens, int begin) {
    int end = begin + LONGEST;
    for (int border = end; border > end - LONGEST / 4; border--) {
      if (!tokens.get(border - 1).word()) {
        return border;
      }
    }
    return end;
  }
}
