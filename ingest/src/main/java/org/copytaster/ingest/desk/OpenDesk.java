package org.copytaster.ingest.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.ingest.metrics.IngestMetrics;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.health.DiskRoom;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.LetterPartitioner;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Receipt;

/** A desk with its Kafka clients, from opening to closing time. */
public final class OpenDesk implements AutoCloseable {

  private final KafkaProducer<String, Object> producer;
  private final ReceiptTable receipts;
  private final KafkaProducer<byte[], byte[]> originals;
  private final Intake intake;

  /**
   * What a desk takes at most.
   *
   * @param disk where there is no room left nothing but kills is taken
   * @param mostUnderWay articles that are being published at once; more are answered busy
   */
  public record Limits(DiskRoom disk, int mostUnderWay) {}

  /**
   * Who is told what happens at a desk.
   *
   * @param heard is told the source of each article that was taken or recognised as a repeat, and
   *     when it was received
   */
  public record Watch(IngestMetrics metrics, Tracing tracing, BiConsumer<String, Instant> heard) {}

  /**
   * Opens a desk; it takes articles once it is {@link #ready}.
   *
   * @param limits what it takes at most
   */
  public OpenDesk(KafkaSettings kafka, Limits limits, Clock clock, Watch watch) {
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var topics = new Topics(kafka.topicPrefix());
    this.producer =
        new KafkaProducer<>(producer(kafka), new StringSerializer(), serdes.newSerializer());
    var consumer =
        new KafkaConsumer<>(
            kafka.consumer(), new StringDeserializer(), serdes.<Receipt>newDeserializer());
    this.receipts = new ReceiptTable(consumer, topics.receipts());
    var desk =
        new Desk(new DeskParts(producer, topics, receipts, clock, watch), limits.mostUnderWay());
    this.originals =
        new KafkaProducer<>(originals(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    this.intake = new Intake(desk, new Originals(originals, topics), limits.disk(), watch);
    watch.metrics().watch(producer, receipts::size);
    receipts.start();
  }

  /** Where copy is handed over. */
  public Intake intake() {
    return intake;
  }

  /** Whether all receipts are known and the broker answers. */
  public boolean ready() {
    return receipts.current();
  }

  @Override
  public void close() {
    originals.close(Duration.ofSeconds(5));
    producer.close(Duration.ofSeconds(5));
    receipts.close();
  }

  /** Answers must come while the client still waits, so the producer gives up after ten seconds. */
  private static Map<String, Object> producer(KafkaSettings kafka) {
    var config = new HashMap<>(kafka.producer());
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 2);
    config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
    config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    config.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD_BYTES);
    config.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 64 * 1024 * 1024L);
    return config;
  }

  /** The same patience, a name of its own, and zstd: copy is text and written once. */
  private static Map<String, Object> originals(KafkaSettings kafka) {
    var config = new HashMap<>(producer(kafka));
    config.computeIfPresent(ProducerConfig.CLIENT_ID_CONFIG, (name, id) -> id + "-originals");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.putIfAbsent(ProducerConfig.PARTITIONER_CLASS_CONFIG, LetterPartitioner.class.getName());
    return config;
  }
}
