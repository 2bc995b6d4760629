package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.runtime.described.KeyHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of those on call, against a pipeline that runs. */
@ExtendWith(Lanes.class)
class DeskCommandsIT {

  @Test
  void aPoisonRecordIsSeenTriedReplayedOnceAndItsReturnParked(Lane lane, @TempDir Path directory)
      throws Exception {
    var key = KeyHash.newKey();
    Files.writeString(directory.resolve("key"), key.reveal());
    Files.writeString(
        Files.createDirectory(directory.resolve("editors")).resolve("ops.yaml"),
        "name: ops\nkey: file:../key\nmay: [see-held, see-letters, read-letters, replay, park]\n");
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      var desk = new Desk(pipeline, directory.resolve("key"));
      pipeline.push(Pipeline.article("urn:desk:1", 1, "Body"));
      pipeline.stored("urn:desk:1", 1);
      poison(lane);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> desk.run("dead-letters", "list").said().contains("urn:desk:1"));

      var list = desk.run("dead-letters", "list", "--guid", "urn:desk:1").said();
      assertThat(list).contains("1  ", "the value cannot be read", "open");
      var letter = list.lines().toList().get(1).split(" ", 2)[0];
      assertThat(desk.run("dead-letters", "show", letter).said())
          .contains("this is no article", "__streams.errors.topic: ", "74 68 69 73");
      var replayed = desk.run("replay", "--guid", "urn:desk:1");
      var again = desk.run("dead-letters", "replay", letter);
      assertThat(replayed.said()).contains("done: it was put back on", "1 replayed");
      assertThat(again.said()).contains("repeat: it was put back before", "0 replayed");

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> desk.run("dead-letters", "list").said().contains("put back 1 times before"));
      assertThat(desk.run("dead-letters", "park", "--guid", "urn:desk:1", "--reason", "x").said())
          .contains("done: it is parked");
      await().until(() -> !desk.run("dead-letters", "list").said().contains("urn:desk:1"));
      assertThat(Reading.bytes(lane.kafka(), lane.topics().deadLetters(), 2)).hasSize(2);

      var where = desk.run("where", "urn:desk:1");
      assertThat(where.code()).isZero();
      assertThat(where.said())
          .contains("version 1 is stored and shown", "published", lane.topics().articles() + "/")
          .contains("tagged", "stored", lane.topics().enriched() + "/", "dead-letter", "parked")
          .doesNotContain("not shown");
      assertThat(desk.run("where", "urn:none").code()).isEqualTo(2);
    }
  }

  private static void poison(Lane lane) throws Exception {
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(lane.kafka().producer(), bytes, bytes)) {
      producer
          .send(
              new ProducerRecord<>(
                  lane.topics().articles(),
                  "urn:desk:1".getBytes(UTF_8),
                  "this is no article".getBytes(UTF_8)))
          .get();
    }
  }

  private record Ran(int code, String said) {}

  private record Desk(Pipeline pipeline, Path key) {

    Ran run(String... command) {
      var said = new StringWriter();
      var arguments = new ArrayList<>(List.of(command));
      arguments.addAll(
          List.of(
              "--console",
              "http://127.0.0.1:" + pipeline.port("console"),
              "--key-file",
              key.toString()));
      int code =
          Main.commandLine()
              .setOut(new PrintWriter(said, true))
              .setErr(new PrintWriter(said, true))
              .execute(arguments.toArray(String[]::new));
      return new Ran(code, said.toString());
    }
  }
}
