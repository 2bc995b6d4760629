package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever goes wrong, no word of the copy stands where people look who may not read it. Each test
 * provokes a failure on an article with marks in it; {@code LeakGuard}, which is on every class,
 * then looks at what was logged, at the headers of dead letters and at the receipts.
 */
@ExtendWith(Lanes.class)
class LeakIT {

  private static final String MARK = Marks.in("provoked");
  private static final String GUID = "urn:leak:1";

  @TempDir private Path directory;

  @Test
  void bytesThatAreNoArticleAreNotQuoted(Lane lane) throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      // No magic byte; the id of another schema with text behind it; of none.
      var poison =
          List.of(MARK.getBytes(UTF_8), framed(lane, MARK), ("\0\0\0\0c" + MARK).getBytes(UTF_8));
      for (var topic : List.of(pipeline.topics().articles(), pipeline.topics().enriched())) {
        poison.forEach(bytes -> produce(lane, topic, bytes));
      }
      pipeline.push(Pipeline.article("urn:leak:last", 1, "goes on"));
      pipeline.stored("urn:leak:last", 1);

      assertThat(Reading.bytes(lane.kafka(), pipeline.topics().deadLetters(), 6)).hasSize(6);
    }
  }

  /** Text behind the frame of an article: the schema is right and the record is not. */
  private static byte[] framed(Lane lane, String text) {
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var topic = new Topics(kafka.topicPrefix()).articles();
    var article = Article.newBuilder().setGuid("g").setVersion(1).setContentHash("h").build();
    try (var serializer = serdes.<Article>newSerializer()) {
      var bytes = Arrays.copyOf(serializer.serialize(topic, article), 5 + text.length());
      System.arraycopy(text.getBytes(UTF_8), 0, bytes, 5, text.length());
      return bytes;
    }
  }

  private static void produce(Lane lane, String topic, byte[] value) {
    try (var producer =
        new KafkaProducer<>(
            lane.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      var unused = producer.send(new ProducerRecord<>(topic, GUID.getBytes(UTF_8), value));
    }
  }
}
