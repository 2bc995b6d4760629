package org.copytaster.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.FeedState;
import org.copytaster.schemas.record.HeldState;
import org.copytaster.schemas.record.LetterState;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.Receipt;

/** The names and settings of all topics, each with the same prefix, which may be empty. */
public record Topics(String prefix) {

  /** Room for the largest article that the desk takes, with its tags, before compression. */
  public static final int LARGEST_RECORD_BYTES = 16 * 1024 * 1024;

  /**
   * A record is taken whatever time it says. The broker's own default refuses what is an hour ahead
   * of its clock: once that was set back, nothing of before could be worked on.
   */
  public static final Map<String, String> ANY_TIMESTAMP =
      Map.of("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));

  /** Within this time the broker begins to remove a version that has a newer one or a kill. */
  public static final Duration COMPACTED_WITHIN = Duration.ofHours(1);

  /**
   * So long every recall of a guid can be read, however many there are; after it the newest stays.
   */
  public static final Duration EVERY_RECALL_WITHIN = Duration.ofDays(90);

  /** The name of the topic of dead letters, without the prefix. */
  static final String DEAD_LETTERS = "news.dead-letters";

  private static final long A_DAY = Duration.ofDays(1).toMillis();
  private static final String KEPT = "-1";
  private static final String LARGEST = Integer.toString(LARGEST_RECORD_BYTES);

  /** Articles as received: the source of truth, kept for ever. */
  public String articles() {
    return prefix + "news.articles";
  }

  /** The slow lane for archives. */
  public String backfill() {
    return prefix + "news.articles.backfill";
  }

  /**
   * Kills and holds once more, which overtake what waits to be tagged. Has as many partitions as
   * {@link #articles()}: what stands in one of them is judged by what is known of its guid.
   */
  public String kills() {
    return prefix + "news.kills";
  }

  /** The newest version of each guid with its tags. */
  public String enriched() {
    return prefix + "news.enriched";
  }

  /** One light record for each entity of an article, and one that takes it back. */
  public String mentions() {
    return prefix + "news.mentions";
  }

  /** What went out and must come back. */
  public String recalls() {
    return prefix + "news.recalls";
  }

  /** Who has acted on a recall. Its times are the broker's: nobody can have been early. */
  public String acknowledgements() {
    return prefix + "news.acknowledgements";
  }

  /** What became of each guid and version. */
  public String receipts() {
    return prefix + "news.receipts";
  }

  /** The bytes of all copy as received, keyed by their SHA-256. */
  public String originals() {
    return prefix + "news.originals";
  }

  /** How far each feed has been read. */
  public String feeds() {
    return prefix + "news.feeds";
  }

  /**
   * What editors want done with held articles. Has as many partitions as {@link #articles()}: an
   * act is judged by what is held of its guid.
   */
  public String acts() {
    return prefix + "news.acts";
  }

  /** Which articles are held, without their text. */
  public String held() {
    return prefix + "news.held";
  }

  /** Every act with what became of it, for ever. */
  public String audit() {
    return prefix + "news.audit";
  }

  /** Those whose records hold the text of an article, keyed by its guid. */
  Set<String> ofArticles() {
    return Set.of(articles(), backfill(), kills(), enriched());
  }

  /** The original bytes of what could not be processed. */
  public String deadLetters() {
    return prefix + DEAD_LETTERS;
  }

  /** Which dead letters were replayed or parked, keyed as they are. */
  public String letterStates() {
    return prefix + "news.letter-states";
  }

  /**
   * All topics with their settings.
   *
   * @param receiptRetention how long a receipt can be asked for
   * @param originalRetention how long copy as received can be read again
   */
  public List<Topic> all(Duration receiptRetention, Duration originalRetention) {
    return each(receiptRetention, originalRetention).stream()
        .map(topic -> topic.with(ANY_TIMESTAMP))
        .toList();
  }

  private List<Topic> each(Duration receiptRetention, Duration originalRetention) {
    return List.of(
        ofArticles(articles(), KEPT),
        ofArticles(backfill(), days(7)),
        ofArticles(kills(), days(7)),
        ofEnriched(),
        new Topic(
            mentions(),
            Map.of(
                "cleanup.policy",
                "compact,delete",
                "retention.ms",
                days(30),
                "max.compaction.lag.ms",
                Long.toString(COMPACTED_WITHIN.toMillis())),
            EntityMention.getClassSchema()),
        ofRecalls(),
        ofAcknowledgements(),
        ofReceipts(receiptRetention.toMillis()),
        ofOriginals(originalRetention.toMillis()),
        new Topic(feeds(), Map.of("cleanup.policy", "compact"), FeedState.getClassSchema()),
        kept(acts(), Act.getClassSchema()),
        kept(audit(), Audit.getClassSchema()),
        new Topic(held(), compactedWithin(), HeldState.getClassSchema()),
        new Topic(deadLetters(), large(compactedWithin()), null),
        new Topic(
            letterStates(), Map.of("cleanup.policy", "compact"), LetterState.getClassSchema()));
  }

  private Topic ofEnriched() {
    return new Topic(enriched(), large(compactedWithin()), EnrichedArticle.getClassSchema());
  }

  private static Map<String, String> large(Map<String, String> config) {
    var large = new HashMap<>(config);
    large.put("max.message.bytes", LARGEST);
    return large;
  }

  /** When the text of what was killed or replaced is gone at the latest. */
  private static Map<String, String> compactedWithin() {
    return Map.of(
        "cleanup.policy",
        "compact",
        "max.compaction.lag.ms",
        Long.toString(COMPACTED_WITHIN.toMillis()));
  }

  private Topic ofRecalls() {
    return new Topic(
        recalls(),
        Map.of(
            "cleanup.policy",
            "compact",
            "min.compaction.lag.ms",
            Long.toString(EVERY_RECALL_WITHIN.toMillis())),
        Recall.getClassSchema());
  }

  /** Not compacted: of two subscribers who acknowledge one guid both must stay. */
  private Topic ofAcknowledgements() {
    return new Topic(
        acknowledgements(),
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            KEPT,
            "message.timestamp.type",
            "LogAppendTime"),
        Acknowledgement.getClassSchema());
  }

  private Topic ofOriginals(long retention) {
    return new Topic(
        originals(),
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            Long.toString(retention),
            "compression.type",
            "zstd",
            "max.message.bytes",
            LARGEST),
        null);
  }

  private static Topic kept(String name, Schema schema) {
    return new Topic(name, Map.of("cleanup.policy", "delete", "retention.ms", KEPT), schema);
  }

  /**
   * The words of a judgement stand in the first receipt of an article; the next takes its place.
   */
  private Topic ofReceipts(long retention) {
    var segment = Long.toString(Math.min(A_DAY, retention));
    return new Topic(
        receipts(),
        Map.of(
            "cleanup.policy",
            "compact,delete",
            "retention.ms",
            Long.toString(retention),
            // ingest keeps in memory what the topic keeps, and a segment goes as a whole
            "segment.ms",
            segment,
            "max.compaction.lag.ms",
            segment),
        Receipt.getClassSchema());
  }

  private static Topic ofArticles(String name, String retention) {
    return new Topic(
        name,
        Map.of("cleanup.policy", "delete", "retention.ms", retention, "max.message.bytes", LARGEST),
        Article.getClassSchema());
  }

  private static String days(int days) {
    return Long.toString(Duration.ofDays(days).toMillis());
  }
}
