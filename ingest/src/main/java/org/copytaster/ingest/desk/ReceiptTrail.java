package org.copytaster.ingest.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What became of one guid and version so far.
 *
 * @param contentHash of what was published last
 * @param heard every stage of it in order, and of other content under the same version
 * @param life what becomes of it by what its copy says, as its first receipt has it; null where
 *     nobody judged it. Not to be changed
 */
public record ReceiptTrail(
    ReceiptKey key, String contentHash, List<Step> heard, @Nullable Life life) {

  /** That of most articles, of which their copy says nothing: one for all of them. */
  private static final Life PLAIN =
      Life.newBuilder().setDecision("publish").setSignal("none").build();

  /**
   * As they stand in the topic, which is the order in which they were reached; the clocks of two
   * services may not agree on it. But publishing comes first: enrich may have seen the article
   * before ingest has heard that it was written.
   */
  private static final Comparator<Step> ORDER =
      Comparator.comparingInt(step -> step.stage() == Stage.PUBLISHED ? 0 : 1);

  /**
   * One stage that was reached.
   *
   * @param contentHash of what reached it
   */
  public record Step(
      Stage stage, Instant time, @Nullable String reason, String writtenBy, String contentHash) {

    /** Whatever wrote the receipt. */
    public Step {
      reason = reason == null ? null : Wording.plain(reason, Wording.LONGEST_REASON);
      writtenBy = Wording.plain(writtenBy, Wording.LONGEST_NAME);
    }
  }

  public ReceiptTrail {
    heard = List.copyOf(heard);
  }

  static ReceiptTrail of(Receipt receipt) {
    return new ReceiptTrail(
        new ReceiptKey(receipt.getGuid(), receipt.getVersion()),
        receipt.getContentHash(),
        List.of(step(receipt)),
        life(receipt));
  }

  /**
   * This trail with one more receipt; a receipt for a stage that was reached before replaces it. An
   * article that was published again, as a kill or read again, counts with its new content: what
   * the old one reached says nothing of it. What is stored and then refused was read a second time,
   * as happens when offsets are lost: it stays stored. A later stage may be heard of before that it
   * was published is, so what other content reached is kept until then. A test takes no number: it
   * gives way to the story under its own, whichever comes first.
   */
  ReceiptTrail with(Receipt receipt) {
    boolean test = Receipts.isTest(receipt);
    if (isReadAgain(receipt) || (test && !isTest())) {
      return this;
    }
    if (isTest() && !test) {
      return of(receipt);
    }
    boolean published = receipt.getStage() == Stage.PUBLISHED;
    var hash = published ? receipt.getContentHash() : contentHash;
    var all = new ArrayList<>(heard);
    all.removeIf(
        step ->
            (published && !step.contentHash().equals(hash))
                || (step.stage() == receipt.getStage()
                    && step.contentHash().equals(receipt.getContentHash())));
    all.add(step(receipt));
    all.sort(ORDER);
    return new ReceiptTrail(key, hash, all, published ? life(receipt) : lifeWith(receipt));
  }

  /** This trail without the words of its copy. */
  ReceiptTrail withoutWords() {
    return life == null
        ? this
        : new ReceiptTrail(key, contentHash, heard, Receipts.withoutWords(life));
  }

  /** This trail with a life that says more. */
  ReceiptTrail with(@Nullable Life told) {
    return told == null ? this : new ReceiptTrail(key, contentHash, heard, Receipts.bounded(told));
  }

  /** Whether this calls its guid back. */
  boolean isKill() {
    return life != null && life.getDecision().equals("kill");
  }

  /** Whether this is of a test of the line, and of no story. */
  boolean isTest() {
    return life != null && life.getDecision().equals("test");
  }

  /** A later receipt of the same content says no more than the first. */
  private @Nullable Life lifeWith(Receipt receipt) {
    return life == null && receipt.getContentHash().equals(contentHash) ? life(receipt) : life;
  }

  private boolean isReadAgain(Receipt receipt) {
    return receipt.getStage() == Stage.REFUSED
        && heard.stream()
            .anyMatch(
                step ->
                    step.stage() == Stage.STORED
                        && step.contentHash().equals(receipt.getContentHash()));
  }

  /** What became of the content that was published last; never empty. */
  public List<Step> steps() {
    return heard.stream().filter(step -> step.contentHash().equals(contentHash)).toList();
  }

  /** The newest step. */
  public Step last() {
    var steps = steps();
    return steps.get(steps.size() - 1);
  }

  private static @Nullable Life life(Receipt receipt) {
    var life = receipt.getLife();
    if (life == null) {
      return null;
    }
    var bounded = Receipts.bounded(life);
    return bounded.equals(PLAIN) ? PLAIN : bounded;
  }

  private static Step step(Receipt receipt) {
    return new Step(
        receipt.getStage(),
        receipt.getTime(),
        receipt.getReason(),
        receipt.getWrittenBy(),
        receipt.getContentHash());
  }
}
