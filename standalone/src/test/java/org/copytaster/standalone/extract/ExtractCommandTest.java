package org.copytaster.standalone.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.copytaster.standalone.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

  private static final String PAGE =
      "<title>Ferry stays in port</title><h1>Ferry stays in port</h1><p>The ferry stays in port.";

  @TempDir private Path directory = Path.of("");
  private final StringWriter err = new StringWriter();
  private String out = "";

  @Test
  void plainAndGzippedPagesAreOneLineEach() throws IOException {
    int code = run("--jsonl", plain("one.html"), gzipped("two.html.gz", 0));

    assertThat(code).isZero();
    assertThat(out.lines()).hasSize(2);
    assertThat(out.lines().toList().get(0))
        .startsWith("{\"id\":\"one\",\"kind\":\"")
        .contains("\"title\":\"Ferry stays");
    assertThat(out.lines().toList().get(1))
        .startsWith("{\"id\":\"two\",\"kind\":\"")
        .contains("\"title\":\"Ferry stays");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void pagesThatCannotBeReadAreNamedAndTheOthersArePrinted() throws IOException {
    var picture = directory.resolve("picture.png");
    Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    var cut = gzipped("cut.html.gz", 12);
    var missing = directory.resolve("missing.html").toString();

    int code =
        run("--jsonl", missing, directory.toString(), picture.toString(), cut, plain("one.html"));

    assertThat(code).isEqualTo(1);
    assertThat(out.lines()).hasSize(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "copytaster: " + missing + ": there is no such file",
            "copytaster: " + directory + ": is a directory; name the pages in it",
            "copytaster: " + picture + ": is not text",
            "copytaster: " + cut + ": begins as gzip does, but cannot be unpacked");
  }

  private String plain(String name) throws IOException {
    return Files.writeString(directory.resolve(name), PAGE).toString();
  }

  private String gzipped(String name, int missing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(PAGE.getBytes(StandardCharsets.UTF_8));
    }
    var kept = Arrays.copyOf(bytes.toByteArray(), bytes.size() - missing);
    return Files.write(directory.resolve(name), kept).toString();
  }

  /** The command writes to the standard output, in UTF-8. */
  private int run(String... pages) {
    var arguments = new String[pages.length + 1];
    arguments[0] = "extract";
    System.arraycopy(pages, 0, arguments, 1, pages.length);
    var printed = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    } finally {
      System.setOut(before);
      out = printed.toString(StandardCharsets.UTF_8);
    }
  }
}
