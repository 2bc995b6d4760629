package org.copytaster.standalone;

import java.util.List;
import java.util.concurrent.Callable;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Services;
import org.copytaster.runtime.log.WrittenLog;
import org.copytaster.sink.Sink;
import org.copytaster.sink.SinkSettings;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.Running;
import picocli.CommandLine.Command;

/** Runs sink alone, set up by the environment. */
@Command(
    name = "sink",
    mixinStandardHelpOptions = true,
    description = "Run sink alone, set up by COPYTASTER_ variables (docs/operations.md).")
final class SinkCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    WrittenLog.of("sink");
    var settings = AllSettings.read(System.getenv(), SinkSettings::read);
    var services = new Services(List.of(Sink.service(settings, new Metrics("sink"))));
    services.start();
    Running.untilStopped(services, services::close);
    return 0;
  }
}
