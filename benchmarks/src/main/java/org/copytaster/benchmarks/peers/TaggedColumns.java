package org.copytaster.benchmarks.peers;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import org.copytaster.standalone.evaluate.MentionFinder;
import org.copytaster.standalone.evaluate.MentionFinder.FoundMention;
import org.copytaster.tagging.text.Token;

/**
 * Writes what a finder finds as columns that {@code copytaster train} reads: our token, a tab, its
 * IOB2 tag; a blank line after a sentence. A token belongs to a mention if all its letters and
 * digits do: a finder that takes "Moscow" out of "Moscow-based" says nothing of that word.
 */
final class TaggedColumns {

  private final ZonedSentences sentences = new ZonedSentences();
  private final MentionFinder finder;
  private final Writer out;
  private int mentions;
  private int written;

  TaggedColumns(MentionFinder finder, Writer out) {
    this.finder = finder;
    this.out = out;
  }

  /** Writes one document. */
  void write(String id, String text) throws IOException {
    var found =
        finder.find(text).stream().sorted(Comparator.comparingInt(FoundMention::begin)).toList();
    mentions += found.size();
    var ahead = new ArrayDeque<>(found);
    out.write("-DOCSTART- " + id + "\n\n");
    for (var sentence : sentences.of(text)) {
      write(sentence, text, ahead);
      out.write('\n');
    }
  }

  private void write(List<Token> sentence, String text, ArrayDeque<FoundMention> ahead)
      throws IOException {
    FoundMention open = null;
    for (var token : sentence) {
      while (!ahead.isEmpty() && ahead.element().end() <= token.span().begin()) {
        ahead.remove();
      }
      var mention = ahead.peek();
      boolean inside = mention != null && covers(mention, token, text);
      if (inside && mention != null) {
        written += mention.equals(open) ? 0 : 1;
        out.write(token.surface() + (mention.equals(open) ? "\tI-" : "\tB-") + mention.type());
      } else {
        out.write(token.surface() + "\tO");
      }
      out.write('\n');
      open = inside ? mention : null;
    }
  }

  private static boolean covers(FoundMention mention, Token token, String text) {
    boolean some = false;
    for (int at = token.span().begin(); at < token.span().end(); at++) {
      boolean in = mention.begin() <= at && at < mention.end();
      some = some || in;
      if (!in && Character.isLetterOrDigit(text.charAt(at))) {
        return false;
      }
    }
    return some;
  }

  /** How many mentions were found and how many could be written; those in furniture cannot. */
  String report() {
    return mentions + " mentions, " + written + " written";
  }
}
