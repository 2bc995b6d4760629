package org.copytaster.standalone.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copytaster.standalone.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {

  private static final String GERMAN =
      "Die Fähre bleibt im Hafen, weil der Wind über Nacht noch stärker geworden ist. Wann sie"
          + " wieder fährt, konnte die Reederei am Abend nicht sagen.";

  @TempDir private Path directory = Path.of("");

  @Test
  void languageThatTheCopyDoesNotNameIsFoundInTheText() throws IOException {
    var article = read("ferry.txt", GERMAN);

    assertThat(article.path("language").asText()).isEqualTo("de");
    assertThat(article.path("languageConfidence").asDouble()).isBetween(0.9, 1.0);
  }

  @Test
  void languageThatTheCopyNamesIsPrintedAsItIs() throws IOException {
    var article =
        read(
            "ferry.json",
            "{\"uri\":\"x:ferry\",\"type\":\"text\",\"language\":\"de-AT\",\"body_text\":\""
                + GERMAN
                + "\"}");

    assertThat(article.path("language").asText()).isEqualTo("de-AT");
    assertThat(article.has("languageConfidence")).isFalse();
  }

  @Test
  void textWithoutWordsHasNoLanguage() throws IOException {
    var article = read("results.txt", "1-0 2:1 3:3\n4-4 17.5\n");

    assertThat(article.path("language").isNull()).isTrue();
    assertThat(article.has("languageConfidence")).isFalse();
  }

  private JsonNode read(String name, String copy) throws IOException {
    var file = Files.writeString(directory.resolve(name), copy);
    var before = System.out;
    var out = new ByteArrayOutputStream();
    try (var printed = new PrintStream(out, true, UTF_8)) {
      System.setOut(printed);
      assertThat(Main.commandLine().execute("read", "--jsonl", file.toString())).isZero();
    } finally {
      System.setOut(before);
    }
    return new JsonMapper().readTree(out.toString(UTF_8));
  }
}
