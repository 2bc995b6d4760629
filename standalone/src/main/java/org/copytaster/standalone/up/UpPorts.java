package org.copytaster.standalone.up;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.copytaster.parts.Ports;

/** Where everything listens, on loopback. */
record UpPorts(Services services, int registry, int broker, int postgres) {

  /** The four services of our own. */
  record Services(int console, int ingest, int enrich, int sink) {}

  /**
   * Checks that each port can be had.
   *
   * @throws IllegalStateException with one sentence that names the port, its use and its option
   */
  void require() {
    var seen = new HashSet<Integer>();
    uses()
        .forEach(
            (option, port) -> {
              var use = option.substring(2, option.length() - "-port".length());
              if (!seen.add(port)) {
                throw new IllegalStateException(
                    "port " + port + " is given twice, for " + use + " the second time");
              }
              Ports.require(port, use + " (" + option + ")");
            });
  }

  private Map<String, Integer> uses() {
    var uses = new LinkedHashMap<String, Integer>();
    uses.put("--console-port", services.console);
    uses.put("--ingest-port", services.ingest);
    uses.put("--enrich-port", services.enrich);
    uses.put("--sink-port", services.sink);
    uses.put("--registry-port", registry);
    uses.put("--broker-port", broker);
    uses.put("--postgres-port", postgres);
    return uses;
  }
}
