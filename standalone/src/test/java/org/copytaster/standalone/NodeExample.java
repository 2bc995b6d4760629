package org.copytaster.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.copytaster.parts.testing.Machine;

/** A program of {@code docs/examples}, installed as a stranger would. */
final class NodeExample {

  private static final Path EXAMPLES = Path.of("..", "docs", "examples");

  private NodeExample() {}

  /** Installs a program with what it needs in a directory; skips the test without Node. */
  static void install(String program, Path directory) throws IOException {
    Machine.needs(Machine.has("npm", "--version"), "there is no Node (npm) on this machine");
    Files.createDirectories(directory);
    for (var name : List.of(program, "package.json", ".npmrc")) {
      Files.copy(
          EXAMPLES.resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    var installed =
        Machine.run(
            directory,
            Map.of(),
            Duration.ofMinutes(3),
            List.of("npm", "install", "--no-audit", "--no-fund"));
    Machine.needs(installed.well(), "npm install failed: " + installed.errors());
  }
}
