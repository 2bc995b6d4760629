package org.copytaster.standalone.up;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.runtime.KafkaSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When {@code up} takes its broker for one that has forgotten to end a transaction. */
@ExtendWith(Lanes.class)
class StableOffsetsIT {

  @Test
  void offsetsThatAreCommittedAreKnown(Lane lane) throws Exception {
    try (var producer = begun(lane);
        var question = new StableOffsets(lane.kafka(), group(lane))) {
      commit(lane, producer, 3);
      producer.commitTransaction();

      question.ask();
      question.ask();
    }
  }

  @Test
  void transactionThatIsOpenIsNoFaultOfTheBroker(Lane lane) throws Exception {
    try (var producer = begun(lane);
        var question = new StableOffsets(lane.kafka(), group(lane))) {
      commit(lane, producer, 3);
      producer.commitTransaction();
      producer.beginTransaction();
      commit(lane, producer, 7);

      question.ask();
      question.ask();
      question.ask();
    }
  }

  /** As after the fault: the offsets are not known, and the log that is looked at has no reason. */
  @Test
  void offsetsThatAreHeldBackWithoutAReasonAreAFaultUntilTheyAreKnown(Lane lane) throws Exception {
    try (var producer = begun(lane);
        var question = new StableOffsets(lane.kafka(), group(lane), lane.topics().articles())) {
      commit(lane, producer, 3);
      producer.commitTransaction();
      producer.beginTransaction();
      commit(lane, producer, 7);

      question.ask();
      assertThatThrownBy(question::ask).isInstanceOf(TimeoutException.class);
      assertThatThrownBy(question::ask).isInstanceOf(TimeoutException.class);

      producer.abortTransaction();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThatCode(question::ask).doesNotThrowAnyException());
    }
  }

  @Test
  void brokerThatIsAwayIsNotThisFault(Lane lane) throws Exception {
    var away = lane.settings("COPYTASTER_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Ports.free());
    try (var question = new StableOffsets(KafkaSettings.read(away), group(lane))) {
      question.ask();
      question.ask();
    }
  }

  private static KafkaProducer<String, String> begun(Lane lane) {
    var config = new HashMap<>(lane.kafka().producer());
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group(lane));
    var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    return producer;
  }

  private static void commit(Lane lane, KafkaProducer<String, String> producer, long offset) {
    var config = new HashMap<>(lane.kafka().consumer());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group(lane));
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(config, text, text)) {
      producer.sendOffsetsToTransaction(
          Map.of(new TopicPartition(lane.topics().articles(), 1), new OffsetAndMetadata(offset)),
          consumer.groupMetadata());
    }
  }

  private static String group(Lane lane) {
    return lane.kafka().topicPrefix() + "held-back";
  }
}
