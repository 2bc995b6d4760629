package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table of risks in {@code docs/security.md} against the tests that there are. */
class SecurityPageTest {

  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

  @Test
  void everyRiskOfTheListHasItsRow() {
    assertThat(rows())
        .extracting(row -> row.replaceFirst("^\\| (API\\d+) .*", "$1"))
        .containsExactly(
            "API1", "API2", "API3", "API4", "API5", "API6", "API7", "API8", "API9", "API10");
  }

  @Test
  void everyRowNamesTestsThatThereAre() throws IOException {
    var there = tests();

    assertThat(rows())
        .allSatisfy(row -> assertThat(named(row)).as(row).isNotEmpty().isSubsetOf(there));
  }

  private static List<String> rows() {
    return OpsFiles.section("docs/security.md", "owasp", "| API");
  }

  private static List<String> named(String row) {
    return TEST.matcher(row).results().map(match -> match.group(1)).toList();
  }

  private static Set<String> tests() throws IOException {
    try (var files = Files.walk(OpsFiles.CHECKOUT, 12)) {
      return files
          .map(Path::toString)
          .filter(file -> file.contains("/src/test/java/") && file.endsWith(".java"))
          .map(file -> file.replaceFirst(".*/(\\w+)\\.java$", "$1"))
          .collect(Collectors.toSet());
    }
  }
}
