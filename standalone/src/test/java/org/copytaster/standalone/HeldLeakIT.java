package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Audit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An article is held, put off, kept and released from the command line. Until it is released no
 * word of it stands anywhere; {@code LeakGuard} looks at log, receipts, dead letters and acts, and
 * the pipeline at metrics.
 */
@ExtendWith(Lanes.class)
class HeldLeakIT {

  private static final String GUID = "urn:held/1 %".replace(" ", "-");

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void nothingOfAHeldArticleIsSaidUntilAnEditorReleasesIt(Lane lane) throws Exception {
    var key = KeyHash.newKey();
    Files.writeString(directory.resolve("key"), key.reveal());
    Files.createDirectory(directory.resolve("editors"));
    Files.writeString(
        directory.resolve("editors/desk.yaml"),
        "name: desk\nkey: file:../key\nmay: [see-held, release, extend, hold]\n");
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      var events = events(pipeline);
      var until = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
      var receipt = pipeline.push(embargoed(until));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> held(pipeline, "list").contains(until.toString()));

      assertThat(held(pipeline, "list", "--json")).contains("\"cause\":\"embargo\"");
      assertThat(held(pipeline, "extend", GUID, "--until", until.plusSeconds(60).toString()))
          .contains("applied: held until " + until.plusSeconds(60));
      assertThat(held(pipeline, "hold", GUID, "--reason", "legal asks")).contains("applied");
      assertThat(held(pipeline, "release", GUID, "--only-version", "7")).contains("refused");
      assertThat(held(pipeline, "list")).contains("until somebody releases it").contains("(desk)");

      assertThat(pipeline.status(GUID)).isEqualTo(404);
      Marks.refuse("the receipt", pipeline.receipt(receipt.path("id").asText()).toString());
      for (var path : List.of("articles", "articles?q=headline", "status")) {
        Marks.refuse(path, get(pipeline, "/v1/" + path));
      }
      for (var service : List.of("ingest", "enrich", "sink", "console")) {
        Marks.refuse("the metrics of " + service, pipeline.metrics(service));
      }
      events.forEach(line -> Marks.refuse("the events", line));

      assertThat(held(pipeline, "release", GUID)).contains("applied: released by an editor");

      assertThat(pipeline.stored(GUID, 1).path("text").asText()).contains(Marks.in("body"));
      assertThat(held(pipeline, "list")).isEmpty();
      assertThat(held(pipeline, "release", GUID)).contains("refused: it is not held");
      List<ConsumerRecord<String, Audit>> audit = pipeline.records(pipeline.topics().audit(), 5);
      assertThat(audit)
          .extracting(record -> record.value().getOutcome())
          .containsExactly(
              ActOutcome.APPLIED,
              ActOutcome.APPLIED,
              ActOutcome.REFUSED,
              ActOutcome.APPLIED,
              ActOutcome.REFUSED);
    }
  }

  private static String embargoed(Instant until) {
    var json = Pipeline.article(GUID, 1, "President Maria Lopez arrives in Berlin.");
    return json.replaceFirst("\\{", "{\"embargoed\":\"" + until + "\",");
  }

  /** What a command prints, in both streams. */
  private String held(Pipeline pipeline, String... arguments) {
    var said = new StringWriter();
    var out = new PrintWriter(said);
    var all = new java.util.ArrayList<>(List.of("held"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of("--console", pipeline.page(), "--key-file", directory.resolve("key").toString()));
    int unused = Main.commandLine().setOut(out).setErr(out).execute(all.toArray(String[]::new));
    return said.toString();
  }

  private String get(Pipeline pipeline, String path) throws Exception {
    var uri = URI.create(pipeline.page()).resolve(path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private ConcurrentLinkedQueue<String> events(Pipeline pipeline) {
    var lines = new ConcurrentLinkedQueue<String>();
    var uri = URI.create(pipeline.page()).resolve("/v1/events");
    var unused =
        http.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofLines())
            .thenAccept(answer -> answer.body().forEach(lines::add));
    return lines;
  }
}
