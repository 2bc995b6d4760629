package org.copytaster.schemas;

import java.time.Instant;
import java.util.Map;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.LifeReason;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/** Makes receipts for articles. */
public final class Receipts {

  /** Reasons of a life that are told. */
  public static final int MOST_REASONS = 8;

  /** The words of one of them, in UTF-16 units. */
  public static final int LONGEST_WORDS = 120;

  private static final String KILL = "kill";
  private static final String TEST = "test";

  private Receipts() {}

  /** The key of an article's receipts. */
  public static ReceiptKey keyOf(Article article) {
    return new ReceiptKey(article.getGuid(), article.getVersion());
  }

  /**
   * The Kafka key of a receipt. That of a test is another one than that of the story under its
   * number, so that neither takes the other's place.
   */
  public static String recordKey(Receipt receipt) {
    var key = new ReceiptKey(receipt.getGuid(), receipt.getVersion()).key();
    return isTest(receipt) ? key + " " + TEST : key;
  }

  /** Whether a receipt is of a test of the line, which leaves the story of its number alone. */
  public static boolean isTest(Receipt receipt) {
    var life = receipt.getLife();
    return life != null && life.getDecision().equals(TEST);
  }

  /**
   * A receipt for one article, with its life. The words that decided stay in it only where the
   * article may be used and this is the first receipt: what is held, withheld or killed shows none
   * of its copy to whoever asks, and the next receipt, which takes the place of the first in a
   * compacted topic, takes them from there.
   *
   * @param reason one sentence without any of the article's text, or null; it is cut if it is long
   * @param writtenBy the service that is in charge of {@code stage}
   */
  public static Receipt of(
      Article article, Stage stage, Instant time, @Nullable String reason, String writtenBy) {
    return Receipt.newBuilder()
        .setId(keyOf(article).id())
        .setGuid(article.getGuid())
        .setVersion(article.getVersion())
        .setContentHash(article.getContentHash())
        .setStage(stage)
        .setTime(time)
        .setReason(reason == null ? null : Wording.plain(reason, Wording.LONGEST_REASON))
        .setWrittenBy(writtenBy)
        .setLife(life(article, stage))
        .build();
  }

  /**
   * Where the record stands that a stage was reached with.
   *
   * @param topic null for none; the rest then says nothing
   */
  public record Place(@Nullable String topic, int partition, long offset) {}

  /** {@code receipt} with its place and with who wrote it. */
  public static Receipt at(Receipt receipt, Place place, String instance) {
    boolean known = place.topic() != null && place.offset() >= 0;
    return Receipt.newBuilder(receipt)
        .setTopic(known ? place.topic() : null)
        .setPartition(known ? place.partition() : null)
        .setOffset(known ? place.offset() : null)
        .setInstance(instance)
        .build();
  }

  /** {@code life} made short and plain, whoever wrote it, without what the source stated. */
  public static Life bounded(Life life) {
    return Life.newBuilder(life)
        .setDecision(Wording.plain(life.getDecision(), Wording.LONGEST_NAME))
        .setSignal(Wording.plain(life.getSignal(), Wording.LONGEST_NAME))
        .setBecause(life.getBecause().stream().limit(MOST_REASONS).map(Receipts::bounded).toList())
        .setStated(Map.of())
        .build();
  }

  /** {@code life} without the words of its copy: which rule decided, and in which field. */
  public static Life withoutWords(Life life) {
    return Life.newBuilder(life)
        .setBecause(
            life.getBecause().stream()
                .map(each -> LifeReason.newBuilder(each).setWords("").build())
                .toList())
        .build();
  }

  private static @Nullable Life life(Article article, Stage stage) {
    boolean kill = VersionHistory.isKill(article);
    var judged = article.getLife();
    if (kill) {
      // a tombstone has none, and who reads receipts must know a kill
      var killed = judged == null ? Life.newBuilder() : Life.newBuilder(bounded(judged));
      return withoutWords(killed.setDecision(KILL).setSignal(KILL).build());
    }
    if (judged == null) {
      boolean test = VersionHistory.isTest(article);
      return test ? Life.newBuilder().setDecision(TEST).setSignal(TEST).build() : null;
    }
    var life = bounded(judged);
    boolean shown = stage == Stage.PUBLISHED && life.getDecision().equals("publish");
    return shown ? life : withoutWords(life);
  }

  private static LifeReason bounded(LifeReason reason) {
    return new LifeReason(
        Wording.plain(reason.getField(), LONGEST_WORDS),
        Wording.plain(reason.getWords(), LONGEST_WORDS),
        Wording.plain(reason.getRule(), LONGEST_WORDS));
  }
}
