package org.copytaster.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.copytaster.schemas.record.EnrichedArticle;

/** Reads the bytes of records; what cannot be read is refused. */
final class ArrivalReader {

  /** What a batch holds, each list in the order of the topic. */
  record Read(List<Arrival> arrivals, List<Refusal> refusals) {}

  private final Deserializer<EnrichedArticle> deserializer;

  ArrivalReader(Deserializer<EnrichedArticle> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * Reads all of {@code records}; one without a value is a tombstone of compaction and left out.
   *
   * @throws RuntimeException if the registry is away: then nothing is wrong with the record
   */
  Read read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    var arrivals = new ArrayList<Arrival>();
    var refusals = new ArrayList<Refusal>();
    for (var record : records) {
      if (record.value() == null) {
        continue;
      }
      try {
        var enriched = deserializer.deserialize(record.topic(), record.value());
        arrivals.add(new Arrival(record, enriched, StoredJson.tags(enriched)));
      } catch (RuntimeException e) {
        if (Problems.registryAway(e)) {
          throw e;
        }
        refusals.add(
            new Refusal(record, Optional.empty(), e, "the record is not an enriched article"));
      }
    }
    return new Read(arrivals, refusals);
  }
}
