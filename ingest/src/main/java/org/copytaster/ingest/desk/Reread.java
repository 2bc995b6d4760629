package org.copytaster.ingest.desk;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is kept in {@code news.originals} again with the readers of today. An article that
 * comes out otherwise than it was published goes into the slow lane under the same guid and
 * version, declared as read again, with the time at which its copy came. Whether it may replace
 * what was published is for its {@link VersionHistory} to say. What the desk had refused is not
 * published here either: bytes are kept before the desk decides, so that they are there proves
 * nothing, and only a dead letter that somebody has replayed may bring an article that is new.
 */
public final class Reread {

  /** What became of one original or of one item in it. */
  public enum Outcome {
    /** As it was published. */
    SAME,
    /** Otherwise than before; published again. */
    CHANGED,
    /** Of a replayed dead letter, and never published before; published now. */
    NEW,
    /** Not published: the desk never did, or a version stands that it must not replace. */
    REFUSED,
    /** Still not to be read, or against the rules. */
    UNREADABLE,
    /** Holds no text. */
    NOT_TEXT
  }

  /**
   * One line of the account.
   *
   * @param original the key of the bytes
   * @param article guid and version, empty where there is no article
   * @param detail what is wrong, empty if nothing is
   */
  public record Report(
      String original, String source, String article, Outcome outcome, String detail) {}

  private final KafkaSettings kafka;
  private final Topics topics;
  private final boolean dryRun;
  private final Clock clock;
  private final Formats formats = new Formats();
  private final Readings judged = new Readings(formats);
  private final PublishedArticles published = new PublishedArticles();

  /**
   * A new reading of the originals.
   *
   * @param dryRun whether to tell only and publish nothing
   */
  public Reread(KafkaSettings kafka, boolean dryRun, Clock clock) {
    this.kafka = kafka;
    this.topics = new Topics(kafka.topicPrefix());
    this.dryRun = dryRun;
    this.clock = clock;
  }

  /**
   * Reads every original that {@code wanted} takes by the name of its source. Costs memory for
   * every article that was ever published, some 400 bytes each.
   *
   * @param told is told of each item, after it was published
   */
  public void run(Predicate<String> wanted, Consumer<Report> told) {
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    // one topic after the other: what was read again comes after what it was read again from
    for (var topic : List.of(topics.articles(), topics.backfill())) {
      try (var articles =
          new KafkaConsumer<>(
              kafka.consumer(), new StringDeserializer(), serdes.<Article>newDeserializer())) {
        TopicScan.read(articles, List.of(topic), this::note);
      }
    }
    var bytes = new ByteArrayDeserializer();
    try (var originals = new KafkaConsumer<>(kafka.consumer(), bytes, bytes);
        var producer =
            new KafkaProducer<String, Object>(
                kafka.producer(), new StringSerializer(), serdes.newSerializer())) {
      TopicScan.read(
          originals,
          List.of(topics.originals()),
          record -> {
            var original = Original.of(record);
            if (wanted.test(original.delivery().source())) {
              again(original, producer, told);
            }
          });
    }
  }

  private void note(ConsumerRecord<String, Article> record) {
    if (record.value() != null) {
      published.add(record.value());
    }
  }

  private void again(
      Original original, KafkaProducer<String, Object> producer, Consumer<Report> told) {
    try {
      var format =
          Intake.format(formats, original.delivery())
              .orElseThrow(() -> new UnreadableCopyException("", "is in no format that is known"));
      var readings = new RereadJudge(original, published, clock);
      for (var reading : judged.read(format, original.delivery().copy())) {
        told.accept(done(original, readings.judge(reading), producer));
      }
    } catch (UnreadableCopyException e) {
      told.accept(done(original, RereadJudge.Item.unreadable("", e.problems()), producer));
    }
  }

  private Report done(
      Original original, RereadJudge.Item item, KafkaProducer<String, Object> producer) {
    var article = item.article();
    if (article != null) {
      if (!dryRun) {
        publish(article, original.delivery().traceparent(), producer);
      }
      published.add(article);
    }
    return new Report(
        original.key(), original.delivery().source(), item.name(), item.outcome(), item.detail());
  }

  /** The receipt follows with the new hash: what is pushed again is then still a repeat. */
  private void publish(
      Article article, @Nullable String traceparent, KafkaProducer<String, Object> producer) {
    var record = DeskRecords.article(topics.backfill(), article, traceparent);
    var sent = send(producer, record);
    var first = Receipts.of(article, Stage.PUBLISHED, clock.instant(), "read again", "ingest");
    var receipt = DeskRecords.at(first, sent);
    var unused = send(producer, DeskRecords.receipt(topics.receipts(), receipt, record));
  }

  private static RecordMetadata send(
      KafkaProducer<String, Object> producer, ProducerRecord<String, Object> record) {
    try {
      return producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("interrupted while waiting for the broker", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the broker did not take an article into " + record.topic(), e.getCause());
    }
  }
}
