package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.ingest.desk.Reread;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.standalone.embedded.Parts;
import org.copytaster.standalone.embedded.Ports;
import org.copytaster.standalone.leak.Marks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Parts.class)
class RereadIT {

  private static final String COPY =
      "The ferry to the islands runs again from Tuesday. " + Marks.in("body");

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Service> services = new ArrayList<>();

  @AfterEach
  void stop() {
    services.forEach(Service::close);
  }

  @Test
  void theBytesAreKeptBesideTheArticle(Parts.Lane lane) throws Exception {
    post(ingest(lane), "text/plain", COPY);

    var original = Reading.bytes(lane.kafka(), topics(lane).originals(), 1).get(0);

    assertThat(new String(original.value(), UTF_8)).isEqualTo(COPY);
    assertThat(EventHeaders.get(original.headers(), "copytaster.format")).contains("text");
    assertThat(articles(lane, topics(lane).articles(), 1).get(0).getOriginal())
        .isEqualTo(new String(original.key(), UTF_8));
  }

  @Test
  void whatIsReadAsBeforeIsNotPublishedAgain(Parts.Lane lane) throws Exception {
    post(ingest(lane), "text/plain", COPY);

    var told = reread(lane, false);

    assertThat(told).extracting(Reread.Told::outcome).containsExactly(Reread.Outcome.SAME);
    assertThat(articles(lane, topics(lane).backfill(), 0)).isEmpty();
  }

  @Test
  void whatIsReadBetterReplacesTheOldReadingAndStaysARepeat(Parts.Lane lane) throws Exception {
    var base = ingest(lane);
    post(base, "text/plain", COPY);
    var asRead = articles(lane, topics(lane).articles(), 1).get(0);
    publish(lane, Article.newBuilder(asRead).setBody("garbled").setContentHash("old").build());

    var told = reread(lane, false);

    assertThat(told).extracting(Reread.Told::outcome).containsExactly(Reread.Outcome.CHANGED);
    assertThat(articles(lane, topics(lane).backfill(), 1)).containsExactly(asRead);
    assertThat(post(base, "text/plain", COPY).statusCode()).isEqualTo(200);
  }

  @Test
  void aDryRunTellsAndPublishesNothing(Parts.Lane lane) throws Exception {
    post(ingest(lane), "text/plain", COPY);
    var asRead = articles(lane, topics(lane).articles(), 1).get(0);
    publish(lane, Article.newBuilder(asRead).setContentHash("old").build());

    var told = reread(lane, true);

    assertThat(told).extracting(Reread.Told::outcome).containsExactly(Reread.Outcome.CHANGED);
    assertThat(articles(lane, topics(lane).backfill(), 0)).isEmpty();
  }

  @Test
  void whatCannotBeReadIsWholeInTheDeadLettersAndAReplayPutsItAmongTheOriginals(Parts.Lane lane)
      throws Exception {
    var damaged = "{\"guid\":\"g\",\n\"body\":}";
    var answer = post(ingest(lane), "application/json", damaged);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 2");
    var letter = Reading.bytes(lane.kafka(), topics(lane).deadLetters(), 1).get(0);
    assertThat(new String(letter.value(), UTF_8)).isEqualTo(damaged);
    assertThat(DeadLetter.topicOf(letter.headers())).contains(topics(lane).originals());

    new Replay(lane.kafka(), false).run(each -> true, each -> {});

    assertThat(reread(lane, false))
        .extracting(Reread.Told::outcome)
        .containsExactly(Reread.Outcome.UNREADABLE);
  }

  private static List<Reread.Told> reread(Parts.Lane lane, boolean dryRun) {
    var told = new ArrayList<Reread.Told>();
    new Reread(lane.kafka(), dryRun, Clock.systemUTC()).run(source -> true, told::add);
    return told;
  }

  /** As a reader of before would have. */
  private static void publish(Parts.Lane lane, Article article) throws Exception {
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    try (var producer =
        new KafkaProducer<String, Article>(
            kafka.producer(), new StringSerializer(), serdes.<Article>newSerializer())) {
      producer
          .send(new ProducerRecord<>(topics(lane).articles(), article.getGuid(), article))
          .get();
    }
  }

  private static List<Article> articles(Parts.Lane lane, String topic, int atLeast) {
    return Reading.<Article>records(lane.kafka(), topic, atLeast).stream()
        .map(record -> record.value())
        .toList();
  }

  private static Topics topics(Parts.Lane lane) {
    return new Topics(lane.kafka().topicPrefix());
  }

  private String ingest(Parts.Lane lane) {
    int port = Ports.free();
    var settings = IngestSettings.read(lane.settings("COPYTASTER_INGEST_PORT", "" + port));
    var service = Ingest.service(settings, new Metrics("ingest"));
    service.start();
    services.add(service);
    await().atMost(Duration.ofSeconds(30)).until(service::ready);
    return "http://127.0.0.1:" + port;
  }

  private HttpResponse<String> post(String base, String type, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + "/v1/articles"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
