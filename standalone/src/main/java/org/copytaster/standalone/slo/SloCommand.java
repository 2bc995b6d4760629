package org.copytaster.standalone.slo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the rules that watch service level objectives. */
@Command(
    name = "slo",
    mixinStandardHelpOptions = true,
    description = {
      "Print the rules by which Prometheus tells whether what is promised is kept.",
      "They record the share of what was bad and ring when an error budget of 28 days is spent too"
          + " fast. ops/slo.yml has what is promised by default, and says how to change it."
    })
public final class SloCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The objectives, such as ops/slo.yml.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    try {
      line.getOut().print(BurnRules.of(Objective.parse(Files.readString(file))));
      line.getOut().flush();
      return 0;
    } catch (NoSuchFileException e) {
      throw new ParameterException(line, "there is no file " + file, e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, file + ": " + e.getMessage(), e);
    }
  }
}
