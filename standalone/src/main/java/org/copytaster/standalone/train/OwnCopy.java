package org.copytaster.standalone.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.train.EntityTrainer.Labelled;
import org.copytaster.tagging.entity.train.EntityTrainer.Sentence;
import org.copytaster.tagging.entity.train.EntityTrainer.Terms;

/**
 * News copy that was written and labelled for Copytaster: a sentence a line, tokens apart by
 * blanks, mentions in square brackets behind their type, an empty line between articles.
 */
final class OwnCopy {

  /** Written in the convention of CoNLL 2003, and seen as often as that. */
  static final Terms TERMS = new Terms(2, false, false);

  private OwnCopy() {}

  /** Reads all articles. */
  static void read(Consumer<List<Sentence>> articles) {
    try (var stream = OwnCopy.class.getResourceAsStream("own-copy.txt")) {
      if (stream == null) {
        throw new IllegalStateException("no own-copy.txt");
      }
      read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), articles);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read own-copy.txt", e);
    }
  }

  static void read(String copy, Consumer<List<Sentence>> articles) {
    var article = new ArrayList<Sentence>();
    for (var line : (copy + "\n").split("\n", -1)) {
      if (line.startsWith("#")) {
        continue;
      }
      if (!line.isBlank()) {
        article.add(sentence(line));
      } else if (!article.isEmpty()) {
        articles.accept(List.copyOf(article));
        article.clear();
      }
    }
  }

  private static Sentence sentence(String line) {
    var tokens = new ArrayList<String>();
    var mentions = new ArrayList<Labelled>();
    var type = EntityType.MISC;
    int begin = 0;
    for (var word : line.strip().split(" +", -1)) {
      if (word.startsWith("[") && word.length() > 1) {
        type = EntityType.valueOf(word.substring(1));
        begin = tokens.size();
      } else if (word.endsWith("]") && word.length() > 1) {
        tokens.add(word.substring(0, word.length() - 1));
        mentions.add(new Labelled(begin, tokens.size(), type));
      } else {
        tokens.add(word);
      }
    }
    return new Sentence(tokens, mentions);
  }
}
