package org.copytaster.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.console.ConsoleBench.encoded;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client asks, the store seems away to it only if it is. */
@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one store for all: no question changes it
class OddQuestionsIT {

  /** Signs that mean something to a search, to PostgreSQL or to a reader of text. */
  private static final List<String> ODD =
      List.of(
          "-",
          "--",
          "\"",
          "'",
          "\"-",
          "-\"",
          "!",
          "|",
          "&",
          "(",
          ")",
          "()",
          "<->",
          "<2>",
          ":",
          ":*",
          "*",
          "\\",
          "\\'",
          "%",
          "_",
          "or",
          "OR",
          "-or",
          "and",
          "not",
          "the",
          "ferry",
          "-ferry",
          "\"ferry",
          "a:b",
          "$1",
          "?",
          "{}",
          "[]",
          ";",
          "/*",
          "\u0001",
          "\t",
          "\u200b",
          "\u202e",
          "é",
          "\u0301",
          "東",
          "ß",
          "İ",
          "😀",
          "\uffff",
          "http://a/b?c=d&e",
          "a@b.example",
          "1e999",
          "-0",
          "<b>",
          "&amp;");

  private static final int[] TIMES = {1, 2, 31, 32, 33, 100, 249, 500};

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private StoreBench bench;
  private ConsoleBench console;

  @BeforeAll
  void open(Lane lane) {
    bench = new StoreBench(lane);
    console = new ConsoleBench(lane);
    bench.store(usable("urn:x:1", 1, "Ferry sails again"), usable("urn:x:2", 1, "Cocoa"));
  }

  @AfterAll
  void close() {
    console.close();
    bench.close();
  }

  @Test
  void wordsAreSearchedForOrRefusedUnderTheirName() throws Exception {
    var refused = 0;
    for (var words : oddWords()) {
      var answer = get("/v1/articles?q=" + encoded(words));
      assertThat(answer.statusCode()).as(words).isIn(200, 400);
      if (answer.statusCode() == 400) {
        refused++;
        assertThat(field(answer)).as(words).isEqualTo("q");
      }
    }

    assertThat(refused).isBetween(1, oddWords().size() / 2);
  }

  @Test
  void entitiesAreSearchedForOrRefusedUnderTheirName() throws Exception {
    for (var name : oddWords()) {
      var answer = get("/v1/articles?entity=" + encoded(name));
      assertThat(answer.statusCode()).as(name).isEqualTo(name.length() > 500 ? 400 : 200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1000000000-12-31T23:59:59.999999999Z x",
        "-1000000000-01-01T00:00:00Z x",
        "+294277-01-01T00:00:00Z x",
        "-4713-01-01T00:00:00Z x",
        "2026-12-31T23:59:59Z a\0b",
        "2026-12-31T23:59:59Z ",
        "2026-12-31T23:59:59.000Z x",
        "2026-12-31T23:59:59.1234567Z x",
        "2026-12-31T23:59:59+00:00 x",
        "2026-12-31T23:59:59Z",
        "x",
        ""
      })
  void cursorThatTheConsoleDidNotMakeIsRefused(String forged) throws Exception {
    var after = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8));

    assertRefused("/v1/articles?after=" + (forged.isEmpty() ? "%20x" : after), "after");
    assertRefused("/v1/articles?after=" + after + "AAAA", "after");
  }

  @Test
  void cursorOfBytesThatAreNoTextIsRefused() throws Exception {
    var bytes =
        "2026-12-31T23:59:59Z \u00ed\u00a0\u0080"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    assertRefused(
        "/v1/articles?after=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        "after");
    assertRefused("/v1/articles?after=" + "A".repeat(12_000), "after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z x",
        "-4712-01-01T00:00:00Z x",
        "+294276-12-31T23:59:59.999999Z x",
        "2026-12-31T23:59:59.123456Z ' or 1=1--"
      })
  void cursorAtTheEndsOfWhatTheStoreCanHoldIsFollowed(String made) throws Exception {
    var after = Base64.getUrlEncoder().withoutPadding().encodeToString(made.getBytes(UTF_8));

    assertThat(get("/v1/articles?after=" + after).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "from=9999-12-31T23:59:59-18:00, from",
    "from=0000-01-01, from",
    "from=%2B1000000000-01-01T00:00:00Z, from",
    "to=-999999999-01-01T00:00:00Z, to",
    "to=%00, to",
    "from=2026-02-30, from",
    "limit=-1, limit",
    "limit=1e9, limit",
    "limit=999, limit",
    "limit=%D9%A3%D9%A3, limit",
    "limit=99999999999999999999, limit",
    "limit=1&limit=2, limit",
    "order=created;drop, order",
    "entity=%00, entity",
    "q=a%00b, q",
  })
  void parameterThatCannotBeUsedIsNamed(String query, String field) throws Exception {
    assertRefused("/v1/articles?" + query, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%ED%A0%80", "q=%FF%FE", "entity=%C0%80", "q=%ED%A0%BD%ED%B8%80"})
  void parameterThatIsNoTextIsRefused(String query) throws Exception {
    assertThat(get("/v1/articles?" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void nameOfAParameterIsCutInTheAnswer() throws Exception {
    var answer = get("/v1/articles?" + "x".repeat(12_000) + "=1");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "%00, 400", "urn:x:1%00, 400", "%FF%FE, 400", "%ED%A0%80, 400", "%F0%9F%98%80, 404",
    "%25%25, 404", "%2F..%2F, 404", "'', 404", "%E2%80%AE, 404", "'%27 or 1=1', 404",
  })
  void guidThatNoArticleHasIsRefusedOrNotFound(String path, int status) throws Exception {
    var answer = get("/v1/articles/" + path.replace(" ", "%20"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json.readTree(answer.body()).get("status").asInt()).isEqualTo(status);
  }

  @Test
  void guidOfEightThousandCharactersIsNotFound() throws Exception {
    assertThat(get("/v1/articles/" + "a".repeat(8_000)).statusCode()).isEqualTo(404);
    assertThat(get("/v1/articles/" + "%F0%9F%98%80".repeat(660)).statusCode()).isEqualTo(404);
    assertThat(get("/v1/articles/" + "a".repeat(40_000)).statusCode()).isIn(400, 414, 431);
  }

  private static List<String> oddWords() {
    var all = new ArrayList<String>();
    for (var sign : ODD) {
      for (int times : TIMES) {
        for (var between : List.of("", " ")) {
          var words = (sign + between).repeat(times);
          all.add(words.substring(0, Math.min(500, words.length())));
        }
      }
    }
    var random = new Random(20261129);
    for (int i = 0; i < 300; i++) {
      var words = new StringBuilder();
      int most = 1 + random.nextInt(500);
      while (words.length() < most) {
        words.append(ODD.get(random.nextInt(ODD.size()))).append(random.nextBoolean() ? " " : "");
      }
      all.add(words.substring(0, most));
    }
    return all;
  }

  private void assertRefused(String path, String field) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(field(answer)).isEqualTo(field);
  }

  private String field(HttpResponse<String> answer) throws Exception {
    JsonNode problem = json.readTree(answer.body());
    return problem.at("/errors/0/field").asText();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(console.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
