package org.copytaster.standalone;

import java.util.Objects;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.log.Fault;
import org.copytaster.standalone.authority.AuthorityCommand;
import org.copytaster.standalone.desk.DeadLettersCommand;
import org.copytaster.standalone.desk.ReplayCommand;
import org.copytaster.standalone.desk.WhereCommand;
import org.copytaster.standalone.evaluate.EvaluateCommand;
import org.copytaster.standalone.extract.ExtractCommand;
import org.copytaster.standalone.gazetteer.GazetteerCommand;
import org.copytaster.standalone.held.HeldCommand;
import org.copytaster.standalone.image.ImageJarsCommand;
import org.copytaster.standalone.knowledge.KnowledgeCommand;
import org.copytaster.standalone.probe.ProbeCommand;
import org.copytaster.standalone.push.PushCommand;
import org.copytaster.standalone.read.ReadCommand;
import org.copytaster.standalone.slo.SloCommand;
import org.copytaster.standalone.tag.DiffCommand;
import org.copytaster.standalone.tag.TagCommand;
import org.copytaster.standalone.train.ClustersCommand;
import org.copytaster.standalone.train.LanguagesCommand;
import org.copytaster.standalone.train.TrainCommand;
import org.copytaster.standalone.up.UpCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
    name = "copytaster",
    mixinStandardHelpOptions = true,
    version = "Copytaster 0.1.0",
    description = "An event-stream pipeline for news: wire copy in, tagged articles out.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      PushCommand.class,
      TagCommand.class,
      DiffCommand.class,
      ReadCommand.class,
      ExtractCommand.class,
      EvaluateCommand.class,
      ClustersCommand.class,
      LanguagesCommand.class,
      TrainCommand.class,
      GazetteerCommand.class,
      AuthorityCommand.class,
      KnowledgeCommand.class,
      HeldCommand.class,
      KeyCommand.class,
      SloCommand.class,
      IngestCommand.class,
      EnrichCommand.class,
      SinkCommand.class,
      ConsoleCommand.class,
      DeployCommand.class,
      ProbeCommand.class,
      WhereCommand.class,
      DeadLettersCommand.class,
      ReplayCommand.class,
      RereadCommand.class,
      RebuildCommand.class,
      ImageJarsCommand.class,
      HelpCommand.class
    })
public final class Main {

  private Main() {}

  /** Runs one command; the exit code is 0 if it did what it should. */
  public static void main(String[] arguments) {
    // Java's own handler prints the message, and that may quote what the thread worked on. The
    // logger is asked for when there is something to say: a command may first say where to.
    var main = Thread.currentThread();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          if (thread == main) {
            // Whatever keeps a logger from its work, nobody is left without a word.
            System.err.println("copytaster: it broke off: " + Fault.of(failure));
          }
          LoggerFactory.getLogger(Main.class)
              .error("the thread {} ended", thread.getName(), failure);
        });
    int code = commandLine().execute(arguments);
    System.exit(code);
  }

  /** The command line with all commands; errors are one sentence each. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(Main::explain)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static int explain(Exception e, CommandLine command, ParseResult parsed) {
    var err = command.getErr();
    var message = Objects.requireNonNullElse(e.getMessage(), e.toString());
    if (e instanceof Settings.InvalidSettingsException) {
      err.println("copytaster: these settings cannot be used:");
      message.lines().forEach(line -> err.println("  " + line));
    } else {
      err.println("copytaster: " + message);
    }
    err.flush();
    return 1;
  }
}
