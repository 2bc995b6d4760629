package org.copytaster.parts.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.RecordSerdes;

/** Writes records to a topic, as somebody else's program would. */
public final class Writing {

  private Writing() {}

  /** Writes records, each under its field {@code guid}, and waits until the broker has them all. */
  public static void records(
      KafkaSettings kafka, String topic, List<? extends SpecificRecord> records) {
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    try (var producer =
        new KafkaProducer<>(
            kafka.producer(), new StringSerializer(), serdes.<SpecificRecord>newSerializer())) {
      var sent = new ArrayList<Future<RecordMetadata>>();
      for (var record : records) {
        var guid = String.valueOf(record.get(record.getSchema().getField("guid").pos()));
        sent.add(producer.send(new ProducerRecord<>(topic, guid, record)));
      }
      for (var each : sent) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("not all of the records were written to " + topic, e);
    }
  }
}
