package org.copytaster.tagging.entity.form;

import java.util.List;
import org.copytaster.tagging.text.Token;

/** The words of a sentence by their place. */
record Words(List<Token> tokens) {

  /** The characters of a token, or nothing outside of the sentence. */
  String at(int place) {
    return place >= 0 && place < tokens.size() ? tokens.get(place).surface() : "";
  }

  boolean capitalised(int place) {
    return place >= 0 && place < tokens.size() && tokens.get(place).capitalised();
  }

  boolean possessive(int place) {
    var word = at(place);
    return word.length() == 2
        && (word.charAt(0) == '\'' || word.charAt(0) == '’')
        && (word.charAt(1) == 's' || word.charAt(1) == 'S');
  }

  /** Some tokens with a blank between them. */
  String joined(int begin, int end) {
    return String.join(" ", tokens.subList(begin, end).stream().map(Token::surface).toList());
  }

  /** Whether nothing stands between a token and the one before it. */
  boolean touchesBefore(int place) {
    return place > 0 && tokens.get(place - 1).span().end() == tokens.get(place).span().begin();
  }
}
