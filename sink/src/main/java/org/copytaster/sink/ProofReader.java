package org.copytaster.sink;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.Recall;
import org.copytaster.store.Proof;

/** Makes proofs of records; strangers write acknowledgements, so their fields are bounded here. */
final class ProofReader {

  private static final int LONGEST_NAME = 64;

  private ProofReader() {}

  static Proof issued(Recall recall) throws UnusableRecordException {
    must(isName(recall.getId()), "the recall has no id of at most 64 characters");
    return new Proof.Issued(recall);
  }

  /** When it came is what the broker says, whatever the record itself does. */
  static Proof acknowledged(ConsumerRecord<byte[], byte[]> record, Acknowledgement acknowledgement)
      throws UnusableRecordException {
    must(
        isName(acknowledgement.getRecallId()),
        "the acknowledgement names no recall in at most 64 characters");
    must(
        isName(acknowledgement.getSubscriber()),
        "the acknowledgement names no subscriber in at most 64 characters");
    return new Proof.Acknowledged(acknowledgement, Instant.ofEpochMilli(record.timestamp()));
  }

  /** Visible ASCII without blanks, as all ids and all names in subscriber files are. */
  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_NAME
        && text.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static void must(boolean holds, String otherwise) throws UnusableRecordException {
    if (!holds) {
      throw new UnusableRecordException(otherwise);
    }
  }
}
