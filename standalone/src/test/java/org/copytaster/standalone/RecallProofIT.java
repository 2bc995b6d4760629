package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Machine;
import org.copytaster.parts.testing.Requests;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.schemas.record.Recall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a pushed kill to the proof that everybody has acted, over all services. */
@ExtendWith(Lanes.class)
class RecallProofIT {

  private static final Path COPY = Path.of("target", "acknowledger");
  private static final String GUID = "urn:test:recalled";

  @TempDir private Path directory;

  @Test
  void aKillIsCalledBackAndAcknowledgedWithAKey(Lane lane) throws Exception {
    var key = KeyHash.newKey().reveal();
    subscriber("radio", "key-hash: " + KeyHash.of(new Secret(key)));
    try (var pipeline = new Pipeline(with(lane), directory.resolve("state"))) {
      pipeline.start();
      killed(pipeline);
      var open = recall(pipeline, "radio", "waiting");
      assertThat(open.path("kind").asText()).isEqualTo("KILL");
      assertThat(open.path("reason").asText()).isEqualTo("Wrong person.");
      assertThat(open.at("/versionCount").asInt()).isEqualTo(2);

      var path = "/v1/recalls/" + open.path("id").asText() + "/acknowledgements";
      var answer =
          Requests.send(
              Requests.post(url(pipeline, path), "application/json", "{\"note\":\"gone\"}")
                  .header("Authorization", "Bearer " + key));
      assertThat(answer.statusCode()).isEqualTo(202);

      assertThat(recall(pipeline, "radio", "acknowledged").path("open").asBoolean()).isFalse();
    }
  }

  @Test
  void theSampleSubscriberInNodeAcknowledges(Lane lane) throws Exception {
    NodeExample.install("acknowledger.mjs", COPY);
    subscriber("evening-paper", "must-acknowledge-within: 10m");
    try (var pipeline = new Pipeline(with(lane), directory.resolve("state"))) {
      pipeline.start();
      killed(pipeline);
      recall(pipeline, "evening-paper", "waiting");

      var ended = Machine.run(COPY, Map.of(), Duration.ofSeconds(90), command(lane));

      assertThat(ended.output()).as("what it said: %s", ended.errors()).isNotBlank();
      var printed = new ObjectMapper().readTree(ended.output());
      assertThat(printed.path("guid").asText()).isEqualTo(GUID);
      assertThat(printed.at("/versions/0/since").asText()).isNotBlank();
      var recall = recall(pipeline, "evening-paper", "acknowledged");
      assertThat(recall.path("id").asText()).isEqualTo(printed.path("id").asText());
      assertThat(recall.path("open").asBoolean()).isFalse();
      assertThat(recall.at("/subscribers/0/late").asBoolean()).isFalse();
    }
  }

  /** What the group has forgotten is read again, and calls nothing back again. */
  @Test
  void aPipelineThatIsStartedAnewCallsNothingBackTwice(Lane lane) throws Exception {
    subscriber("radio", "must-acknowledge-within: 10m");
    try (var before = new Pipeline(with(lane), directory.resolve("first"))) {
      before.start();
      killed(before);
      recall(before, "radio", "waiting");
    }
    RepeatIT.goBack(lane);
    try (var after = new Pipeline(with(lane), directory.resolve("second"))) {
      after.start();
      after.push(Pipeline.article("urn:test:more", 1, "one more"));
      after.stored("urn:test:more", 1);
      RepeatIT.awaitAllRead(lane);
      after.push("{\"guid\":\"" + GUID + "\",\"version\":3,\"pubStatus\":\"CANCELED\"}");
      after.push(Pipeline.article("urn:test:last", 1, "one more"));
      after.stored("urn:test:last", 1);

      assertThat(after.<Recall>records(after.topics().recalls(), 1)).hasSize(1);
    }
  }

  private static void killed(Pipeline pipeline) throws Exception {
    pipeline.push(Pipeline.article(GUID, 1, "first"));
    pipeline.push(Pipeline.article(GUID, 2, "second"));
    pipeline.stored(GUID, 2);
    pipeline.push(
        "{\"guid\":\""
            + GUID
            + "\",\"version\":2,\"pubStatus\":\"CANCELED\",\"edNote\":\"Wrong person.\"}");
  }

  /** The one recall, once the subscriber is in this state. */
  private static JsonNode recall(Pipeline pipeline, String subscriber, String state)
      throws Exception {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                Requests.json(Requests.send(Requests.get(url(pipeline, "/v1/recalls"))))
                    .at("/recalls/0/subscribers"),
            found ->
                found.path(0).path("name").asText().equals(subscriber)
                    && found.path(0).path("state").asText().equals(state));
    var found = Requests.json(Requests.send(Requests.get(url(pipeline, "/v1/recalls"))));
    assertThat(found.path("recalls")).hasSize(1);
    return found.at("/recalls/0");
  }

  private static String url(Pipeline pipeline, String path) {
    return "http://127.0.0.1:" + pipeline.port("console") + path;
  }

  private void subscriber(String name, String line) throws IOException {
    Files.createDirectories(directory.resolve("subscribers"));
    Files.writeString(
        directory.resolve("subscribers").resolve(name + ".yaml"), "name: " + name + "\n" + line);
  }

  private Lane with(Lane lane) {
    var environment = new HashMap<>(lane.environment());
    environment.put("COPYTASTER_CONSOLE_SUBSCRIBERS", directory.resolve("subscribers").toString());
    return new Lane(environment, lane.kafka(), lane.databaseUrl(), lane.storeLog());
  }

  private static List<String> command(Lane lane) {
    var topics = lane.topics();
    return List.of(
        "node",
        "acknowledger.mjs",
        "--name=evening-paper",
        "--brokers=" + lane.kafka().bootstrap(),
        "--registry=" + lane.kafka().registry().get("schema.registry.url"),
        "--recalls=" + topics.recalls(),
        "--acknowledgements=" + topics.acknowledgements(),
        "--group=" + topics.prefix() + "acknowledger",
        "--max=1",
        "--seconds=60");
  }
}
