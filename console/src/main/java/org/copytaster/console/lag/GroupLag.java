package org.copytaster.console.lag;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer group is behind in one partition.
 *
 * @param reader {@code enrich} or {@code sink} for our own, {@code other} for everybody else's
 */
public record GroupLag(String reader, String group, TopicPartition partition, Progress progress) {

  /**
   * Where a group stands in a partition.
   *
   * @param offset that the group has committed: everything before it is done
   * @param records at most so many are not done; 0 where only marks of transactions are left
   * @param seconds since the oldest of these was written; 0 where there is none, NaN where it could
   *     not be read in time
   */
  public record Progress(long offset, long records, double seconds) {}
}
