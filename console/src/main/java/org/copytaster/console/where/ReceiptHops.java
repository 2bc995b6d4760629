package org.copytaster.console.where;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.copytaster.console.act.RefusedException;
import org.copytaster.console.follow.RecordFetch;
import org.copytaster.console.follow.TopicFollower;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Receipt;

/** What the receipts say of an article: each service wrote its own stage. */
final class ReceiptHops implements AutoCloseable {

  private static final int MOST = 60;
  private static final int MOST_TOGETHER = 200;

  private final String topic;
  private final TopicFollower<ReceiptIndex> follower;
  private final RecordFetch fetch;
  private final Deserializer<Receipt> receipts;

  ReceiptHops(KafkaSettings kafka) {
    topic = new Topics(kafka.topicPrefix()).receipts();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    receipts = serdes.newDeserializer();
    fetch = new RecordFetch(kafka);
    follower =
        new TopicFollower<>(
            kafka,
            List.of(topic),
            new TopicFollower.Beginning<>() {
              @Override
              public ReceiptIndex make() {
                return new ReceiptIndex(ReceiptIndex.MOST);
              }

              @Override
              public void take(ReceiptIndex index, ConsumerRecord<byte[], byte[]> record) {
                index.take(record);
              }
            });
  }

  void start() {
    follower.start();
  }

  /**
   * What was found.
   *
   * @param complete whether all receipts are known that the topic has
   */
  record Found(List<Hop> hops, List<Receipt> receipts, boolean complete) {}

  /**
   * The receipts of a guid.
   *
   * @throws RefusedException while they have not been read
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  Found of(String guid) throws RefusedException {
    var index = follower.current();
    if (index == null) {
      throw RefusedException.later("the receipts have not been read yet; try again");
    }
    var hops = new ArrayList<Hop>();
    var found = new ArrayList<Receipt>();
    var places = index.of(guid, MOST);
    for (var place : places.subList(0, Math.min(places.size(), MOST_TOGETHER))) {
      var record = fetch.at(topic, place.partition(), place.offset());
      if (record.isPresent() && isOf(guid, record.get())) {
        var receipt = receipts.deserialize(topic, record.get().value());
        found.add(receipt);
        hops.add(hop(receipt, record.get()));
      }
    }
    return new Found(hops, found, index.complete());
  }

  @Override
  public void close() {
    follower.close();
    fetch.close();
  }

  private static boolean isOf(String guid, ConsumerRecord<byte[], byte[]> record) {
    return record.key() != null
        && record.value() != null
        && ReceiptIndex.guid(new String(record.key(), UTF_8)).equals(guid);
  }

  private static Hop hop(Receipt receipt, ConsumerRecord<byte[], byte[]> record) {
    int order =
        switch (receipt.getStage()) {
          case PUBLISHED -> 10;
          case HELD -> 20;
          case REFUSED -> 30;
          default -> 50;
        };
    var what = receipt.getStage().name().toLowerCase(Locale.ROOT);
    var life = receipt.getLife();
    var hop =
        StoreHops.hop(receipt.getTime(), order, what)
            .version(receipt.getVersion())
            .with("service", receipt.getWrittenBy())
            .with("instance", receipt.getInstance())
            .with("topic", receipt.getTopic())
            .with(
                "partition", receipt.getPartition() == null ? null : (long) receipt.getPartition())
            .with("offset", receipt.getOffset())
            .with("decision", life == null ? null : life.getDecision())
            .with("reason", receipt.getReason())
            .with("trace", EventHeaders.trace(record.headers()).orElse(null));
    if (Receipts.isTest(receipt)) {
      hop.said().put("test", true);
    }
    hop.said()
        .putObject("receipt")
        .put("id", receipt.getId())
        .put("partition", record.partition())
        .put("offset", record.offset());
    return hop;
  }
}
