package org.copytaster.enrich.gate;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.FailOnInvalidTimestamp;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.schemas.record.Article;

/**
 * Brings what stands on the topic of kills before everything that waits on other topics. Of the
 * partitions of one task Kafka Streams takes the record with the lowest time first, so these have
 * the lowest that there is; {@link #inItsOwnTime} takes that back.
 */
public final class OvertakingTime implements TimestampExtractor {

  private static final long BEFORE_ALL = 0;

  private final String kills;
  private final TimestampExtractor others = new FailOnInvalidTimestamp();

  /**
   * @param kills the topic whose records come first
   */
  public OvertakingTime(String kills) {
    this.kills = kills;
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.topic().equals(kills) ? BEFORE_ALL : others.extract(record, partitionTime);
  }

  /** Whether a record came on the topic of kills. */
  static boolean overtook(Record<String, Article> record) {
    return record.timestamp() == BEFORE_ALL;
  }

  /**
   * A record with the time at which it was received, if it has none but that of the kills. A topic
   * whose records are deleted by age would lose at once what is made of it.
   */
  static Record<String, Article> inItsOwnTime(Record<String, Article> record, Clock clock) {
    if (!overtook(record)) {
      return record;
    }
    long receivedAt = record.value().getReceivedAt().toEpochMilli();
    // a record cannot be from before 1970, a clock can say so
    return record.withTimestamp(Math.max(0, receivedAt > 0 ? receivedAt : clock.millis()));
  }
}
