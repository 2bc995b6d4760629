package org.copytaster.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Services;
import org.copytaster.runtime.log.WrittenLog;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.Running;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs ingest alone, set up by the environment. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Run ingest alone, set up by COPYTASTER_ variables (docs/operations.md).")
final class IngestCommand implements Callable<Integer> {

  @Option(
      names = "--drop",
      paramLabel = "DIR",
      description = "Take the files in this directory, too (COPYTASTER_INGEST_DROP).")
  private @Nullable Path drop;

  @Override
  public Integer call() {
    WrittenLog.of("ingest");
    var environment = new HashMap<>(System.getenv());
    if (drop != null) {
      environment.put("COPYTASTER_INGEST_DROP", drop.toString());
    }
    var settings = AllSettings.read(environment, IngestSettings::read);
    var services = new Services(List.of(Ingest.service(settings, new Metrics("ingest"))));
    services.start();
    Running.untilStopped(services, services::close);
    return 0;
  }
}
