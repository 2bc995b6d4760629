package org.copytaster.standalone.extract;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.copytaster.formats.page.PageReader;
import org.copytaster.formats.page.PageTooLargeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the article in each of some HTML pages. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Find the article in HTML pages and print it as JSON: title, byline, dates, text, and all",
      "that is not the article as zones with a confidence. Offsets are UTF-16, into the page as",
      "text; output is UTF-8. A page that cannot be read is named on the error output; the others",
      "are printed, and the exit code is 1."
    })
public final class ExtractCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--jsonl", description = "Print one line a page, for other programs.")
  private boolean lines;

  @Parameters(
      arity = "1..*",
      paramLabel = "PAGE",
      description = "HTML files, plain or gzipped, in any charset.")
  private List<Path> pages = new ArrayList<>();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    var reader = new PageReader();
    var json = new PageJson();
    // it may already be tomorrow where a page was published
    var latest = LocalDate.now(clock).plusDays(1);
    boolean well = true;
    var err = spec.commandLine().getErr();
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    for (var file : pages) {
      try {
        var decoded = PageFile.read(file);
        var page = reader.read(decoded.text(), latest);
        out.println(
            writer().writeValueAsString(json.of(PageFile.id(file), page, decoded.repairs())));
      } catch (IOException | PageTooLargeException e) {
        err.println("copytaster: " + file + ": " + e.getMessage());
        well = false;
      }
    }
    out.flush();
    err.flush();
    return well ? 0 : 1;
  }

  private ObjectWriter writer() {
    var json = new JsonMapper();
    return lines ? json.writer() : json.writerWithDefaultPrettyPrinter();
  }
}
