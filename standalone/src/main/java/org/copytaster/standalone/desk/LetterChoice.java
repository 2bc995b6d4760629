package org.copytaster.standalone.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters a command is about. */
final class LetterChoice {

  @Parameters(
      arity = "0..*",
      paramLabel = "LETTER",
      description = "Partition and offset, such as 3/17; without any all that the options leave.")
  private List<String> letters = List.of();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "open (default), parked, replayed or all.")
  private @Nullable String state;

  @Option(names = "--from", paramLabel = "TOPIC", description = "Only those that came from TOPIC.")
  private @Nullable String from;

  @Option(names = "--cause", paramLabel = "CLASS", description = "Only those with this cause.")
  private @Nullable String cause;

  @Option(names = "--guid", paramLabel = "GUID", description = "Only those of this article.")
  private @Nullable String guid;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only those from this time on, such as 2026-11-23T12:00:00Z.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only those before this time.")
  private @Nullable String until;

  @Option(names = "--partition", paramLabel = "N", description = "Only from this partition.")
  private @Nullable Integer partition;

  @Option(names = "--offset", paramLabel = "N", description = "Only those at this offset.")
  private @Nullable Long offset;

  /** Whether it is said which, by name or by anything else. */
  boolean made() {
    return !letters.isEmpty()
        || Stream.of(from, cause, guid, since, until).anyMatch(each -> each != null)
        || partition != null
        || offset != null;
  }

  /** What the console answers to a question without a name. */
  JsonNode groups(ConsoleAsk ask) throws InterruptedException {
    return ask.get("/v1/dead-letters" + query("")).good();
  }

  /** The letters that are meant, oldest first, so that versions go back in their order. */
  List<JsonNode> of(ConsoleAsk ask) throws InterruptedException {
    for (var letter : letters) {
      if (!letter.matches("\\d{1,6}/\\d{1,18}")) {
        throw new IllegalStateException(
            "a dead letter is named by partition and offset, such as 3/17");
      }
    }
    var found = new ArrayList<JsonNode>();
    var next = "";
    do {
      var part = ask.get("/v1/dead-letters" + query(next)).good();
      part.path("letters").forEach(letter -> found.add(0, letter));
      next = part.path("next").asText("");
    } while (!next.isEmpty());
    found.removeIf(letter -> !wanted(letter.path("letter").asText()));
    return found;
  }

  /** The one letter that is named. */
  String one() {
    if (letters.size() != 1) {
      throw new IllegalStateException("name one dead letter by partition and offset, such as 3/17");
    }
    return letters.get(0);
  }

  private boolean wanted(String letter) {
    return (letters.isEmpty() || letters.contains(letter))
        && (partition == null || letter.startsWith(partition + "/"))
        && (offset == null || letter.endsWith("/" + offset));
  }

  private String query(String after) {
    // who names letters means them, whatever was done with them
    var status = state == null && !letters.isEmpty() ? "all" : state;
    return Stream.of(
            part("state", status),
            part("from", from),
            part("cause", cause),
            part("guid", guid),
            part("since", since),
            part("until", until),
            part("after", after.isEmpty() ? null : after))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String part(String name, @Nullable String value) {
    return value == null ? "" : name + "=" + ConsoleAsk.encoded(value);
  }
}
