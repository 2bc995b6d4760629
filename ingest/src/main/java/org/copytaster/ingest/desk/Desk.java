package org.copytaster.ingest.desk;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.Versions;
import org.copytaster.ingest.metrics.IngestMetrics;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.trace.StepKind;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.history.Verdict;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes articles from every source. It publishes the article, waits for the broker, then publishes
 * the receipt and waits again: a receipt that stood in the topic without its article would make a
 * later push of the same version look like a repeat, and the article would be lost.
 */
public final class Desk {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final Producer<String, Object> producer;
  private final Topics topics;
  private final ReceiptTable receipts;
  private final Clock clock;
  private final IngestMetrics metrics;
  private final Tracing tracing;
  private final Semaphore room;
  private final SparseLog unpublished = new SparseLog(LOG, Level.WARN);

  /** Content hashes of what is being published now, by receipt key: closes the gap to the table. */
  private final Map<String, String> underWay = new ConcurrentHashMap<>();

  Desk(DeskParts parts, int mostUnderWay) {
    this.producer = parts.producer();
    this.topics = parts.topics();
    this.receipts = parts.receipts();
    this.clock = parts.clock();
    this.metrics = parts.watch().metrics();
    this.tracing = parts.watch().tracing();
    this.room = new Semaphore(mostUnderWay);
  }

  /**
   * Takes one article and waits until its fate is known, at most as long as the producer tries.
   *
   * @param text what the format read, with when it was received; contentHash is set here
   * @param traceparent as the source sent it, or null
   */
  public Answer accept(Reading.Text text, @Nullable String traceparent) {
    var draft = text.draft();
    var answer = decide(draft, text.numbered(), traceparent);
    if (answer instanceof Answer.Conflict && !text.numbered()) {
      // a source that counts no versions sends the next one under the same number
      draft.setVersion(nextVersion(draft));
      answer = decide(draft, true, traceparent);
    }
    metrics.answered(draft.getSource(), answer.kind());
    metrics.repaired(draft.getSource(), draft.getRepairs());
    return answer;
  }

  /** Grows with the source's own time of the version, so that the right one wins in any order. */
  static int nextVersion(Article.Builder draft) {
    var created = draft.getVersionCreated();
    return Versions.ofTime(created == null ? draft.getReceivedAt() : created);
  }

  /** What became of a guid and version, as far as this instance has heard. */
  public Optional<ReceiptTrail> find(ReceiptKey key) {
    return receipts.find(key);
  }

  private Answer decide(Article.Builder draft, boolean numbered, @Nullable String traceparent) {
    var asSent = draft.build();
    var problems = ArticleRules.problems(asSent);
    if (!problems.isEmpty()) {
      return new Answer.Rejected(problems);
    }
    var article = draft.setContentHash(ContentHash.of(asSent)).build();
    if (!receipts.current()) {
      return new Answer.Unavailable("the receipts so far cannot be read yet");
    }
    if (!room.tryAcquire()) {
      return new Answer.Busy();
    }
    try {
      return admit(article, numbered, traceparent);
    } finally {
      room.release();
    }
  }

  /**
   * @param numbered whether the version is the source's own count; what nobody counted takes no
   *     number that is taken, as a kill neither: it would not reach beyond the first version
   */
  private Answer admit(Article article, boolean numbered, @Nullable String traceparent) {
    var key = Receipts.keyOf(article);
    boolean test = VersionHistory.isTest(article);
    var slot = test ? key.key() + " test" : key.key();
    var other = underWay.putIfAbsent(slot, article.getContentHash());
    if (other != null) {
      return judge(other, article) instanceof Verdict.Refused ? conflict(key) : new Answer.Busy();
    }
    try {
      // a test takes no number from a story, nor a story one from a test
      var known = receipts.find(key).filter(trail -> trail.isTest() == test);
      if (known.isEmpty()) {
        return publish(article, traceparent);
      }
      var verdict = judge(known.get().contentHash(), article);
      if (verdict instanceof Verdict.Repeat) {
        return new Answer.Repeated(known.get());
      }
      return verdict instanceof Verdict.Refused || !numbered
          ? conflict(key)
          : publish(article, traceparent);
    } finally {
      underWay.remove(slot);
    }
  }

  /** All that the desk knows of a guid is what was published under this very version. */
  private static Verdict judge(String published, Article article) {
    return VersionHistory.published(article.getVersion(), published).judge(article);
  }

  private static Answer conflict(ReceiptKey key) {
    return new Answer.Conflict(key.guid(), key.version());
  }

  private Answer publish(Article article, @Nullable String traceparent) {
    var step = tracing.step(StepKind.PUBLISH, traceparent).from(article.getSource());
    step.about(article.getGuid(), article.getVersion());
    try (step) {
      var trace = step.traceparent().orElse(traceparent);
      if (overtakes(article)) {
        send(DeskRecords.article(topics.kills(), article, trace));
      }
      var record = DeskRecords.article(topics.articles(), article, trace);
      var sent = send(record);
      step.at(sent.topic(), sent.partition(), sent.offset());
      var first = Receipts.of(article, Stage.PUBLISHED, clock.instant(), null, "ingest");
      var receipt = DeskRecords.at(first, sent);
      var written = send(DeskRecords.receipt(topics.receipts(), receipt, record));
      metrics.published(article.getReceivedAt(), receipt.getTime());
      // who pushed it has its words anyway, and learns which of them decided
      return new Answer.Accepted(receipts.put(receipt, written).with(article.getLife()));
    } catch (ExecutionException | KafkaException e) {
      step.failed(e);
      unpublished.say(
          "an article from {} could not be published: {}", article.getSource(), Fault.of(e));
      return new Answer.Unavailable("the broker did not acknowledge in time");
    }
  }

  /** Kills and holds do not wait until everything before them is tagged. */
  private static boolean overtakes(Article article) {
    return VersionHistory.isKill(article) || article.getPubStatus() == PubStatus.WITHHELD;
  }

  private RecordMetadata send(ProducerRecord<String, Object> record) throws ExecutionException {
    try {
      return producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("interrupted while waiting for the broker", e);
    }
  }
}
