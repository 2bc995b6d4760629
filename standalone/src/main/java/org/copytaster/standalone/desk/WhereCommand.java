package org.copytaster.standalone.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where a story is. */
@Command(
    name = "where",
    mixinStandardHelpOptions = true,
    description = {
      "Say where a story is: every hop with its time, instance, place on its topic, decision and",
      "reason, and who was told. An editor's key adds what is held (see-held) and dead letters",
      "(see-letters). The exit code is 2 if nothing is known of it."
    })
public final class WhereCommand implements Callable<Integer> {

  private static final int UNKNOWN = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ConsoleAsk ask = new ConsoleAsk();

  @Parameters(paramLabel = "GUID|RECEIPT", description = "Of the article, or a receipt's id.")
  private String guid = "";

  @Override
  public Integer call() throws InterruptedException {
    var answered = ask.get("/v1/where/" + ConsoleAsk.encoded(guid)).good();
    var out = spec.commandLine().getOut();
    if (ask.json()) {
      out.println(answered);
    } else {
      out.println(answered.path("guid").asText() + ": " + answered.path("now").asText());
      answered.path("hops").forEach(hop -> out.println(line(hop)));
      answered.path("leftOut").forEach(each -> out.println("(not shown: " + each.asText() + ")"));
    }
    out.flush();
    return answered.path("hops").isEmpty() ? UNKNOWN : 0;
  }

  /** Time, version, what; then where it stood, who did it, and why. */
  private static String line(JsonNode hop) {
    var line = new StringBuilder();
    line.append(
        "%-24s  %-4s %-12s"
            .formatted(
                hop.path("time").asText(),
                hop.has("version") ? "v" + hop.path("version").asInt() : "",
                hop.path("what").asText()));
    if (hop.has("topic")) {
      line.append("  ").append(hop.path("topic").asText());
      line.append('/').append(hop.path("partition").asInt());
      line.append('/').append(hop.path("offset").asLong());
    }
    if (hop.has("letter")) {
      line.append("  letter ").append(hop.path("letter").asText());
    }
    add(line, "  ", hop.path("service").asText(""));
    add(line, " at ", hop.path("instance").asText(""));
    add(line, "  by ", hop.path("by").asText(""));
    add(line, "  ", hop.path("decision").asText(""));
    add(line, "  until ", hop.path("until").asText(""));
    add(line, "  ", hop.path("cause").asText(""));
    add(line, ": ", hop.path("reason").asText(""));
    return line.toString();
  }

  private static void add(StringBuilder line, String before, String said) {
    if (!said.isEmpty()) {
      line.append(before).append(said);
    }
  }
}
