package org.copytaster.enrich.gate;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.FailOnInvalidTimestamp;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.schemas.record.Article;

/**
 * Brings what stands on the topic of kills before everything that waits on other topics, and next
 * what editors have asked for. Of the partitions of one task Kafka Streams takes the record with
 * the lowest time first, so these have the lowest that there are; {@link #inItsOwnTime} takes that
 * back.
 *
 * <p>When the topics are read again from their beginning, acts come before the articles that they
 * were about; {@link KeptAct} sees to it that these are kept all the same.
 */
public final class OvertakingTime implements TimestampExtractor {

  private static final long BEFORE_ALL = 0;
  private static final long BEHIND_KILLS = 1;

  private final String kills;
  private final String acts;
  private final TimestampExtractor others = new FailOnInvalidTimestamp();

  /**
   * @param kills the topic whose records come first
   * @param acts the topic whose records come next
   */
  public OvertakingTime(String kills, String acts) {
    this.kills = kills;
    this.acts = acts;
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    if (record.topic().equals(kills)) {
      return BEFORE_ALL;
    }
    return record.topic().equals(acts) ? BEHIND_KILLS : others.extract(record, partitionTime);
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
