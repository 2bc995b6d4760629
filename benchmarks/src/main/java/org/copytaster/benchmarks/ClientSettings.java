package org.copytaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How a client reaches broker, registry and store of {@code up}, as it has written it down. */
public final class ClientSettings {

  private ClientSettings() {}

  /**
   * The variables of {@code client.env}.
   *
   * @param data the data directory of {@code up}
   * @throws IOException if there is no such file, or it cannot be read
   */
  public static Map<String, String> read(Path data) throws IOException {
    var variables = new HashMap<String, String>();
    for (var line : Files.readAllLines(data.resolve("client.env"))) {
      var field = line.substring("export ".length()).split("=", 2);
      variables.put(field[0], field[1].substring(1, field[1].length() - 1));
    }
    return variables;
  }
}
