package org.copytaster.standalone.read;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.Circumstances;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.ingest.desk.Readings;
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

  /** What is longer is not copy; ingest refuses it at its own, smaller limit. */
  private static final int LARGEST_BYTES = 64 * 1024 * 1024;

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
  private final Formats formats = new Formats();
  private final Readings readings = new Readings(formats);
  private final ReadingJson json = new ReadingJson();

  @Override
  public Integer call() throws IOException {
    if (!format.isEmpty() && formats.named(format).isEmpty()) {
      throw new IOException(
          "there is no format " + format + "; there are " + ReadingJson.names(formats));
    }
    ObjectWriter writer =
        lines ? new JsonMapper().writer() : new JsonMapper().writerWithDefaultPrettyPrinter();
    boolean well = true;
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    for (var file : files) {
      for (var object : read(file)) {
        out.println(writer.writeValueAsString(object));
        well &= object.path("kind").asText("not-text").equals("not-text");
      }
      out.flush();
    }
    return well ? 0 : 1;
  }

  private List<ObjectNode> read(Path file) {
    byte[] bytes;
    try {
      bytes = bytes(file);
    } catch (IOException e) {
      return List.of(json.refused(file, "", String.valueOf(e.getMessage()), "unreadable"));
    }
    var name = String.valueOf(file.getFileName());
    var found = format.isEmpty() ? formats.found(bytes, name) : formats.named(format);
    if (found.isEmpty()) {
      return List.of(
          json.refused(file, "", "the copy is in no format that is known", "unknown-format"));
    }
    var chosen = found.get();
    try {
      var copy = new Copy(bytes, null, Map.of(), new Circumstances(zone, clock.instant()));
      return readings.read(chosen, copy).stream()
          .map(reading -> json.of(file, chosen.name(), reading))
          .toList();
    } catch (UnreadableCopyException e) {
      return List.of(json.refused(file, chosen.name(), e.sentence(), "unreadable"));
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("is a directory; name the files in it");
      }
      if (Files.size(file) > LARGEST_BYTES) {
        throw new IOException("is larger than " + LARGEST_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    }
  }
}
