package org.copytaster.ingest.desk;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is kept in {@code news.originals} again with the readers of today. An article that
 * comes out otherwise than it was published goes into the slow lane under the same guid and
 * version, with the time at which its copy came: the gates let an equal version pass, so it
 * replaces the old reading and no newer version.
 */
public final class Reread {

  /** What became of one original or of one item in it. */
  public enum Outcome {
    /** As it was published. */
    SAME,
    /** Otherwise than before; published again. */
    CHANGED,
    /** Never published before, for instance a replayed dead letter. */
    NEW,
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
  public record Told(
      String original, String source, String article, Outcome outcome, String detail) {}

  /** What was published of one guid out of one original. */
  private record Published(int version, String contentHash) {}

  private final KafkaSettings kafka;
  private final Topics topics;
  private final boolean dryRun;
  private final Clock clock;
  private final Formats formats = new Formats();
  private final Map<String, Published> published = new HashMap<>();

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
   * Reads every original that {@code wanted} takes by the name of its source. Costs memory for the
   * hash of every article that was ever published from an original, some 300 bytes each.
   *
   * @param told is told of each item, after it was published
   */
  public void run(Predicate<String> wanted, Consumer<Told> told) {
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    try (var articles =
        new KafkaConsumer<>(
            kafka.consumer(), new StringDeserializer(), serdes.<Article>newDeserializer())) {
      TopicScan.read(articles, List.of(topics.articles(), topics.backfill()), this::note);
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
    var article = record.value();
    if (article != null && article.getOriginal() != null) {
      published.put(
          place(article.getOriginal(), article.getGuid()),
          new Published(article.getVersion(), article.getContentHash()));
    }
  }

  private void again(
      Original original, KafkaProducer<String, Object> producer, Consumer<Told> told) {
    try {
      var format =
          Intake.format(formats, original.delivery())
              .orElseThrow(() -> new UnreadableCopyException("", "is in no format that is known"));
      for (var reading : formats.read(format, original.delivery().copy())) {
        told.accept(
            reading.fold(
                text -> again(original, text, producer),
                notText -> tell(original, "", Outcome.NOT_TEXT, "it is " + notText.what()),
                unreadable ->
                    tell(original, "", Outcome.UNREADABLE, sentence(unreadable.problems()))));
      }
    } catch (UnreadableCopyException e) {
      told.accept(tell(original, "", Outcome.UNREADABLE, e.sentence()));
    }
  }

  private Told again(Original original, Reading.Text text, KafkaProducer<String, Object> producer) {
    var draft = text.draft().setOriginal(original.key());
    var before = published.get(place(original.key(), draft.getGuid()));
    if (before != null && !text.numbered()) {
      draft.setVersion(before.version()); // the desk chose it
    }
    var sender = original.delivery().sender().name();
    if (sender != null) {
      draft.setSource(sender);
    }
    draft.setReceivedAt(original.delivery().copy().circumstances().receivedAt());
    var asRead = draft.build();
    var name = Receipts.keyOf(asRead).key();
    var problems = ArticleRules.problems(asRead);
    if (!problems.isEmpty()) {
      return tell(original, name, Outcome.UNREADABLE, sentence(problems));
    }
    var article = draft.setContentHash(ContentHash.of(asRead)).build();
    if (before != null && before.contentHash().equals(article.getContentHash())) {
      return tell(original, name, Outcome.SAME, "");
    }
    if (!dryRun) {
      publish(article, original.delivery().traceparent(), producer);
      published.put(
          place(original.key(), article.getGuid()),
          new Published(article.getVersion(), article.getContentHash()));
    }
    return tell(original, name, before == null ? Outcome.NEW : Outcome.CHANGED, "");
  }

  /** The receipt follows with the new hash: what is pushed again is then still a repeat. */
  private void publish(
      Article article, @Nullable String traceparent, KafkaProducer<String, Object> producer) {
    var record = DeskRecords.article(topics.backfill(), article, traceparent);
    send(producer, record);
    var receipt = Receipts.of(article, Stage.PUBLISHED, clock.instant(), "read again", "ingest");
    send(producer, DeskRecords.receipt(topics.receipts(), receipt, record));
  }

  private static void send(
      KafkaProducer<String, Object> producer, ProducerRecord<String, Object> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("interrupted while waiting for the broker", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the broker did not take an article into " + record.topic(), e.getCause());
    }
  }

  private static Told tell(Original original, String article, Outcome outcome, String detail) {
    return new Told(original.key(), original.delivery().source(), article, outcome, detail);
  }

  private static String sentence(List<FieldProblem> problems) {
    return UnreadableCopyException.sentence(FieldProblem.few(problems));
  }

  private static String place(String original, String guid) {
    return original + ' ' + guid;
  }
}
