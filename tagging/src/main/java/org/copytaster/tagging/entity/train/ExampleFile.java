package org.copytaster.tagging.entity.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.copytaster.tagging.entity.find.TokenTags;
import org.copytaster.tagging.entity.train.EntityTrainer.Sentence;
import org.copytaster.tagging.entity.train.EntityTrainer.Terms;

/**
 * Writes what {@link EntityTrainer} learns from as a file that others can learn from, too: a token
 * and the number of its tag a line, labels brought to the convention of CoNLL 2003, a blank line
 * after each sentence. A line {@code -DOCSTART-} in front of each document says how often a round
 * sees it and, by 1, that it marks no MISC.
 */
public final class ExampleFile {

  private final Writer out;
  private final ConllConvention convention = ConllConvention.read();

  /** Writes there; whoever made it closes it. */
  public ExampleFile(Writer out) {
    this.out = out;
  }

  /**
   * Adds the sentences of one document, in order.
   *
   * @throws UncheckedIOException if they cannot be written
   */
  public void add(List<Sentence> document, Terms terms) {
    try {
      out.write("-DOCSTART-\t" + terms.times() + "\t" + (terms.withoutMisc() ? 1 : 0) + "\n");
      for (var sentence : document) {
        add(sentence, terms);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write examples", e);
    }
  }

  private void add(Sentence sentence, Terms terms) throws IOException {
    var words = EntityTrainer.words(sentence);
    var marked = EntityTrainer.stretches(sentence);
    var tags = TokenTags.of(words.length, terms.mapped() ? convention.of(words, marked) : marked);
    for (int i = 0; i < words.length; i++) {
      out.write(words[i] + "\t" + tags[i] + "\n");
    }
    out.write("\n");
  }
}
