package org.copytaster.console.letter;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.log.Fault;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topic;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.LetterState;
import org.copytaster.schemas.record.LetterStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is asked with a dead letter, once. A replay and the note that it was done are one
 * transaction, and all desks share one transactional id: whoever begins shuts the others out, and
 * then reads what they have noted. So a letter is put back once, whichever desks are asked, however
 * often, and wherever one of them breaks off.
 */
public final class LetterDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LetterDesk.class);

  /** A letter that came back so often is not put back again unless that is asked for. */
  public static final int MOST_REPLAYS = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int TRIES = 5;

  private final KafkaSettings kafka;
  private final Topics topics;
  private final Clock clock;
  private final Set<String> known;
  private final Serializer<LetterState> serializer;
  private final Deserializer<LetterState> deserializer;
  private final Map<String, Noted> states = new HashMap<>();
  private @Nullable KafkaProducer<byte[], byte[]> producer;
  private @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /** Connects at the first thing that is asked of it. */
  public LetterDesk(KafkaSettings kafka, Clock clock) {
    this.kafka = kafka;
    this.topics = new Topics(kafka.topicPrefix());
    this.clock = clock;
    this.known =
        topics.all(Duration.ofDays(1), Duration.ofDays(1)).stream()
            .map(Topic::name)
            .filter(name -> !name.equals(topics.deadLetters()))
            .filter(name -> !name.equals(topics.letterStates()))
            .collect(Collectors.toUnmodifiableSet());
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    this.serializer = serdes.newSerializer();
    this.deserializer = serdes.newDeserializer();
  }

  /** What can be done with a letter. */
  public enum Kind {
    REPLAY,
    PARK,
    UNPARK
  }

  /**
   * Who asks for what.
   *
   * @param by the editor's name
   * @param from the address
   * @param reason one line, or null
   * @param force whether a replay is done again, and however often the letter came back
   */
  public record Order(Kind kind, String by, String from, @Nullable String reason, boolean force) {}

  /**
   * What came of it.
   *
   * @param done whether something was done now
   * @param refused whether it was not done, and is not so already
   * @param why one sentence
   */
  public record Outcome(boolean done, boolean refused, String why, LetterStatus status) {}

  /** A state and its offset: what was noted here may be read again later, after newer notes. */
  private record Noted(LetterState state, long offset) {}

  /**
   * Does what is asked with one letter.
   *
   * @throws KafkaException if the broker does not take it in time; it may be done all the same, and
   *     asking again tells
   */
  public synchronized Outcome carryOut(ConsumerRecord<byte[], byte[]> letter, Order order) {
    for (int i = 1; ; i++) {
      try {
        return tried(letter, order);
      } catch (KafkaException e) {
        // another desk has begun since, or the broker forgot this one: read what it did, decide
        // anew
        leave();
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  @Override
  public synchronized void close() {
    leave();
  }

  private Outcome tried(ConsumerRecord<byte[], byte[]> letter, Order order) {
    var writing = producer == null ? begin() : producer;
    catchUp();
    var identity = DeadLetter.identity(letter);
    var before = states.get(LetterLine.text(identity));
    var status = before == null ? LetterStatus.OPEN : before.state().getStatus();
    var refusal = refusal(letter, order, status);
    if (refusal != null) {
      return refusal;
    }
    var state = state(letter, order);
    writing.beginTransaction();
    if (order.kind() == Kind.REPLAY) {
      var unused = writing.send(DeadLetter.replay(letter));
    }
    var note = serializer.serialize(topics.letterStates(), state);
    var noted = writing.send(new ProducerRecord<>(topics.letterStates(), identity, note));
    writing.commitTransaction();
    states.put(LetterLine.text(identity), new Noted(state, sent(noted)));
    var why =
        order.kind() == Kind.REPLAY
            ? "it was put back on " + DeadLetter.said(letter.headers(), DeadLetter.TOPIC).orElse("")
            : order.kind() == Kind.PARK ? "it is parked" : "it is open again";
    return new Outcome(true, false, why, state.getStatus());
  }

  /** The offset of what was committed, so that it is there. */
  private static long sent(Future<RecordMetadata> committed) {
    try {
      return committed.get().offset();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("the broker did not take a note", e.getCause());
    }
  }

  private @Nullable Outcome refusal(
      ConsumerRecord<byte[], byte[]> letter, Order order, LetterStatus status) {
    return switch (order.kind()) {
      case PARK ->
          status == LetterStatus.PARKED
              ? new Outcome(false, false, "it was parked before", status)
              : status == LetterStatus.REPLAYED
                  ? new Outcome(false, true, "it was put back, so nobody waits for it", status)
                  : null;
      case UNPARK ->
          status == LetterStatus.OPEN
              ? new Outcome(false, false, "it was open before", status)
              : status == LetterStatus.REPLAYED
                  ? new Outcome(false, true, "it was put back, so it is not parked", status)
                  : null;
      case REPLAY -> refusedReplay(letter, order, status);
    };
  }

  private @Nullable Outcome refusedReplay(
      ConsumerRecord<byte[], byte[]> letter, Order order, LetterStatus status) {
    var topic = DeadLetter.topicOf(letter.headers()).orElse("");
    if (!known.contains(topic)) {
      return new Outcome(false, true, "it names no topic of this pipeline to go back to", status);
    }
    if (order.force()) {
      return null;
    }
    if (status == LetterStatus.REPLAYED) {
      return new Outcome(false, false, "it was put back before", status);
    }
    int replays = DeadLetter.replays(letter.headers());
    return replays < MOST_REPLAYS
        ? null
        : new Outcome(
            false,
            true,
            "it was put back "
                + replays
                + " times and came back each time; correct the cause, then"
                + " ask with force",
            status);
  }

  private LetterState state(ConsumerRecord<byte[], byte[]> letter, Order order) {
    return LetterState.newBuilder()
        .setLetter(letter.partition() + "/" + letter.offset())
        .setStatus(
            switch (order.kind()) {
              case REPLAY -> LetterStatus.REPLAYED;
              case PARK -> LetterStatus.PARKED;
              case UNPARK -> LetterStatus.OPEN;
            })
        .setBy(order.by())
        .setFrom(order.from())
        .setTime(clock.instant())
        .setReason(order.reason())
        .build();
  }

  /** Shuts other desks out: what they had begun is undone, and they cannot go on. */
  private KafkaProducer<byte[], byte[]> begin() {
    var config = kafka.producer();
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix() + "copytaster-letters");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PATIENCE.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * Topics.LARGEST_RECORD_BYTES);
    var bytes = new ByteArraySerializer();
    var writing = new KafkaProducer<>(config, bytes, bytes);
    producer = writing;
    writing.initTransactions();
    return writing;
  }

  /** Reads what all desks have noted. */
  private void catchUp() {
    var reading = consumer == null ? open() : consumer;
    var ends = reading.endOffsets(reading.assignment(), PATIENCE);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(end -> reading.position(end.getKey(), PATIENCE) < end.getValue())) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("what was done with dead letters cannot be read in time");
      }
      for (var record : reading.poll(POLL)) {
        take(record);
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    var identity = LetterLine.text(record.key() == null ? new byte[0] : record.key());
    var known = states.get(identity);
    if (record.value() == null) {
      states.remove(identity);
    } else if (known == null || known.offset() < record.offset()) {
      var state = deserializer.deserialize(record.topic(), record.value());
      states.put(identity, new Noted(state, record.offset()));
    }
  }

  private KafkaConsumer<byte[], byte[]> open() {
    var bytes = new ByteArrayDeserializer();
    var reading = new KafkaConsumer<>(kafka.consumer(), bytes, bytes);
    consumer = reading;
    states.clear();
    var partitions =
        reading.partitionsFor(topics.letterStates(), PATIENCE).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    reading.assign(partitions);
    reading.seekToBeginning(partitions);
    return reading;
  }

  private void leave() {
    for (var each : java.util.Arrays.asList(producer, consumer)) {
      try {
        if (each instanceof KafkaProducer<?, ?> writing) {
          writing.close(Duration.ofSeconds(2));
        } else if (each instanceof KafkaConsumer<?, ?> reading) {
          reading.close();
        }
      } catch (KafkaException e) {
        LOG.debug("it is left in any case: {}", Fault.of(e));
      }
    }
    producer = null;
    consumer = null;
  }
}
