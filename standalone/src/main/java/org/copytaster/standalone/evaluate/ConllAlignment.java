package org.copytaster.standalone.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.schemas.record.Mention;
import org.copytaster.standalone.evaluate.ConllFile.Sentence;
import org.copytaster.standalone.evaluate.EntityScore.EntitySpan;

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
  List<Set<EntitySpan>> aligned(List<Mention> mentions) {
    var aligned = new ArrayList<Set<EntitySpan>>();
    sentences.forEach(sentence -> aligned.add(new HashSet<>()));
    for (var mention : mentions) {
      var first = begins.get(mention.getBegin());
      var last = ends.get(mention.getEnd());
      boolean fits = first != null && last != null && first.sentence() == last.sentence();
      var type = mention.getType().name();
      int sentence = sentenceOf(mention);
      aligned
          .get(sentence)
          .add(
              fits && first != null && last != null
                  ? new EntitySpan(first.token(), last.token() + 1, type)
                  : nowhere(mention));
    }
    return aligned;
  }

  /** A span that no gold standard has; it cannot be written with tags of tokens. */
  private static EntitySpan nowhere(Mention mention) {
    return new EntitySpan(-1 - mention.getBegin(), -1, mention.getType().name());
  }

  private int sentenceOf(Mention mention) {
    for (int at = mention.getBegin(); at >= 0; at--) {
      var place = begins.get(at);
      if (place != null) {
        return place.sentence();
      }
    }
    return 0;
  }
}
