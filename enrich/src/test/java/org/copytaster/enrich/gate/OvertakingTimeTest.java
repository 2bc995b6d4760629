package org.copytaster.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class OvertakingTimeTest {

  private final OvertakingTime time = new OvertakingTime("kills", "acts");

  @Test
  void killsComeFirstThenActsThenEverythingInItsOwnTime() {
    assertThat(extracted("kills", 500)).isLessThan(extracted("acts", 400));
    assertThat(extracted("acts", 400)).isLessThan(extracted("articles", 100));
    assertThat(extracted("articles", 100)).isEqualTo(100);
  }

  private long extracted(String topic, long timestamp) {
    var record =
        new ConsumerRecord<Object, Object>(
            topic,
            0,
            0,
            timestamp,
            TimestampType.CREATE_TIME,
            0,
            0,
            "key",
            "value",
            new RecordHeaders(),
            Optional.empty());
    return time.extract(record, 0);
  }
}
