package org.copytaster.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Lanes.class)
class RecordsIT {

  @Test
  void anArticleComesBackAsItWasWritten(Lane lane) throws Exception {
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var topic = new Topics(kafka.topicPrefix()).articles();
    var article =
        Article.newBuilder()
            .setGuid("urn:x:1")
            .setVersionCreated(Instant.parse("2026-11-23T10:00:00Z"))
            .setHeadline("Zürich – “quoted”")
            .setBody("Body")
            .build();
    try (var producer =
            new KafkaProducer<>(
                kafka.producer(), new StringSerializer(), serdes.<Article>newSerializer());
        var consumer =
            new KafkaConsumer<>(
                kafka.consumer(), new StringDeserializer(), serdes.<Article>newDeserializer())) {
      producer.send(new ProducerRecord<>(topic, article.getGuid(), article)).get();
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(p -> new org.apache.kafka.common.TopicPartition(topic, p.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());

      var read = consumer.poll(Duration.ofSeconds(20));

      assertThat(read).extracting(ConsumerRecord::value).containsExactly(article);
    }
  }
}
