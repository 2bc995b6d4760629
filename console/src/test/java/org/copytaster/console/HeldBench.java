package org.copytaster.console;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Requests;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldCause;
import org.copytaster.schemas.record.HeldState;
import org.jspecify.annotations.Nullable;

/** A console with editors, and the topics of the embargo gate, which the test writes itself. */
final class HeldBench implements AutoCloseable {

  static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

  final Secret desk = KeyHash.newKey();
  final Secret guest = KeyHash.newKey();
  private final Path directory;
  private final Lane lane;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final ConsoleBench console;

  HeldBench(Lane lane, Path directory) throws IOException {
    this.lane = lane;
    this.directory = directory;
    editor("desk", desk, "[see-held, release, extend, hold]");
    editor("guest", guest, "see-held");
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    producer =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), serdes.newSerializer());
    new StoreBench(lane).close(); // the tables are there
    console = new ConsoleBench(lane, "COPYTASTER_CONSOLE_EDITORS", directory.toString());
  }

  void editor(String name, Secret key, String may) throws IOException {
    Files.writeString(
        directory.resolve(name + ".yaml"),
        "name: " + name + "\nkey-hash: " + KeyHash.of(key) + "\nmay: " + may + "\n");
  }

  String base() {
    return console.uri("").toString();
  }

  String scrape() {
    return console.scrape();
  }

  void hold(String guid, @Nullable HeldState state) {
    write(lane.topics().held(), guid, state);
  }

  static HeldState state(String guid, int minutes) {
    var until = NOON.plusSeconds(60L * minutes);
    return new HeldState(guid, 1, "pa", 2, NOON, until, HeldCause.EMBARGO, null);
  }

  /** Decides as the embargo gate would. */
  void decide(Act act, ActOutcome outcome) {
    write(
        lane.topics().audit(),
        act.getGuid(),
        Audit.newBuilder()
            .setAct(act)
            .setOutcome(outcome)
            .setWhy("because")
            .setVersion(1)
            .setTime(NOON)
            .build());
  }

  private void write(String topic, String key, @Nullable SpecificRecord value) {
    try {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The acts that were asked for so far. */
  java.util.List<Act> acts(int atLeast) {
    return Reading.<Act>records(lane.kafka(), lane.topics().acts(), atLeast).stream()
        .map(record -> record.value())
        .toList();
  }

  HttpResponse<String> get(String path, @Nullable Secret key) throws Exception {
    return Requests.send(as(key, Requests.get(base() + path)));
  }

  HttpRequest.Builder act(String guid, String kind, @Nullable Secret key, String body) {
    var path =
        "/v1/held/"
            + URLEncoder.encode(guid, StandardCharsets.UTF_8).replace("+", "%20")
            + "/"
            + kind;
    return as(key, Requests.post(base() + path, "application/json", body));
  }

  private static HttpRequest.Builder as(@Nullable Secret key, HttpRequest.Builder request) {
    return key == null ? request : request.header("Authorization", "Bearer " + key.reveal());
  }

  @Override
  public void close() {
    console.close();
    producer.close();
  }
}
