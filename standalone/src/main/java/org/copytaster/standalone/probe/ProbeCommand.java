package org.copytaster.standalone.probe;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.copytaster.runtime.Door;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Services;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.KeyFile;
import org.copytaster.standalone.start.ProbeSettings;
import org.copytaster.standalone.start.Running;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries the whole pipeline with copy that is no news to anybody. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    description = {
      "Push a test, correct it, push copy under embargo and kill it, and measure how long each",
      "stage takes. No subscriber sees it as news: of a round only the kill of a guid that never",
      "went out reaches news.enriched. The exit code is 1, with one sentence, if a step fails or",
      "takes longer than --within. With --every it goes on and serves /metrics."
    })
public final class ProbeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--ingest",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8081",
      description = "Where ingest is (default: ${DEFAULT-VALUE}).")
  private String ingest = "";

  @Option(
      names = "--console",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where the console is (default: ${DEFAULT-VALUE}).")
  private String console = "";

  @Option(names = "--key-file", paramLabel = "FILE", description = "Holds the key of its source.")
  private @Nullable Path keyFile;

  @Option(
      names = "--name",
      defaultValue = "probe",
      description = "Of its source, and the end of its guid; two probes need two (default: probe).")
  private String name = "";

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long each step may take (default: 30).")
  private int within;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      description = "Go on, with so long between two rounds.")
  private @Nullable Integer every;

  @Option(
      names = "--folder",
      paramLabel = "DIRECTORY",
      description = "Also put a test into this folder, which ingest watches.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws InterruptedException {
    if (within < 1 || (every != null && every < 1) || !name.matches("[A-Za-z0-9._-]{1,30}")) {
      throw new ParameterException(
          spec.commandLine(),
          "--within and --every are seconds from 1 on, --name has letters, digits and of . _ -");
    }
    var guid = "urn:copytaster:probe:" + name;
    var setup =
        new ProbeRound.Setup(guid, name, Duration.ofSeconds(within), Optional.ofNullable(folder));
    var client = new ProbeClient(ingest, console, KeyFile.read(keyFile, Secret.NONE));
    return every == null ? once(client, setup) : again(client, setup, Duration.ofSeconds(every));
  }

  private int once(ProbeClient client, ProbeRound.Setup setup) throws InterruptedException {
    var round = new ProbeRound(client, setup, Clock.systemUTC());
    var failure = round.run();
    var out = spec.commandLine().getOut();
    round
        .took()
        .forEach(
            (step, took) ->
                out.printf("%-8s %6d ms%n", step.name().toLowerCase(Locale.ROOT), took.toMillis()));
    out.flush();
    failure.ifPresent(sentence -> spec.commandLine().getErr().println("copytaster: " + sentence));
    return failure.isPresent() ? 1 : 0;
  }

  private int again(ProbeClient client, ProbeRound.Setup setup, Duration pause) {
    Door door = AllSettings.read(System.getenv(), ProbeSettings::read).door();
    var services = new Services(List.of(new ProbeService(client, setup, pause, door)));
    services.start();
    Running.untilStopped(services, services::close);
    return 0;
  }
}
