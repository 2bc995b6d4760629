package org.copytaster.console.act;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.trace.StepKind;
import org.copytaster.runtime.trace.TracedStep;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Act;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes acts to their topic; an act is said to be asked for once the broker has it. */
final class ActSender implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ActSender.class);
  private static final int PATIENCE_MILLIS = 5_000;

  private final Producer<String, Act> producer;
  private final String topic;
  private final Clock clock;
  private final Tracing tracing;

  ActSender(KafkaSettings kafka, Clock clock, Tracing tracing) {
    var config = kafka.producer();
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS - 1_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    producer = new KafkaProducer<>(config, new StringSerializer(), serdes.<Act>newSerializer());
    topic = new Topics(kafka.topicPrefix()).acts();
    this.clock = clock;
    this.tracing = tracing;
  }

  /**
   * Writes it, and waits until all in-sync copies have it.
   *
   * @param trace the traceparent of the request; null for a new one
   * @throws RefusedException if the broker does not say so in time; it may have it all the same
   */
  void send(Act act, @Nullable String trace) throws RefusedException {
    try (var step = tracing.step(StepKind.ACT, trace).about(act.getGuid(), act.getVersion())) {
      send(act, step.traceparent().orElse(trace), step);
    }
  }

  private void send(Act act, @Nullable String trace, TracedStep step) throws RefusedException {
    long time = Math.max(0, clock.millis());
    var record = new ProducerRecord<>(topic, null, time, act.getGuid(), act);
    EventHeaders.trace(record.headers(), trace);
    EventHeaders.describe(
        record.headers(), EventHeaders.ACT_ASKED, "console", act.getId(), act.getTime());
    try {
      var sent = producer.send(record).get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      step.at(sent.topic(), sent.partition(), sent.offset());
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      step.failed(e);
      LOG.warn("an act was not acknowledged: {}", Fault.of(e));
      throw RefusedException.later(
          "the broker did not acknowledge the act; it may be done all the same, so ask again with"
              + " the same Idempotency-Key");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RefusedException.later("the console stops");
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
