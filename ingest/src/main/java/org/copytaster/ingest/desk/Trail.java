package org.copytaster.ingest.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What became of one guid and version so far, in order; never empty.
 *
 * @param contentHash of what was accepted
 */
public record Trail(ReceiptKey key, String contentHash, List<Step> steps) {

  /**
   * As they stand in the topic, which is the order in which they were reached; the clocks of two
   * services may not agree on it. But publishing comes first: enrich may have seen the article
   * before ingest has heard that it was written.
   */
  private static final Comparator<Step> ORDER =
      Comparator.comparingInt(step -> step.stage() == Stage.PUBLISHED ? 0 : 1);

  /** One stage that was reached. */
  public record Step(Stage stage, Instant time, @Nullable String reason, String writtenBy) {

    /** Whatever wrote the receipt. */
    public Step {
      reason = reason == null ? null : Wording.plain(reason, Wording.LONGEST_REASON);
      writtenBy = Wording.plain(writtenBy, Wording.LONGEST_NAME);
    }
  }

  public Trail {
    steps = List.copyOf(steps);
  }

  static Trail of(Receipt receipt) {
    return new Trail(
        new ReceiptKey(receipt.getGuid(), receipt.getVersion()),
        receipt.getContentHash(),
        List.of(step(receipt)));
  }

  /**
   * This trail with one more receipt; a receipt for a stage that was reached before replaces it. An
   * article that was published again counts with its new content.
   */
  Trail with(Receipt receipt) {
    var all = new ArrayList<>(steps);
    all.removeIf(step -> step.stage() == receipt.getStage());
    all.add(step(receipt));
    all.sort(ORDER);
    var hash = receipt.getStage() == Stage.PUBLISHED ? receipt.getContentHash() : contentHash;
    return new Trail(key, hash, all);
  }

  /** The newest step. */
  public Step last() {
    return steps.get(steps.size() - 1);
  }

  private static Step step(Receipt receipt) {
    return new Step(
        receipt.getStage(), receipt.getTime(), receipt.getReason(), receipt.getWrittenBy());
  }
}
