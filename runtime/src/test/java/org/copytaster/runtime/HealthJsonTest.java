package org.copytaster.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.copytaster.runtime.Service.PartState;
import org.junit.jupiter.api.Test;

class HealthJsonTest {

  private static final Instant SINCE = Instant.parse("2026-11-30T03:00:00Z");

  @Test
  void eachPartSaysSinceWhenItIsAsItIsAndWhatIsWrongWithIt() {
    var parts =
        List.of(
            new PartState("broker", true, SINCE, null),
            new PartState("work", false, SINCE, "it says \"no\""));

    assertThat(HealthJson.of("sink", false, parts))
        .isEqualTo(
            "{\"service\":\"sink\",\"status\":\"DOWN\",\"parts\":["
                + "{\"part\":\"broker\",\"status\":\"UP\",\"since\":\"2026-11-30T03:00:00Z\"},"
                + "{\"part\":\"work\",\"status\":\"DOWN\",\"since\":\"2026-11-30T03:00:00Z\","
                + "\"why\":\"it says \\\"no\\\"\"}]}\n");
  }
}
