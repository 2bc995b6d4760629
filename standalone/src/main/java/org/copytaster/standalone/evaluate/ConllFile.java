package org.copytaster.standalone.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.standalone.evaluate.EntityScore.EntitySpan;
import org.jspecify.annotations.Nullable;

/** Reads a gold standard of one token a line, with its tag in the last column. */
final class ConllFile {

  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /** A sentence: its tokens and its entities, in tokens. */
  record Sentence(List<String> tokens, Set<EntitySpan> entities) {}

  /** The sentences of one article; a file without article marks is one article. */
  record Articles(List<List<Sentence>> articles) {}

  private final List<List<Sentence>> articles = new ArrayList<>();
  private List<Sentence> article = new ArrayList<>();
  private List<String> tokens = new ArrayList<>();
  private List<String> tags = new ArrayList<>();

  private ConllFile() {}

  static Articles read(Path file) throws IOException {
    var reader = new ConllFile();
    try (var lines = Files.newBufferedReader(file)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.add(line);
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    }
    reader.endArticle();
    return new Articles(reader.articles);
  }

  private void add(String line) {
    var stripped = line.strip();
    if (line.startsWith("-DOCSTART-")) {
      endArticle();
    } else if (stripped.isEmpty()) {
      endSentence();
    } else {
      var columns = BLANKS.split(stripped, -1);
      tokens.add(columns[0]);
      tags.add(columns[columns.length - 1]);
    }
  }

  private void endArticle() {
    endSentence();
    if (!article.isEmpty()) {
      articles.add(article);
      article = new ArrayList<>();
    }
  }

  private void endSentence() {
    if (!tokens.isEmpty()) {
      article.add(new Sentence(tokens, entities(tags)));
      tokens = new ArrayList<>();
      tags = new ArrayList<>();
    }
  }

  /** Reads IOB1, IOB2 and IOBES alike. */
  static Set<EntitySpan> entities(List<String> tags) {
    var entities = new HashSet<EntitySpan>();
    EntitySpan open = null;
    for (int i = 0; i < tags.size(); i++) {
      var tag = Tag.of(tags.get(i));
      if (tag == null) {
        open = close(open, entities);
        continue;
      }
      boolean begins = "BSU".contains(tag.prefix());
      if (open == null || begins || !open.type().equals(tag.type())) {
        close(open, entities);
        open = new EntitySpan(i, i + 1, tag.type());
      } else {
        open = new EntitySpan(open.start(), i + 1, open.type());
      }
      if ("ESLU".contains(tag.prefix())) {
        open = close(open, entities);
      }
    }
    close(open, entities);
    return entities;
  }

  private static @Nullable EntitySpan close(@Nullable EntitySpan open, Set<EntitySpan> entities) {
    if (open != null) {
      entities.add(open);
    }
    return null;
  }

  private record Tag(String prefix, String type) {

    static @Nullable Tag of(String tag) {
      if (tag.equals("O") || tag.equals("_")) {
        return null;
      }
      int hyphen = tag.indexOf('-');
      return hyphen < 0 || hyphen == tag.length() - 1
          ? new Tag("I", tag)
          : new Tag(tag.substring(0, hyphen), tag.substring(hyphen + 1));
    }
  }
}
