package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;

/** Reads a gold standard of one JSON object a line. */
final class GoldLines {

  /** What is done with one text. */
  @FunctionalInterface
  interface Reader {
    void read(String doc, String text, JsonNode gold) throws IOException;
  }

  private GoldLines() {}

  /**
   * Reads all lines.
   *
   * @throws IOException if a line is no JSON object with {@code doc} and {@code text}, or if a doc
   *     comes twice; it names the line
   */
  static void read(Path file, Reader reader) throws IOException {
    var mapper = new ObjectMapper();
    var seen = new HashSet<String>();
    int number = 0;
    try (var lines = Files.newBufferedReader(file)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          var gold = parse(mapper, line, file + ":" + number);
          if (!seen.add(gold.path("doc").asText())) {
            throw new IOException(file + ":" + number + ": this doc comes twice");
          }
          reader.read(gold.path("doc").asText(), gold.path("text").asText(), gold);
        }
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    }
  }

  private static JsonNode parse(ObjectMapper mapper, String line, String place) throws IOException {
    var gold = mapper.readTree(line);
    if (!gold.path("doc").isValueNode() || !gold.path("text").isTextual()) {
      throw new IOException(place + ": no object with doc and text");
    }
    return gold;
  }
}
