package org.copytaster.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Recall;

/** Reads the bytes of records; what cannot be read is refused. */
final class RecordReader {

  /** What a batch holds, each list in the order of the topics. */
  record Read(
      List<ArrivedRecord> arrivals, List<ArrivedProof> proofs, List<RefusedRecord> refusals) {

    static final Read NOTHING = new Read(List.of(), List.of(), List.of());
  }

  private final Deserializer<Object> deserializer;
  private final Topics topics;

  /**
   * A reader.
   *
   * @param deserializer makes a record of whatever schema the bytes name
   * @param topics tell of which schema a record has to be
   */
  RecordReader(Deserializer<Object> deserializer, Topics topics) {
    this.deserializer = deserializer;
    this.topics = topics;
  }

  /**
   * Reads all of {@code records}; one without a value is a tombstone of compaction and left out.
   *
   * @throws RuntimeException if the registry is away: then nothing is wrong with the record
   */
  Read read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    var read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var record : records) {
      if (record.value() == null) {
        continue;
      }
      try {
        sort(record, deserializer.deserialize(record.topic(), record.value()), read);
      } catch (UnusableRecordException e) {
        read.refusals().add(refusal(record, e, e.reason()));
      } catch (RuntimeException e) {
        if (RecordProblems.registryAway(e)) {
          throw e;
        }
        read.refusals().add(refusal(record, e, "the record is not " + expected(record.topic())));
      }
    }
    return read;
  }

  private void sort(ConsumerRecord<byte[], byte[]> record, Object value, Read read)
      throws UnusableRecordException {
    var topic = record.topic();
    if (topic.equals(topics.enriched()) && value instanceof EnrichedArticle enriched) {
      read.arrivals().add(ArrivedRecord.of(record, enriched));
    } else if (topic.equals(topics.recalls()) && value instanceof Recall recall) {
      read.proofs().add(new ArrivedProof(record, ProofReader.issued(recall)));
    } else if (topic.equals(topics.acknowledgements())
        && value instanceof Acknowledgement acknowledgement) {
      read.proofs()
          .add(new ArrivedProof(record, ProofReader.acknowledged(record, acknowledgement)));
    } else {
      throw new UnusableRecordException("the record is not " + expected(topic));
    }
  }

  private String expected(String topic) {
    if (topic.equals(topics.recalls())) {
      return "a recall";
    }
    return topic.equals(topics.acknowledgements()) ? "an acknowledgement" : "an enriched article";
  }

  private static RefusedRecord refusal(
      ConsumerRecord<byte[], byte[]> record, Exception cause, String reason) {
    return new RefusedRecord(record, Optional.empty(), cause, reason);
  }
}
