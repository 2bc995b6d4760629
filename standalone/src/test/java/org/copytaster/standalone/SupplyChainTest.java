package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copytaster.standalone.SupplyChain.Artifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds what the build is made of against two lists in {@code ops/supply-chain}, without asking
 * anybody: every library of this module's class path, which has all that is shipped and what it is
 * tested with, and every plugin that lies in Maven's local repository.
 */
class SupplyChainTest {

  @Test
  void nothingIsBuiltWithAVersionThatIsKnownToBeBad() throws Exception {
    var bad = SupplyChain.knownBad();

    var found =
        used().stream()
            .flatMap(
                used ->
                    bad.stream()
                        .filter(each -> each.covers(used))
                        .map(each -> used + ": " + each.advisory()))
            .toList();

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "org.apache.logging.log4j, log4j-core, 2.14.1, true",
    "org.apache.logging.log4j, log4j-core, 2.17.1, false",
    "org.apache.logging.log4j, log4j-core, 2.12.4, false",
    "org.apache.logging.log4j, log4j-core, 2.0-beta9, true",
    "com.fasterxml.jackson.core, jackson-databind, 2.21.2, true",
    "com.fasterxml.jackson.core, jackson-databind, 2.21.5, false",
    "org.yaml, snakeyaml, 1.33, true",
    "org.yaml, snakeyaml, 2.0, false",
    "org.postgresql, postgresql, 42.7.1, true",
    "org.postgresql, postgresql, 42.7.14, false",
    "io.netty, netty-handler, 4.1.117.Final, true",
    "io.netty, netty-handler, 4.1.118.Final, false",
    "org.example, log4j-core, 2.14.1, false"
  })
  void aBadVersionIsFound(String group, String artifact, String version, boolean bad)
      throws Exception {
    var used =
        SupplyChain.artifact(
            Path.of(group.replace('.', '/'), artifact, version, artifact + ".jar"));

    assertThat(SupplyChain.knownBad().stream().anyMatch(each -> each.covers(used))).isEqualTo(bad);
  }

  @Test
  void everyLibraryIsTheFileThatWasPinned() throws Exception {
    var pinned = pinned();
    var wrong = new TreeMap<String, String>();
    for (var library : SupplyChain.libraries().entrySet()) {
      var path = library.getKey().toString();
      var actual = SupplyChain.sha256(library.getValue());
      if (!actual.equals(pinned.get(path))) {
        wrong.put(path, pinned.containsKey(path) ? "is " + actual : "is not in the list");
      }
    }

    assertThat(wrong).as("if that is meant, ops/supply-chain/pin writes it down").isEmpty();
  }

  /** Other platforms and other profiles have other files; what lies there must be what it was. */
  @Test
  void everyPluginThatLiesHereIsTheFileThatWasPinned() throws Exception {
    var library = SupplyChain.libraries().values().iterator().next();
    var repository = SupplyChain.repository(library).orElseThrow();
    int looked = 0;
    var wrong = new TreeMap<String, String>();
    for (var each : pinned().entrySet()) {
      var file = repository.resolve(each.getKey());
      if (Files.exists(file)) {
        looked++;
        var actual = SupplyChain.sha256(file);
        if (!actual.equals(each.getValue())) {
          wrong.put(each.getKey(), "is " + actual);
        }
      }
    }

    assertThat(wrong).as("if that is meant, ops/supply-chain/pin writes it down").isEmpty();
    assertThat(looked).isGreaterThan(SupplyChain.libraries().size());
  }

  @Test
  void theClassPathIsReadAsLibraries() {
    assertThat(used())
        .hasSizeGreaterThan(50)
        .extracting(Artifact::artifact)
        .contains("avro", "jsoup", "kafka-clients");
  }

  private static List<Artifact> used() {
    return SupplyChain.libraries().keySet().stream().map(SupplyChain::artifact).toList();
  }

  /** Paths in the repository, each with the SHA-256 of its file. */
  private static Map<String, String> pinned() throws Exception {
    var pinned = new TreeMap<String, String>();
    for (var line : SupplyChain.lines("checksums.tsv")) {
      var fields = line.split("\t", -1);
      pinned.put(fields[0], fields[1]);
    }
    return pinned;
  }
}
