package org.copytaster.standalone.up;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.copytaster.runtime.log.WrittenLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the whole pipeline with its own broker, registry and database. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Start everything on this machine: Kafka, schema registry, PostgreSQL, ingest, enrich, sink",
      "and the console page. Listens on loopback only. What ends or hangs is started again; on a full",
      "disk all stands still until there is room. Ctrl-C stops it; data stays.",
      "COPYTASTER_ variables set up the services, such as COPYTASTER_OTLP_ENDPOINT for traces",
      "(docs/operations.md)."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped by Ctrl-C or a signal",
      "1:could not start",
      "3:a part that was started again and again did not hold",
      "75:it takes a new process (broken broker, clock set back); the copytaster script starts one"
    })
public final class UpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".copytaster",
      description = "Where data lives (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(".copytaster");

  @Option(
      names = "--no-samples",
      description = "Do not push the bundled samples at the first start.")
  private boolean noSamples;

  @Option(names = "--drop", paramLabel = "DIR", description = "Take the files in DIR, too.")
  private @Nullable Path drop;

  @ArgGroup(exclusive = false, heading = "%nPorts:%n")
  private PortOptions ports = new PortOptions();

  /** One option a port. */
  static final class PortOptions {
    @Option(names = "--console-port", paramLabel = "N", defaultValue = "8080")
    private int console = 8080;

    @Option(names = "--ingest-port", paramLabel = "N", defaultValue = "8081")
    private int ingest = 8081;

    @Option(names = "--enrich-port", paramLabel = "N", defaultValue = "8082")
    private int enrich = 8082;

    @Option(names = "--sink-port", paramLabel = "N", defaultValue = "8083")
    private int sink = 8083;

    @Option(names = "--registry-port", paramLabel = "N", defaultValue = "8085")
    private int registry = 8085;

    @Option(names = "--broker-port", paramLabel = "N", defaultValue = "9092")
    private int broker = 9092;

    @Option(names = "--postgres-port", paramLabel = "N", defaultValue = "5433")
    private int postgres = 5433;

    UpPorts toPorts() {
      return new UpPorts(
          new UpPorts.Services(console, ingest, enrich, sink), registry, broker, postgres);
    }
  }

  @Override
  public Integer call() {
    // logs are for a file; what this command prints is for people
    System.setProperty("copytaster.log", data.resolve("copytaster.log").toString());
    System.setProperty("logback.configurationFile", "logback-up.xml");
    var out = spec.commandLine().getOut();
    try (var directory = LockedDirectory.open(data)) {
      // opens the log, so not before the directory is made and closed to others
      WrittenLog.of("up");
      new Up(directory, ports.toPorts(), Optional.ofNullable(drop), !noSamples, out).run();
    }
    return 0;
  }
}
