package org.copytaster.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.LifeReason;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table over Kafka's own consumer for tests, which answers as a topic does. */
class ReceiptTableTest {

  private static final TopicPartition PARTITION = new TopicPartition("receipts", 0);

  private final MockConsumer<String, Receipt> consumer = new MockConsumer<>("earliest");
  private final ReceiptTable table = new ReceiptTable(consumer, PARTITION.topic());

  ReceiptTableTest() {
    var info = new PartitionInfo("receipts", 0, Node.noNode(), new Node[0], new Node[0]);
    consumer.updatePartitions("receipts", List.of(info));
    begin(0, 2);
    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(record(0, receipt("urn:a", Instant.EPOCH)));
          consumer.addRecord(record(1, receipt("urn:b", Instant.parse("2199-01-01T00:00:00Z"))));
        });
    table.start();
    await().until(table::current);
  }

  @AfterEach
  void stop() {
    table.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:a", "urn:b"})
  void aReceiptIsKnownHoweverOldOrNewItsTimeIs(String guid) {
    assertThat(known(guid)).isTrue();
  }

  @Test
  void aReceiptIsForgottenOnceTheTopicHasForgottenIt() {
    table.put(receipt("urn:c", Instant.EPOCH), written(2));
    begin(1, 2);

    consumer.schedulePollTask(table::evict);

    await().until(() -> !known("urn:a"));
    assertThat(known("urn:b")).isTrue();
    assertThat(known("urn:c")).as("written and not read yet").isTrue();
  }

  @Test
  void whatIsReadLateTakesNoPlaceOfWhatThisInstanceWroteAfterIt() {
    table.put(receipt("urn:c", "story", Instant.EPOCH), written(2));
    table.put(receipt("urn:c", "kill", Instant.EPOCH), written(3));

    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(record(2, receipt("urn:c", "story", Instant.EPOCH)));
          consumer.addRecord(record(4, receipt("urn:d", Instant.EPOCH)));
        });

    await().until(() -> known("urn:d"));
    assertThat(table.find(new ReceiptKey("urn:c", 1)).orElseThrow().contentHash())
        .isEqualTo("kill");
  }

  @Test
  void whatAnotherInstanceWroteLaterTakesItsPlace() {
    table.put(receipt("urn:c", "story", Instant.EPOCH), written(2));

    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(record(2, receipt("urn:c", "story", Instant.EPOCH)));
          consumer.addRecord(record(3, receipt("urn:c", "kill", Instant.EPOCH)));
          consumer.addRecord(record(4, receipt("urn:d", Instant.EPOCH)));
        });

    await().until(() -> known("urn:d"));
    assertThat(table.find(new ReceiptKey("urn:c", 1)).orElseThrow().contentHash())
        .isEqualTo("kill");
  }

  @Test
  void aTopicThatOthersWriteToAllTheWhileIsCaughtUpWith() {
    var busy = new MockConsumer<String, Receipt>("earliest");
    busy.updatePartitions(
        "receipts",
        List.of(new PartitionInfo("receipts", 0, Node.noNode(), new Node[0], new Node[0])));
    busy.updateBeginningOffsets(Map.of(PARTITION, 0L));
    busy.updateEndOffsets(Map.of(PARTITION, 1L));
    // At each poll one record more is read, and the end has moved on by one.
    for (long offset = 0; offset < 100; offset++) {
      long next = offset;
      busy.schedulePollTask(
          () -> {
            busy.addRecord(record(next, receipt("urn:" + next, Instant.EPOCH)));
            busy.updateEndOffsets(Map.of(PARTITION, next + 3));
          });
    }

    try (var following = new ReceiptTable(busy, PARTITION.topic())) {
      following.start();

      await().until(following::current);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofAKilledVersionNoWordsAreToldWhicheverReceiptIsHeardOfFirst(boolean killFirst) {
    var story = Receipts.of(corrected(2), Stage.PUBLISHED, Instant.EPOCH, null, "test");
    var kill = Receipts.of(killed(1), Stage.STORED, Instant.EPOCH.plusSeconds(9), null, "test");

    table.put(killFirst ? kill : story, written(2));
    table.put(killFirst ? story : kill, written(3));

    assertThat(words(2)).isEmpty();
  }

  @Test
  void aVersionThatCameAfterTheKillKeepsItsWords() {
    table.put(Receipts.of(killed(1), Stage.STORED, Instant.EPOCH, null, "test"), written(2));
    var newer = Instant.EPOCH.plusSeconds(9);
    table.put(Receipts.of(corrected(2), Stage.PUBLISHED, newer, null, "test"), written(3));

    assertThat(words(2)).isEqualTo("CORRECTS name");
  }

  private String words(int version) {
    var life = table.find(new ReceiptKey("urn:c", version)).orElseThrow().life();
    return Objects.requireNonNull(life).getBecause().get(0).getWords();
  }

  private static Article corrected(int version) {
    var life =
        Life.newBuilder()
            .setDecision("publish")
            .setSignal("correction")
            .setBecause(List.of(new LifeReason("edNote", "CORRECTS name", "corrects")))
            .build();
    return article(version).setContentHash("h" + version).setLife(life).build();
  }

  private static Article killed(int version) {
    return article(version).setContentHash("kill").setPubStatus(PubStatus.CANCELED).build();
  }

  private static Article.Builder article(int version) {
    return Article.newBuilder().setGuid("urn:c").setVersion(version);
  }

  private void begin(long beginning, long end) {
    consumer.updateBeginningOffsets(Map.of(PARTITION, beginning));
    consumer.updateEndOffsets(Map.of(PARTITION, end));
  }

  private boolean known(String guid) {
    return table.find(new ReceiptKey(guid, 1)).isPresent();
  }

  private static ConsumerRecord<String, Receipt> record(long offset, Receipt receipt) {
    return new ConsumerRecord<>("receipts", 0, offset, receipt.getGuid(), receipt);
  }

  private static RecordMetadata written(long offset) {
    return new RecordMetadata(PARTITION, offset, 0, 0, 0, 0);
  }

  private static Receipt receipt(String guid, Instant time) {
    return receipt(guid, "h", time);
  }

  private static Receipt receipt(String guid, String hash, Instant time) {
    var article = Article.newBuilder().setGuid(guid).setContentHash(hash).setVersion(1).build();
    return Receipts.of(article, Stage.PUBLISHED, time, null, "test");
  }
}
