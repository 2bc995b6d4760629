package org.copytaster.tagging.entity.form;

import java.util.List;
import org.copytaster.tagging.entity.find.NameCues;
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

  /** Whether a token may be a part of a name: a word with a capital that is no everyday one. */
  boolean name(int place, NameCues cues) {
    var word = at(place);
    return capitalised(place) && word.length() > 1 && !cues.is(NameCues.Kind.PLAIN, word);
  }

  /** Whether a token is figures alone. */
  boolean number(int place) {
    var word = at(place);
    return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
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
