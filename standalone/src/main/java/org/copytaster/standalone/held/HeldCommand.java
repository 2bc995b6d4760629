package org.copytaster.standalone.held;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.copytaster.standalone.held.HeldClient.Answered;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.HeldSettings;
import org.copytaster.standalone.start.KeyFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Lists what is held, and releases it, puts its end off, or keeps it. */
@Command(
    name = "held",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "See and release what is held, as an editor, over the console's API.",
      "The key is read from --key-file, or from COPYTASTER_CONSOLE_KEY."
    })
public final class HeldCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--console",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Where the console is (default: COPYTASTER_CONSOLE_URL, or this machine).")
  private @Nullable String console;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Holds the editor's key.")
  private @Nullable Path keyFile;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print what the console answers, as JSON.")
  private boolean json;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: list, release, extend or hold");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Print what is held: guid, version, source, until when, why.")
  int list() throws InterruptedException {
    var answered = asked(HeldClient::list);
    if (answered.status() != 200) {
      return failed(answered);
    }
    if (json) {
      return printed(answered);
    }
    for (var held : answered.body().path("held")) {
      spec.commandLine().getOut().println(line(held));
    }
    if (!answered.body().path("complete").asBoolean(true)) {
      spec.commandLine().getErr().println("copytaster: more is held than the console keeps");
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = "Let a held article go out at once.")
  int release(@Mixin Target target) throws InterruptedException {
    return act(target.guid, "release", target.body());
  }

  @Command(
      name = "extend",
      mixinStandardHelpOptions = true,
      description = "Let the embargo of a held article end at another time, earlier or later.")
  int extend(
      @Mixin Target target,
      @Option(
              names = "--until",
              required = true,
              paramLabel = "TIME",
              description = "The new end with its zone, such as 2026-11-23T12:00:00+01:00.")
          String until)
      throws InterruptedException {
    return act(target.guid, "extend", target.body().put("until", until));
  }

  @Command(
      name = "hold",
      mixinStandardHelpOptions = true,
      description = "Keep a held article until somebody releases it.")
  int hold(@Mixin Target target) throws InterruptedException {
    return act(target.guid, "hold", target.body());
  }

  /** What is acted on, and why. */
  static final class Target {

    @Parameters(paramLabel = "GUID", description = "Of the article.")
    private String guid = "";

    @Option(names = "--only-version", paramLabel = "N", description = "Only if N is what is held.")
    private @Nullable Integer version;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
    private @Nullable String reason;

    private ObjectNode body() {
      var body = HeldClient.body();
      if (version != null) {
        body.put("version", version);
      }
      return reason == null ? body : body.put("reason", reason);
    }
  }

  private int act(String guid, String kind, ObjectNode body) throws InterruptedException {
    var answered = asked(client -> client.act(guid, kind, body));
    boolean done = answered.status() == 200;
    if (!answered.body().has("id")) {
      return failed(answered);
    }
    if (json) {
      var unused = printed(answered);
    } else {
      var said = answered.body();
      spec.commandLine()
          .getOut()
          .printf(
              "%s: %s%s (%s)%n",
              guid,
              said.path("result").asText(),
              said.has("why") ? ": " + said.path("why").asText() : "",
              said.path("id").asText());
      spec.commandLine().getOut().flush();
    }
    return done ? 0 : 1;
  }

  /** Something that is asked of a console. */
  private interface Question {
    Answered of(HeldClient client) throws IOException, InterruptedException;
  }

  private Answered asked(Question question) throws InterruptedException {
    var settings = AllSettings.read(System.getenv(), HeldSettings::read);
    var url = console == null ? settings.console() : console;
    try {
      return question.of(new HeldClient(url, KeyFile.read(keyFile, settings.key())));
    } catch (IOException e) {
      throw new IllegalStateException("the console cannot be reached at " + url, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(url + " is no address of a console", e);
    }
  }

  private int printed(Answered answered) {
    spec.commandLine().getOut().println(answered.body());
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int failed(Answered answered) {
    var detail = answered.body().path("detail").asText("it answered " + answered.status());
    throw new IllegalStateException("the console refuses: " + detail);
  }

  private static String line(JsonNode held) {
    var by = held.path("heldBy").asText("");
    return "%s  version %d  %s  %s  %s%s"
        .formatted(
            held.path("guid").asText(),
            held.path("version").asInt(),
            held.path("source").asText(),
            held.path("until").asText("until somebody releases it"),
            held.path("cause").asText(),
            by.isEmpty() ? "" : " (" + by + ")");
  }
}
