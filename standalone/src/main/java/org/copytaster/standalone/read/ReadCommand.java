package org.copytaster.standalone.read;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads wire copy and prints what was understood. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Read wire copy as ingest does and print what was understood as JSON, one object an article.",
      "Where the copy does not say its language, language is what enrich finds in the text, and",
      "languageConfidence, from 0 to 1, stands beside it.",
      "Nothing is published. Where there is no article, the object says why: kind is not-text (a",
      "picture, a plan, a package without text, a concept), unreadable or unknown-format. The exit",
      "code is 1 if anything was unreadable or in an unknown format."
    })
public final class ReadCommand implements Callable<Integer> {

  @Option(names = "--jsonl", description = "Print one line an article, for other programs.")
  private boolean lines;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of times without one, such as Europe/Berlin (default: UTC).")
  private ZoneId zone = ZoneOffset.UTC;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Read every file in this format instead of finding out.")
  private String format = "";

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files in any format.")
  private List<Path> files = new ArrayList<>();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    var readings = new FileReadings(format, zone, clock);
    ObjectWriter writer =
        lines ? new JsonMapper().writer() : new JsonMapper().writerWithDefaultPrettyPrinter();
    boolean well = true;
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    for (var file : files) {
      for (var object : readings.of(file)) {
        out.println(writer.writeValueAsString(object));
        well &= object.path("kind").asText("not-text").equals("not-text");
      }
      out.flush();
    }
    return well ? 0 : 1;
  }
}
