package org.copytaster.parts.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a test finds on the machine that it runs on: programs, a container engine. */
public final class Machine {

  /**
   * What a program said when it had ended.
   *
   * @param output standard output and standard error, each with a newline at the end of a line
   */
  public record Ended(int code, String output, String errors) {
    public boolean well() {
      return code == 0;
    }
  }

  private Machine() {}

  /** Skips the test with {@code reason} where something is not there; in CI that is a failure. */
  public static void needs(boolean there, String reason) {
    if (!there) {
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        fail("CI must have this: " + reason);
      }
      abort(reason);
    }
  }

  /** Whether a program can be started and ends well within ten seconds. */
  public static boolean has(String... command) {
    try {
      return run(Path.of("target"), Map.of(), Duration.ofSeconds(10), List.of(command)).well();
    } catch (UncheckedIOException e) {
      return false; // no such program
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param more variables beside those of this process
   * @throws UncheckedIOException if it cannot be started
   */
  public static Ended run(
      Path directory, Map<String, String> more, Duration patience, List<String> command) {
    try {
      var output = Files.createTempFile(Path.of("target"), "program", ".out");
      var errors = Files.createTempFile(Path.of("target"), "program", ".err");
      var builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().putAll(more);
      var process = builder.start();
      try {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          fail("%s did not end within %s: %s", command, patience, Files.readString(errors));
        }
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      var ended =
          new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
      Files.delete(output);
      Files.delete(errors);
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command, e);
    }
  }
}
