package org.copytaster.standalone.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.standalone.start.AllSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts dead letters back on the topics that they came from. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Put dead letters back on the topics that they came from, oldest first, and list each with",
      "what came of it. Without options all that are open, once each. One that was put back is not",
      "put back again; one that came back three times needs --force. The exit code is 1 if one was",
      "refused."
    })
public final class ReplayCommand implements Callable<Integer> {

  private static final int MOST_A_SECOND = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ConsoleAsk ask = new ConsoleAsk();

  @Mixin private LetterChoice choice = new LetterChoice();

  @Option(
      names = "--dry-run",
      description = {
        "Put none back; read each with the code of today and say whether it would fail again",
        "(read-letters; of records the registry is asked)."
      })
  private boolean dryRun;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most N a second (default: 20).")
  private int rate = 20;

  @Option(
      names = "--force",
      description = "Also what was put back before, or came back three times.")
  private boolean force;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who come later.")
  private @Nullable String reason;

  @Override
  public Integer call() throws InterruptedException {
    if (rate < 1 || rate > MOST_A_SECOND) {
      throw new ParameterException(spec.commandLine(), "--rate must be from 1 to " + MOST_A_SECOND);
    }
    var letters = choice.of(ask);
    return dryRun ? tried(letters) : replayed(letters);
  }

  private int replayed(Iterable<JsonNode> letters) throws InterruptedException {
    var body = ConsoleAsk.body().put("force", force);
    if (reason != null) {
      body.put("reason", reason);
    }
    int done = 0;
    int refused = 0;
    for (var letter : letters) {
      long begun = System.nanoTime();
      var name = letter.path("letter").asText();
      var answered = ask.post("/v1/dead-letters/" + name + "/replay", body);
      done += answered.body().path("result").asText().equals("done") ? 1 : 0;
      refused += answered.status() == 200 ? 0 : 1;
      print(
          ask.json()
              ? answered.body().toString()
              : name + "  " + DeadLettersCommand.said(answered.body()));
      long millis = 1_000 / rate - (System.nanoTime() - begun) / 1_000_000;
      if (millis > 0) {
        Thread.sleep(millis); // the rate that was asked for
      }
    }
    if (!ask.json()) {
      print(done + " replayed" + (refused == 0 ? "" : ", " + refused + " refused"));
    }
    return refused == 0 ? 0 : 1;
  }

  private int tried(Iterable<JsonNode> letters) throws InterruptedException {
    var kafka = AllSettings.read(System.getenv(), KafkaSettings::read);
    var trial = new LetterTrial(kafka);
    int count = 0;
    for (var letter : letters) {
      var bytes = ask.bytes("/v1/dead-letters/" + letter.path("letter").asText() + "/bytes");
      var said =
          bytes == null
              ? "not tried: its bytes may not be read with this key"
              : trial.of(letter.path("from").asText(), bytes);
      if (ask.json()) {
        print(ConsoleAsk.body().put("today", said).set("letter", letter).toString());
      } else {
        print(DeadLettersCommand.line(letter));
        print("    today: " + said);
      }
      count++;
    }
    if (!ask.json()) {
      print(count + " dead letters, none put back");
    }
    return 0;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
