package org.copytaster.console.webhook;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.runtime.time.Countdown;

/** A record that is not delivered yet: when it is tried next, and how often it was. */
final class PendingRecall {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ConsumerRecord<byte[], byte[]> record;
  private final Countdown untilNext = new Countdown();
  private Duration pause = FIRST;

  PendingRecall(ConsumerRecord<byte[], byte[]> record) {
    this.record = record;
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  boolean due() {
    return untilNext.over();
  }

  /** Twice as long each time, up to ten minutes. */
  void later() {
    untilNext.start(pause);
    var doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
