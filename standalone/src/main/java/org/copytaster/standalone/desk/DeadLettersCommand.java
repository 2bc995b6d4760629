package org.copytaster.standalone.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists dead letters, shows one, puts them back and parks them. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ReplayCommand.class,
    description = {
      "See dead letters, put them back where they came from, or park them, as an editor, over the",
      "console's API. The key is read from --key-file, or from COPYTASTER_CONSOLE_KEY."
    })
public final class DeadLettersCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: list, show, replay or park");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Print dead letters by cause, and each: where it stands, from where it came.")
  int list(@Mixin ConsoleAsk ask, @Mixin LetterChoice choice) throws InterruptedException {
    var out = spec.commandLine().getOut();
    var all = choice.groups(ask);
    if (ask.json()) {
      out.println(all);
    } else {
      for (var group : all.path("groups")) {
        out.printf(
            "%d  %s  from %s, %s to %s: %s%n",
            group.path("count").asInt(),
            group.path("cause").asText(),
            group.path("from").asText(),
            group.path("oldest").asText(),
            group.path("newest").asText(),
            group.path("reason").asText());
      }
      for (var letter : choice.of(ask)) {
        out.println(line(letter));
      }
    }
    if (!all.path("complete").asBoolean(true)) {
      spec.commandLine().getErr().println("copytaster: there are more than the console keeps");
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Print one with its headers, its bytes as text and in hex (read-letters).")
  int show(@Mixin ConsoleAsk ask, @Mixin LetterChoice choice) throws InterruptedException {
    var out = spec.commandLine().getOut();
    var letter = ask.get("/v1/dead-letters/" + choice.one()).good();
    if (ask.json()) {
      out.println(letter);
    } else {
      whole(letter, out);
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "park",
      mixinStandardHelpOptions = true,
      description = "Say that somebody knows of dead letters: they ring no alert any more.")
  int park(
      @Mixin ConsoleAsk ask,
      @Mixin LetterChoice choice,
      @Option(names = "--undo", description = "Let them wait for somebody again.") boolean undo,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              description = "Why, for those who come later.")
          @Nullable String reason)
      throws InterruptedException {
    if (!choice.made()) {
      throw new ParameterException(spec.commandLine(), "say which dead letters");
    }
    var out = spec.commandLine().getOut();
    var body = ConsoleAsk.body();
    if (reason != null) {
      body.put("reason", reason);
    }
    int refused = 0;
    for (var letter : choice.of(ask)) {
      var name = letter.path("letter").asText();
      var act = undo ? "unpark" : "park";
      var answered = ask.post("/v1/dead-letters/" + name + "/" + act, body);
      refused += answered.status() == 200 ? 0 : 1;
      out.println(ask.json() ? answered.body().toString() : name + "  " + said(answered.body()));
    }
    out.flush();
    return refused == 0 ? 0 : 1;
  }

  /** What became of what was asked for. */
  static String said(JsonNode answer) {
    return answer.has("result")
        ? answer.path("result").asText() + ": " + answer.path("why").asText()
        : "refused: " + answer.path("detail").asText("without a reason");
  }

  static String line(JsonNode letter) {
    var replays = letter.path("replays").asInt();
    return String.format(
        Locale.ROOT,
        "%s  %s  %s  %s%s%s  %d bytes: %s",
        letter.path("letter").asText(),
        letter.path("time").asText(),
        letter.path("from").asText(),
        letter.path("state").asText(),
        letter.has("guid") ? "  " + letter.path("guid").asText() : "",
        replays == 0 ? "" : "  put back " + replays + " times before",
        letter.path("bytes").asInt(),
        letter.path("reason").asText());
  }

  private static void whole(JsonNode letter, PrintWriter out) {
    out.println(line(letter));
    if (letter.has("by")) {
      out.printf(
          "%s by %s at %s%s%n",
          letter.path("state").asText(),
          letter.path("by").asText(),
          letter.path("stateTime").asText(),
          letter.has("why") ? ": " + letter.path("why").asText() : "");
    }
    letter
        .path("headers")
        .forEach(
            header ->
                out.println(header.path("name").asText() + ": " + header.path("value").asText()));
    if (letter.has("hidden")) {
      out.println("(" + letter.path("hidden").asText() + ")");
    } else {
      out.println();
      out.println(letter.path("text").asText());
      out.println(letter.path("textCut").asBoolean() ? "(the text goes on)" : "");
      out.print(letter.path("hex").asText());
      out.println(letter.path("hexCut").asBoolean() ? "(the bytes go on)" : "");
    }
  }
}
