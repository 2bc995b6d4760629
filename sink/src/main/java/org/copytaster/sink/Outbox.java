package org.copytaster.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serializer;
import org.copytaster.runtime.log.Instance;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Receipt;

/** Sends receipts and dead letters; each call returns when the broker has acknowledged them all. */
final class Outbox implements AutoCloseable {

  /** A receipt and the record that it is about, whose trace it carries on. */
  record Slip(Receipt receipt, ConsumerRecord<byte[], byte[]> about) {}

  private final Producer<byte[], byte[]> producer;
  private final Serializer<Receipt> serializer;
  private final Topics topics;

  Outbox(Producer<byte[], byte[]> producer, Serializer<Receipt> serializer, Topics topics) {
    this.producer = producer;
    this.serializer = serializer;
    this.topics = topics;
  }

  /**
   * Sends the original bytes of each refused record.
   *
   * @throws KafkaException if the broker does not take one
   */
  void deadLetters(List<RefusedRecord> refusals) {
    send(
        refusals.stream()
            .map(
                refusal ->
                    DeadLetter.of(
                        refusal.record(), topics.deadLetters(), refusal.cause(), refusal.reason()))
            .toList());
  }

  /**
   * Sends receipts.
   *
   * @throws KafkaException if the broker does not take one or the registry is away
   */
  void receipts(List<Slip> slips) {
    send(slips.stream().map(this::record).toList());
  }

  @Override
  public void close() {
    producer.close();
  }

  private ProducerRecord<byte[], byte[]> record(Slip slip) {
    var about = slip.about();
    var place = new Receipts.Place(about.topic(), about.partition(), about.offset());
    var receipt = Receipts.at(slip.receipt(), place, Instance.name());
    var key = new ReceiptKey(receipt.getGuid(), receipt.getVersion());
    var record =
        new ProducerRecord<>(
            topics.receipts(),
            Receipts.recordKey(receipt).getBytes(UTF_8),
            serializer.serialize(topics.receipts(), receipt));
    EventHeaders.describe(
        record.headers(), EventHeaders.RECEIPT_WRITTEN, "sink", key, receipt.getTime());
    EventHeaders.trace(record.headers(), EventHeaders.trace(about.headers()).orElse(null));
    return record;
  }

  /**
   * Sends records as they are.
   *
   * @throws KafkaException if the broker does not take one
   */
  void send(List<ProducerRecord<byte[], byte[]>> records) {
    var acknowledgements = new ArrayList<Future<RecordMetadata>>();
    for (var record : records) {
      acknowledgements.add(producer.send(record));
    }
    producer.flush();
    for (var acknowledgement : acknowledgements) {
      try {
        acknowledgement.get();
      } catch (ExecutionException e) {
        throw new KafkaException("the broker did not take a record", e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }
}
