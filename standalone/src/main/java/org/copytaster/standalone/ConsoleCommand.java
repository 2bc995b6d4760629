package org.copytaster.standalone;

import java.util.List;
import java.util.concurrent.Callable;
import org.copytaster.console.Console;
import org.copytaster.console.ConsoleSettings;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Services;
import org.copytaster.runtime.log.WrittenLog;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.Running;
import picocli.CommandLine.Command;

/** Runs console alone, set up by the environment. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = "Run console alone, set up by COPYTASTER_ variables (docs/operations.md).")
final class ConsoleCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    WrittenLog.of("console");
    var settings = AllSettings.read(System.getenv(), ConsoleSettings::read);
    var services = new Services(List.of(Console.service(settings, new Metrics("console"))));
    services.start();
    Running.untilStopped(services, services::close);
    return 0;
  }
}
