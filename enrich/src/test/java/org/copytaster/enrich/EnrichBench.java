package org.copytaster.enrich;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.record.Article;

/** A running enrich, what is written to its topic, and what comes out of it. */
final class EnrichBench implements AutoCloseable {

  private final Lane lane;
  private final Metrics metrics = new Metrics("enrich");
  private final Service enrich;

  /**
   * An enrich that is ready.
   *
   * @param state where it keeps what it knows
   */
  EnrichBench(Lane lane, Path state) {
    this.lane = lane;
    var settings =
        lane.settings(
            "COPYTASTER_ENRICH_OPS_PORT", "0", "COPYTASTER_ENRICH_STATE", state.toString());
    enrich = Enrich.service(EnrichSettings.read(settings), metrics);
    enrich.start();
    await().atMost(Duration.ofSeconds(60)).until(enrich::ready);
  }

  /** Writes articles as the desk does, and waits until the broker has them. */
  void publish(Article... articles) {
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    try (var producer =
        new KafkaProducer<>(
            kafka.producer(), new StringSerializer(), serdes.<Article>newSerializer())) {
      for (var article : articles) {
        var topic = lane.topics().articles();
        producer.send(new ProducerRecord<>(topic, article.getGuid(), article)).get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The committed records of a topic, once there are so many. */
  <T extends SpecificRecord> List<ConsumerRecord<String, T>> records(String topic, int atLeast) {
    return Reading.records(lane.kafka(), topic, atLeast);
  }

  /** Stops it; nothing of the copy may be among its metrics. */
  @Override
  public void close() {
    Marks.refuse("the metrics of enrich", metrics.scrape());
    enrich.close();
  }
}
