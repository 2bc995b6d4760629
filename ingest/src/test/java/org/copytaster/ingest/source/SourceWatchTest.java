package org.copytaster.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceWatchTest {

  private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");

  private final Source coast = Source.named("coast", new Way.Http());
  private final Source stranger = Source.named("stranger", new Way.Http());
  private final SourceWatch watch =
      new SourceWatch(() -> new Sources(List.of(coast), false), MORNING);

  @Test
  void aSourceThatIsSetUpIsHeard() {
    watch.heard("coast", MORNING);

    assertThat(watch.last(coast)).contains(MORNING);
    assertThat(watch.count(SourceState.LIVELY, MORNING)).isEqualTo(1);
  }

  @Test
  void aNameThatAStrangerMadeUpIsNotRemembered() {
    watch.heard("stranger", MORNING);

    assertThat(watch.last(stranger)).isEmpty();
    assertThat(watch.count(SourceState.UNHEARD, MORNING)).isEqualTo(1);
  }
}
