package org.copytaster.standalone;

import java.util.List;
import java.util.concurrent.Callable;
import org.copytaster.enrich.Enrich;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Services;
import org.copytaster.runtime.log.WrittenLog;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.Running;
import picocli.CommandLine.Command;

/** Runs enrich alone, set up by the environment. */
@Command(
    name = "enrich",
    mixinStandardHelpOptions = true,
    description = "Run enrich alone, set up by COPYTASTER_ variables (docs/operations.md).")
final class EnrichCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    WrittenLog.of("enrich");
    var settings = AllSettings.read(System.getenv(), EnrichSettings::read);
    var services = new Services(List.of(Enrich.service(settings, new Metrics("enrich"))));
    services.start();
    Running.untilStopped(services, services::close);
    return 0;
  }
}
