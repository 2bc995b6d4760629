package org.copytaster.enrich.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.copytaster.enrich.text.Text;
import org.copytaster.enrich.text.Token;
import org.copytaster.enrich.text.Tokens;

/**
 * Finds entities by a small gazetteer and by what capitals, titles and the last words of names give
 * away. Its time is linear in the text.
 */
public final class GazetteerTagger implements EntityTagger {

  private final Tokens tokens;
  private final Gazetteer gazetteer;
  private final Cues cues;

  private GazetteerTagger(Tokens tokens) {
    this.tokens = tokens;
    this.gazetteer = Gazetteer.read(tokens);
    this.cues = Cues.read();
  }

  /** A tagger for English. */
  public static GazetteerTagger english() {
    return new GazetteerTagger(Tokens.english());
  }

  @Override
  public String engine() {
    return "entity-gazetteer/1";
  }

  @Override
  public List<Entity> tag(Text text) {
    var paragraphs = new ArrayList<List<Token>>();
    var smallWords = new HashSet<String>();
    for (var paragraph : text.paragraphs()) {
      var words = tokens.of(text.characters(), paragraph.span());
      paragraphs.add(words);
      for (var word : words) {
        if (word.word() && Character.isLowerCase(word.surface().charAt(0))) {
          smallWords.add(capitalised(word.surface()));
        }
      }
    }
    var finder = new NameFinder(gazetteer, cues, text.characters(), smallWords);
    for (int i = 0; i < paragraphs.size(); i++) {
      finder.read(paragraphs.get(i), text.paragraphs().get(i).zone());
    }
    return new Cast(cues).of(finder.names(), text.characters().length());
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
