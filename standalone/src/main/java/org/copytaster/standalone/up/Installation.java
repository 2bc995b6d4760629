package org.copytaster.standalone.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files lie that the build put beside our jar. */
final class Installation {

  private Installation() {}

  /**
   * The registry's jar; {@code copytaster.home} names the directory that holds {@code registry/}.
   *
   * @throws IllegalStateException if the build did not unpack it
   */
  static Path registry() {
    var home = Path.of(System.getProperty("copytaster.home", "standalone/target"));
    try (var files = Files.list(home.resolve("registry"))) {
      return files
          .filter(file -> file.toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> missing(home));
    } catch (IOException e) {
      throw missing(home);
    }
  }

  private static IllegalStateException missing(Path home) {
    return new IllegalStateException(
        "there is no registry in " + home + "; start with the copytaster script, which builds it");
  }
}
