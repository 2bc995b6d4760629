package org.copytaster.standalone;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.copytaster.console.letter.LetterDesk;
import org.copytaster.ingest.desk.TopicScan;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.Topics;

/** Puts all dead letters back, as an editor would who asks for all. */
final class ReplayedLetters {

  private static final LetterDesk.Order ORDER =
      new LetterDesk.Order(LetterDesk.Kind.REPLAY, "test", "127.0.0.1", null, false);

  private ReplayedLetters() {}

  /** How many were put back. */
  static long all(KafkaSettings kafka) {
    var letters = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(kafka.consumer(), bytes, bytes);
        var desk = new LetterDesk(kafka, Clock.systemUTC())) {
      var topic = new Topics(kafka.topicPrefix()).deadLetters();
      TopicScan.read(consumer, List.of(topic), letters::add);
      return letters.stream()
          .filter(letter -> letter.value() != null)
          .filter(letter -> desk.carryOut(letter, ORDER).done())
          .count();
    }
  }
}
