package org.copytaster.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.copytaster.runtime.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootingTest {

  @TempDir Path directory;

  @Test
  void aServiceWithoutRoomDoesNotStandFirm() {
    try (var metrics = new Metrics("test");
        var full =
            Footing.of(
                new DiskRoom.Limits(List.of(directory), Long.MAX_VALUE, Long.MAX_VALUE / 2),
                metrics)) {
      assertThat(full.firm()).isFalse();
      assertThat(metrics.scrape()).contains("copytaster_disk_free_bytes");
    }
  }

  @Test
  void aServiceStandsFirmOnceAllAnswer() {
    try (var metrics = new Metrics("test");
        var footing =
            Footing.of(
                new DiskRoom.Limits(List.of(directory), 0, 0),
                metrics,
                Answering.start("a", () -> {}),
                Answering.start("b", () -> {}))) {
      await().until(footing::firm);
    }
  }

  @Test
  void aServiceIsReadyOnFirmGroundWhileItsWorkGoesOn() {
    try (var metrics = new Metrics("test");
        var firm = Footing.of(new DiskRoom.Limits(List.of(directory), 0, 0), metrics);
        var soft =
            Footing.of(
                new DiskRoom.Limits(List.of(directory), Long.MAX_VALUE, Long.MAX_VALUE / 2),
                metrics)) {
      assertThat(Footing.ready(firm, "work", work -> true)).isTrue();
      assertThat(Footing.ready(firm, "work", work -> false)).isFalse();
      assertThat(Footing.ready(firm, null, work -> true)).isFalse();
      assertThat(Footing.ready(null, "work", work -> true)).isFalse();
      assertThat(Footing.ready(soft, "work", work -> true)).isFalse();
    }
  }
}
