package org.copytaster.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.text.Sentences;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Tokens;
import org.copytaster.tagging.text.ZoneLabeler;

/** The sentences of a raw text as our tagger sees them; page furniture is left out. */
final class ZonedSentences {

  private final ZoneLabeler labeler = ZoneLabeler.english();
  private final Tokens tokens = Tokens.english();

  List<List<Token>> of(String characters) {
    var text = new Text(characters, labeler.label(characters, List.of()));
    var sentences = new ArrayList<List<Token>>();
    for (var paragraph : text.paragraphs()) {
      sentences.addAll(Sentences.of(tokens.of(characters, paragraph.span())));
    }
    return sentences;
  }
}
