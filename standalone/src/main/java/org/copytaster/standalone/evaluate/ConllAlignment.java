package org.copytaster.standalone.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.standalone.evaluate.ConllFile.Sentence;
import org.copytaster.standalone.evaluate.EntityScore.EntitySpan;
import org.copytaster.standalone.evaluate.MentionFinder.FoundMention;

/**
 * Brings mentions back to the tokens of a gold standard. Its text is made of the tokens with a
 * blank between them and a line break after each sentence; a mention that does not begin and end
 * where tokens of one sentence do is a false one.
 */
final class ConllAlignment {

  private record TokenPlace(int sentence, int token) {}

  private final Map<Integer, TokenPlace> begins = new HashMap<>();
  private final Map<Integer, TokenPlace> ends = new HashMap<>();
  private final List<Sentence> sentences;
  private final String text;

  ConllAlignment(List<Sentence> sentences) {
    this.sentences = sentences;
    var characters = new StringBuilder();
    for (int s = 0; s < sentences.size(); s++) {
      var tokens = sentences.get(s).tokens();
      for (int t = 0; t < tokens.size(); t++) {
        begins.put(characters.length(), new TokenPlace(s, t));
        characters.append(tokens.get(t));
        ends.put(characters.length(), new TokenPlace(s, t));
        characters.append(t + 1 < tokens.size() ? ' ' : '\n');
      }
    }
    text = characters.toString();
  }

  String text() {
    return text;
  }

  /** The mentions of each sentence, in tokens. */
  List<Set<EntitySpan>> aligned(List<FoundMention> mentions) {
    var aligned = new ArrayList<Set<EntitySpan>>();
    sentences.forEach(sentence -> aligned.add(new HashSet<>()));
    for (var mention : mentions) {
      var first = begins.get(mention.begin());
      var last = ends.get(mention.end());
      var type = mention.type().name();
      if (first != null && last != null && first.sentence() == last.sentence()) {
        aligned.get(first.sentence()).add(new EntitySpan(first.token(), last.token() + 1, type));
      } else {
        var place = touched(mention);
        aligned.get(place.sentence()).add(falseSpan(place, type));
      }
    }
    return aligned;
  }

  /** The token that a mention begins in. */
  private TokenPlace touched(FoundMention mention) {
    for (int at = mention.begin(); at >= 0; at--) {
      var place = begins.get(at);
      if (place != null) {
        return place;
      }
    }
    return new TokenPlace(0, 0);
  }

  /** A span around that token which the gold standard does not have, so that it counts as false. */
  private EntitySpan falseSpan(TokenPlace place, String type) {
    var sentence = sentences.get(place.sentence());
    int tokens = sentence.tokens().size();
    for (int begin = place.token(); begin >= 0; begin--) {
      for (int end = place.token() + 1; end <= tokens; end++) {
        var span = new EntitySpan(begin, end, type);
        if (!sentence.entities().contains(span)) {
          return span;
        }
      }
    }
    return new EntitySpan(tokens, tokens + 1, type);
  }
}
