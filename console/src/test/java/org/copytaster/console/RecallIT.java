package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.console.ConsoleBench.names;
import static org.copytaster.console.RecallSamples.acknowledged;
import static org.copytaster.console.RecallSamples.file;
import static org.copytaster.console.RecallSamples.issued;
import static org.copytaster.console.RecallSamples.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Requests;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.Acknowledgement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who has acted on a recall, and who says so. */
@ExtendWith(Lanes.class)
class RecallIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path directory;
  private final Instant hourAgo = Instant.now().minusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
  private final String key = KeyHash.newKey().reveal();
  private Lane lane;
  private StoreBench bench;
  private ConsoleBench console;

  @BeforeEach
  void open(Lane lane) throws Exception {
    this.lane = lane;
    bench = new StoreBench(lane);
    file(
        directory,
        "paper.yaml",
        "name: paper",
        "contact: night desk, +44 20 7946 0000",
        "must-acknowledge-within: 15m",
        "key-hash: " + KeyHash.of(new org.copytaster.runtime.Secret(key)));
    file(directory, "radio.yaml", "name: radio", "must-acknowledge-within: 2h");
    file(directory, "archive.yaml", "name: archive", "kinds: [correction]");
    console = new ConsoleBench(lane, "COPYTASTER_CONSOLE_SUBSCRIBERS", directory.toString());
  }

  @AfterEach
  void close() {
    console.close();
    bench.close();
  }

  @Test
  void aRecallSaysWhoHasActedOnItAndWhoIsLate() throws Exception {
    bench.store(
        issued(kill("one", hourAgo)),
        acknowledged("one", "radio", hourAgo.plusMillis(90_500), "off the air"),
        acknowledged("one", "stranger", hourAgo.plusSeconds(5), null));

    var recall = json("/v1/recalls/one");

    assertThat(recall.path("kind").asText()).isEqualTo("KILL");
    assertThat(recall.path("reason").asText()).isEqualTo("Wrong person named.");
    assertThat(recall.at("/versions/0/version").asInt()).isEqualTo(1);
    assertThat(recall.at("/versions/1").has("since")).isFalse();
    assertThat(Instant.parse(recall.path("outSince").asText()))
        .isEqualTo(Instant.ofEpochMilli(hourAgo.minusSeconds(600).toEpochMilli()));
    assertThat(recall.path("open").asBoolean()).isTrue();
    assertThat(recall.path("subscribers").findValuesAsText("name"))
        .containsExactly("paper", "radio", "stranger");
    var paper = recall.at("/subscribers/0");
    assertThat(paper.path("state").asText()).isEqualTo("waiting");
    assertThat(paper.path("late").asBoolean()).isTrue();
    assertThat(paper.path("seconds").asDouble()).isBetween(3_590.0, 3_900.0);
    assertThat(paper.path("contact").asText()).startsWith("night desk");
    var radio = recall.at("/subscribers/1");
    assertThat(radio.path("state").asText()).isEqualTo("acknowledged");
    assertThat(radio.path("late").asBoolean()).isFalse();
    assertThat(radio.path("seconds").asDouble()).isEqualTo(90.5);
    assertThat(radio.path("note").asText()).isEqualTo("off the air");
    assertThat(recall.at("/subscribers/2/unknown").asBoolean()).isTrue();
  }

  @Test
  void whatIsAnsweredIsDescribed() throws Exception {
    bench.store(
        issued(kill("one", hourAgo)),
        acknowledged("one", "stranger", hourAgo.plusSeconds(5), "gone"));

    var recall = json("/v1/recalls/one");

    assertThat(described("")).containsAll(names(recall));
    assertThat(described("/subscribers/items/properties"))
        .containsAll(names(recall.at("/subscribers/0")))
        .containsAll(names(recall.at("/subscribers/2")));
  }

  @Test
  void theNewestRecallsComeFirstAndOpenOnesCanBeAskedFor() throws Exception {
    bench.store(
        issued(kill("old", hourAgo)),
        issued(kill("new", hourAgo.plusSeconds(60))),
        acknowledged("new", "radio", hourAgo.plusSeconds(70), null),
        acknowledged("new", "paper", hourAgo.plusSeconds(80), null));

    assertThat(ids("/v1/recalls")).containsExactly("new", "old");
    assertThat(ids("/v1/recalls?open=true")).containsExactly("old");
    assertThat(ids("/v1/recalls?limit=1")).containsExactly("new");
    assertThat(ids("/v1/recalls?guid=" + RecallSamples.GUID)).hasSize(2);
    assertThat(ids("/v1/recalls?guid=urn:other&open=true")).isEmpty();
    assertThat(json("/v1/recalls").at("/recalls/0/versionCount").asInt()).isEqualTo(2);
    assertThat(json("/v1/recalls").at("/recalls/0").has("versions")).isFalse();
  }

  @Test
  void whatCannotBeAskedIsRefusedWithItsField() throws Exception {
    assertThat(get("/v1/recalls?open=perhaps").body()).contains("open must be true or false");
    assertThat(get("/v1/recalls?limit=0").statusCode()).isEqualTo(400);
    assertThat(get("/v1/recalls?limit=201").statusCode()).isEqualTo(400);
    assertThat(get("/v1/recalls?kind=KILL").body()).contains("kind is not known");
    assertThat(get("/v1/recalls?guid=%00").statusCode()).isEqualTo(400);
    assertThat(get("/v1/recalls/none").statusCode()).isEqualTo(404);
    assertThat(get("/v1/recalls/" + "x".repeat(65)).statusCode()).isEqualTo(404);
    assertThat(get("/v1/recalls/none/acknowledgements").statusCode()).isEqualTo(405);
    assertThat(Requests.send(Requests.post(uri("/v1/recalls"), "application/json", "{}")))
        .returns(405, HttpResponse::statusCode);
  }

  @Test
  void anAcknowledgementIsAnsweredWhenItStandsOnTheTopic() throws Exception {
    bench.store(issued(kill("one", hourAgo)));

    var answer = acknowledge("one", key, "{\"note\":\"pulled\\nfrom page 3\"}");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(Requests.json(answer).path("subscriber").asText()).isEqualTo("paper");
    var written =
        Reading.<Acknowledgement>records(lane.kafka(), lane.topics().acknowledgements(), 1);
    assertThat(written).hasSize(1);
    assertThat(written.get(0).key()).isEqualTo(RecallSamples.GUID);
    assertThat(written.get(0).value())
        .returns("one", Acknowledgement::getRecallId)
        .returns("paper", Acknowledgement::getSubscriber)
        .returns("pulled\\u000afrom page 3", Acknowledgement::getNote);
    assertThat(EventHeaders.get(written.get(0).headers(), "ce_type"))
        .contains(EventHeaders.RECALL_ACKNOWLEDGED);
    assertThat(Instant.parse(Requests.json(answer).path("acknowledgedAt").asText()))
        .isEqualTo(Instant.ofEpochMilli(written.get(0).timestamp()));
  }

  @Test
  void ofTwoAcknowledgementsTheFirstCounts() throws Exception {
    bench.store(
        issued(kill("one", hourAgo)), acknowledged("one", "paper", hourAgo.plusSeconds(30), null));

    var answer = acknowledge("one", key, "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Instant.parse(Requests.json(answer).path("acknowledgedAt").asText()))
        .isEqualTo(Instant.ofEpochMilli(hourAgo.plusSeconds(30).toEpochMilli()));
    assertThat(Reading.count(lane.kafka(), lane.topics().acknowledgements())).isZero();
  }

  @Test
  void nobodyAcknowledgesWithoutAKeyOrWhatIsNotThere() throws Exception {
    bench.store(issued(kill("one", hourAgo)));

    var nobody = acknowledge("one", KeyHash.newKey().reveal(), "{}");
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(acknowledge("one", "", "{}").statusCode()).isEqualTo(401);
    assertThat(
            Requests.send(
                    Requests.post(
                        uri("/v1/recalls/one/acknowledgements"), "application/json", "{}"))
                .statusCode())
        .isEqualTo(401);
    assertThat(acknowledge("two", key, "{}").statusCode()).isEqualTo(404);
    assertThat(acknowledge("one", key, "[]").statusCode()).isEqualTo(400);
    assertThat(acknowledge("one", key, "{\"note\":1}").statusCode()).isEqualTo(400);
    assertThat(acknowledge("one", key, "{\"who\":\"me\"}").statusCode()).isEqualTo(400);
    assertThat(acknowledge("one", key, "x".repeat(5_000)).statusCode()).isEqualTo(413);
    assertThat(Reading.count(lane.kafka(), lane.topics().acknowledgements())).isZero();
  }

  @Test
  void openAndLateRecallsAreCounted() {
    bench.store(
        issued(kill("one", hourAgo)),
        issued(kill("two", hourAgo)),
        acknowledged("two", "paper", hourAgo, null),
        acknowledged("two", "radio", hourAgo, null));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(console.scrape())
                    .contains("copytaster_console_recalls_open{service=\"console\"} 1.0")
                    .contains(
                        "copytaster_console_acknowledgements_late{service=\"console\",subscriber=\"paper\"}"
                            + " 1.0")
                    .contains(
                        "copytaster_console_acknowledgements_late{service=\"console\",subscriber=\"radio\"}"
                            + " 0.0"));
  }

  @Test
  void aSubscriberThatIsNewIsExpectedWithinSecondsAndABadFileKeepsItsLastGoodState()
      throws Exception {
    bench.store(issued(kill("one", hourAgo)));
    file(directory, "radio.yaml", "name: radio", "must-acknowledge-within: soon");
    file(directory, "site.yaml", "name: site", "since: " + hourAgo.minusSeconds(1));
    file(directory, "later.yaml", "name: later", "since: " + hourAgo.plusSeconds(1));
    file(directory, "again.yml", "name: paper");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(json("/v1/recalls/one").path("subscribers").findValuesAsText("name"))
                  .containsExactly("paper", "radio", "site");
              assertThat(json("/v1/recalls/one").at("/subscribers/0/contact").asText())
                  .as("of the file that was there first")
                  .startsWith("night desk");
              assertThat(console.scrape())
                  .contains("copytaster_console_subscriber_files_refused{service=\"console\"} 2.0");
            });
  }

  private List<String> described(String below) throws Exception {
    return console.described("/components/schemas/Recall/properties" + below);
  }

  private HttpResponse<String> acknowledge(String id, String with, String body) throws Exception {
    return Requests.send(
        Requests.post(uri("/v1/recalls/" + id + "/acknowledgements"), "application/json", body)
            .header("Authorization", "Bearer " + with));
  }

  private List<String> ids(String path) throws Exception {
    return json(path).path("recalls").findValuesAsText("id");
  }

  private JsonNode json(String path) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Requests.json(answer);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return Requests.send(HttpRequest.newBuilder(console.uri(path)));
  }

  private String uri(String path) {
    return console.uri(path).toString();
  }
}
