package org.copytaster.enrich;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.enrich.gate.GateDecision;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.runtime.log.Instance;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.RegistryException;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what happens to a record that Kafka Streams cannot process: it goes to the dead letters
 * with its original bytes, a receipt says so where the article is known, and the stream goes on. If
 * only the registry is away, the record is good and the stream must wait instead.
 *
 * <p>Kafka Streams' own handlers do the first part, but put the exception's message into the
 * headers, where it could quote a text that is under embargo; and they have no bytes for an article
 * that comes out of the embargo gate's store.
 */
public final class DeadLetters
    implements ProcessingExceptionHandler, DeserializationExceptionHandler {

  private static final String TOPICS = "copytaster.topics";
  private static final String SERDES = "copytaster.serdes";
  private static final String METRICS = "copytaster.metrics";
  private static final String CLOCK = "copytaster.clock";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private @Nullable Topics topics;
  private @Nullable Serializer<Article> articles;
  private @Nullable Serializer<Receipt> receipts;
  private @Nullable EnrichMetrics metrics;
  private @Nullable Clock clock;

  /** Has Kafka Streams ask this class, which it makes itself, with what it needs for that. */
  static void into(
      Properties config, Topics topics, RecordSerdes serdes, EnrichMetrics metrics, Clock clock) {
    config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    config.put(TOPICS, topics);
    config.put(SERDES, serdes);
    config.put(METRICS, metrics);
    config.put(CLOCK, clock);
  }

  @Override
  public void configure(Map<String, ?> config) {
    topics = (Topics) config.get(TOPICS);
    var serdes = (RecordSerdes) config.get(SERDES);
    if (serdes != null) {
      articles = serdes.newSerializer();
      receipts = serdes.newSerializer();
    }
    metrics = (EnrichMetrics) config.get(METRICS);
    clock = (Clock) config.get(CLOCK);
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    if (registryIsAway(exception)) {
      return DeserializationExceptionHandler.Response.fail();
    }
    Objects.requireNonNull(metrics).failed();
    LOG.warn(
        "dead letter: {} partition {} offset {} cannot be read: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        exception.getClass().getName());
    var letters = Objects.requireNonNull(topics).deadLetters();
    var letter = DeadLetter.of(record, letters, exception, "the value cannot be read");
    return DeserializationExceptionHandler.Response.resume(List.of(letter));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    // what is told of a release by the clock has neither bytes nor an article to be kept by
    boolean nothingToKeep = context.topic() == null && article(record).isEmpty();
    if (registryIsAway(exception) || nothingToKeep) {
      return ProcessingExceptionHandler.Response.fail();
    }
    Objects.requireNonNull(metrics).failed();
    LOG.warn(
        "dead letter: {} partition {} offset {} failed in {}: {}",
        context.topic(),
        context.partition(),
        context.offset(),
        context.processorNodeId(),
        exception.getClass().getName());
    var article = article(record);
    var reason = "the step " + context.processorNodeId() + " failed";
    var letters = new ArrayList<ProducerRecord<byte[], byte[]>>();
    letters.add(letter(context, article, exception, reason));
    article.ifPresent(known -> letters.add(receipt(context, known, reason)));
    return ProcessingExceptionHandler.Response.resume(letters);
  }

  private ProducerRecord<byte[], byte[]> letter(
      ErrorHandlerContext context, Optional<Article> article, Exception cause, String reason) {
    var names = Objects.requireNonNull(topics);
    // what the clock or an act has released came long before the record that is worked on
    boolean released =
        article.isPresent()
            && (context.sourceRawValue() == null || names.acts().equals(context.topic()));
    var topic = released ? names.articles() : context.topic();
    var headers =
        context.headers() == null ? new RecordHeaders() : new RecordHeaders(context.headers());
    // the place of the act or of the clock says nothing of where the article stands
    var origin =
        released
            ? new DeadLetter.Origin(topic, -1, -1)
            : new DeadLetter.Origin(topic, context.partition(), context.offset());
    DeadLetter.describe(headers, origin, cause, reason);
    byte[] key = released ? key(article.get().getGuid()) : context.sourceRawKey();
    byte[] value =
        released
            ? Objects.requireNonNull(articles).serialize(names.articles(), article.get())
            : context.sourceRawValue();
    return DeadLetter.of(names.deadLetters(), origin, key, value, headers);
  }

  private ProducerRecord<byte[], byte[]> receipt(
      ErrorHandlerContext context, Article article, String reason) {
    var names = Objects.requireNonNull(topics);
    var now = Objects.requireNonNull(clock).instant();
    var place = new Receipts.Place(context.topic(), context.partition(), context.offset());
    var refused = Receipts.of(article, Stage.REFUSED, now, reason, "enrich");
    var receipt = Receipts.at(refused, place, Instance.name());
    var key = Receipts.keyOf(article);
    var bytes = Objects.requireNonNull(receipts).serialize(names.receipts(), receipt);
    var record = new ProducerRecord<>(names.receipts(), key(Receipts.recordKey(receipt)), bytes);
    EventHeaders.describe(
        record.headers(), EventHeaders.RECEIPT_WRITTEN, "enrich", key, receipt.getTime());
    return record;
  }

  private static Optional<Article> article(Record<?, ?> record) {
    if (record.value() instanceof Article article) {
      return Optional.of(article);
    }
    return record.value() instanceof GateDecision.Pass pass
        ? Optional.of(pass.article())
        : Optional.empty();
  }

  private static byte[] key(String key) {
    try (var serializer = new StringSerializer()) {
      return serializer.serialize("", key);
    }
  }

  private static boolean registryIsAway(@Nullable Throwable exception) {
    for (var cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryException.UnavailableException) {
        return true;
      }
    }
    return false;
  }
}
