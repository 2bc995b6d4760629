package org.copytaster.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.copytaster.schemas.record.EnrichedArticle;

/** Reads the bytes of records; what cannot be read is refused. */
final class RecordReader {

  /** What a batch holds, each list in the order of the topic. */
  record Read(List<ArrivedRecord> arrivals, List<RefusedRecord> refusals) {}

  private final Deserializer<EnrichedArticle> deserializer;

  RecordReader(Deserializer<EnrichedArticle> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * Reads all of {@code records}; one without a value is a tombstone of compaction and left out.
   *
   * @throws RuntimeException if the registry is away: then nothing is wrong with the record
   */
  Read read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    var arrivals = new ArrayList<ArrivedRecord>();
    var refusals = new ArrayList<RefusedRecord>();
    for (var record : records) {
      if (record.value() == null) {
        continue;
      }
      try {
        var enriched = deserializer.deserialize(record.topic(), record.value());
        arrivals.add(ArrivedRecord.of(record, enriched));
      } catch (RuntimeException e) {
        if (RecordProblems.registryAway(e)) {
          throw e;
        }
        refusals.add(
            new RefusedRecord(
                record, Optional.empty(), e, "the record is not an enriched article"));
      }
    }
    return new Read(arrivals, refusals);
  }
}
