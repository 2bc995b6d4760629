package org.copytaster.standalone;

import java.util.concurrent.Callable;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.Deployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates topics and registers schemas: once before services start. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = "Create the topics that are missing and register all schemas; safe to repeat.")
final class DeployCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    AllSettings.read(System.getenv(), Deployment::read).run();
    spec.commandLine().getOut().println("topics and schemas are in place");
    return 0;
  }
}
