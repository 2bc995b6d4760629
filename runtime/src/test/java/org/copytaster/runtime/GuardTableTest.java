package org.copytaster.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may do what at a door: {@code guard.tsv}, a request a line. */
class GuardTableTest {

  private static final Map<String, Guard> DOORS =
      Map.of(
          "loopback", guard("127.0.0.1", Set.of(), Set.of()),
          "tls", guard("127.0.0.1", Set.of(), Set.of()),
          "any", guard("0.0.0.0", Set.of(), Set.of()),
          "real", guard("10.1.2.3", Set.of(), Set.of()),
          "listed",
              guard("0.0.0.0", Set.of("news.example", "ingest"), Set.of("https://desk.example")));

  @TestFactory
  Stream<DynamicTest> requestsAreJudgedAsTheTableSays() throws IOException {
    return rows()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(9) + ": " + String.join(" ", row.subList(0, 8)),
                    () ->
                        assertThat(Objects.requireNonNull(DOORS.get(row.get(0))).judge(call(row)))
                            .isEqualTo(Guard.Verdict.valueOf(row.get(8)))));
  }

  private static Call call(List<String> row) {
    var headers = HttpFields.build();
    header(headers, "Host", row.get(3));
    header(headers, "Origin", row.get(4));
    header(headers, "Sec-Fetch-Site", row.get(5));
    header(headers, "Sec-Fetch-Mode", row.get(6));
    header(headers, "Content-Type", row.get(7));
    return new Call(row.get(1), row.get(2), row.get(0).equals("tls"), headers);
  }

  private static void header(HttpFields.Mutable headers, String name, String value) {
    if (!value.equals("-")) {
      headers.add(name, value);
    }
  }

  private static Guard guard(String host, Set<String> names, Set<String> origins) {
    return new Guard(new Door(host, 0, names, origins, Optional.empty()));
  }

  private static Stream<List<String>> rows() throws IOException {
    try (var table = GuardTableTest.class.getResourceAsStream("guard.tsv")) {
      var text = new String(Objects.requireNonNull(table).readAllBytes(), UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> List.of(line.split("\t")));
    }
  }
}
