package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example in {@code docs/dates.md} again and holds the page to what is printed. */
class DatesPageTest {

  private static final Path PAGE = Path.of("../docs/dates.md");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```\\n(.*?)^```$");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?m)^\\$ copytaster (?<options>tag --explain[^\"]*) <<< \"(?<text>[^\"]*)\"\\n"
              + "(?<printed>(?:[^$].*\\n)+)");

  @TempDir private Path directory = Path.of("");

  private record Example(List<String> options, String text, String printed) {}

  @TestFactory
  Stream<DynamicTest> exampleStillPrintsWhatThePageShows() throws IOException {
    return examples().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.text(),
                    () -> assertThat(printed(example)).isEqualTo(example.printed())));
  }

  @Test
  void everyFencedLineIsPartOfAnExample() throws IOException {
    var rest =
        FENCED
            .matcher(Files.readString(PAGE))
            .results()
            .map(fenced -> EXAMPLE.matcher(fenced.group(1)).replaceAll(""))
            .toList();
    assertThat(rest).hasSizeGreaterThanOrEqualTo(10).containsOnly("");
  }

  private static List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    var fenced = FENCED.matcher(Files.readString(PAGE));
    while (fenced.find()) {
      var example = EXAMPLE.matcher(fenced.group(1));
      while (example.find()) {
        var options = List.of(example.group("options").split(" ", -1));
        examples.add(new Example(options, example.group("text"), example.group("printed")));
      }
    }
    return examples;
  }

  /** What the command writes to the standard output, which is where it always writes. */
  private String printed(Example example) throws IOException {
    var file = Files.writeString(directory.resolve("example.txt"), example.text());
    var arguments = new ArrayList<>(example.options());
    arguments.add(file.toString());
    var out = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.commandLine().execute(arguments.toArray(String[]::new))).isZero();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
