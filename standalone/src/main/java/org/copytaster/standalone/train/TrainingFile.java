package org.copytaster.standalone.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.train.EntityTrainer.Labelled;
import org.copytaster.tagging.entity.train.EntityTrainer.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Reads tagged documents: a token and its IOB2 tag a line, apart by a tab, a blank line after each
 * sentence, {@code -DOCSTART-} in front of each document.
 */
public final class TrainingFile {

  private static final String START = "-DOCSTART-";

  /** A file without marks of documents is cut, so that its words do not all explain each other. */
  private static final int MOST_SENTENCES = 60;

  private final Convention convention;
  private final Consumer<List<Sentence>> documents;
  private boolean leftOut;
  private List<Sentence> document = new ArrayList<>();
  private List<String> tokens = new ArrayList<>();
  private List<@Nullable EntityType> types = new ArrayList<>();
  private List<Boolean> begins = new ArrayList<>();

  private TrainingFile(Convention convention, Consumer<List<Sentence>> documents) {
    this.convention = convention;
    this.documents = documents;
  }

  /**
   * How a file is to be read.
   *
   * @param labels what other labels than PER, ORG, LOC and MISC stand for
   * @param leftOut how the names of documents begin that are left out; nothing leaves none out
   */
  public record Convention(Map<String, String> labels, String leftOut) {

    /** Copies the labels. */
    public Convention {
      labels = Map.copyOf(labels);
    }

    private boolean leavesOut(String document) {
      return !leftOut.isEmpty() && document.startsWith(leftOut);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is not there, or a line has no tag; it names the line
   */
  public static void read(Path file, Convention convention, Consumer<List<Sentence>> documents)
      throws IOException {
    var reader = new TrainingFile(convention, documents);
    int number = 0;
    try (var lines = Files.newBufferedReader(file)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        reader.add(line, file.getFileName() + " line " + number);
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    }
    reader.endDocument();
  }

  private void add(String line, String where) throws IOException {
    if (line.startsWith(START)) {
      endDocument();
      leftOut = convention.leavesOut(line.substring(START.length()).strip());
    } else if (line.isBlank()) {
      endSentence();
    } else {
      var columns = line.split("\t", -1);
      if (columns.length < 2) {
        throw new IOException(where + ": no tag behind the token");
      }
      tokens.add(columns[0]);
      types.add(type(columns[1]));
      begins.add(columns[1].startsWith("B-"));
    }
  }

  private @Nullable EntityType type(String tag) {
    if (tag.length() < 3) {
      return null;
    }
    var label = tag.substring(2);
    var name = convention.labels().getOrDefault(label, label);
    for (var type : EntityType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }

  private void endDocument() {
    endSentence();
    if (!document.isEmpty() && !leftOut) {
      documents.accept(document);
    }
    document = new ArrayList<>();
  }

  private void endSentence() {
    if (tokens.isEmpty()) {
      return;
    }
    document.add(new Sentence(tokens, mentions()));
    tokens = new ArrayList<>();
    types = new ArrayList<>();
    begins = new ArrayList<>();
    if (document.size() >= MOST_SENTENCES) {
      endDocument();
    }
  }

  private List<Labelled> mentions() {
    var mentions = new ArrayList<Labelled>();
    int begin = 0;
    for (int i = 1; i <= types.size(); i++) {
      var type = types.get(begin);
      boolean goesOn = i < types.size() && types.get(i) == type && !begins.get(i);
      if (!goesOn) {
        if (type != null) {
          mentions.add(new Labelled(begin, i, type));
        }
        begin = i;
      }
    }
    return mentions;
  }
}
