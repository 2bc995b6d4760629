package org.copytaster.standalone.tag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DiffCommandTest {

  @TempDir private Path folder;

  @Test
  void twoTextsAreTaggedAndCompared() throws IOException {
    var before = text("a.txt", "A quake left 12 dead in Lagos on Monday. Aid is on its way.");
    var after = text("b.txt", "A quake left 15 dead in Abuja on Tuesday. Aid is on its way.");

    var json = run("--dct", "2026-03-03", before, after);

    assertThat(json.at("/figures/0/to").asText()).isEqualTo("15");
    assertThat(json.get("sentences")).hasSize(1);
    assertThat(json.at("/dates/0/to/surface").asText()).isEqualTo("Tuesday");
    assertThat(json.get("names").toString()).contains("Lagos", "Abuja");
  }

  private JsonNode run(String... words) throws IOException {
    var out = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      assertThat(new CommandLine(new DiffCommand()).execute(words)).isZero();
    } finally {
      System.setOut(before);
    }
    return new ObjectMapper().readTree(out.toString(UTF_8));
  }

  private String text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
