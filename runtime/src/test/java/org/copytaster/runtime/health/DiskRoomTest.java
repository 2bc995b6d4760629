package org.copytaster.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.copytaster.runtime.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {

  @TempDir private Path directory;

  @Test
  void withoutADiskToLookAtThereIsRoom() {
    var room = new DiskRoom(DiskRoom.read(Settings.of(Map.of())));

    assertThat(room.level()).isEqualTo(DiskRoom.Level.AMPLE);
    assertThat(room.problem()).isEmpty();
  }

  @Test
  void belowTheFirstMarkItIsLow() {
    var room = room(Long.MAX_VALUE, 1);

    assertThat(room.level()).isEqualTo(DiskRoom.Level.LOW);
    assertThat(room.problem()).get().asString().startsWith("the disk fills up: ");
  }

  @Test
  void belowTheSecondMarkThereIsNone() {
    var room = room(Long.MAX_VALUE, Long.MAX_VALUE / 2);

    assertThat(room.level()).isEqualTo(DiskRoom.Level.NONE);
    assertThat(room.problem()).get().asString().startsWith("the disk is full: ");
  }

  @Test
  void theSentenceNamesNoPath() {
    assertThat(room(Long.MAX_VALUE, Long.MAX_VALUE / 2).problem())
        .get()
        .asString()
        .doesNotContain(directory.toString());
  }

  @Test
  void aPathThatIsNotThereYetIsOnTheDiskOfTheDirectoryAboveIt() {
    var room = new DiskRoom(new DiskRoom.Limits(List.of(directory.resolve("a/b/c")), 0, 0));

    assertThat(room.free()).isBetween(1L, Long.MAX_VALUE - 1);
  }

  @Test
  void theFullestOfSeveralDisksCounts() {
    var proc = Path.of("/proc"); // has no room at all
    var room = new DiskRoom(new DiskRoom.Limits(List.of(directory, proc), 1, 1));

    assertThat(room.level())
        .isEqualTo(proc.toFile().exists() ? DiskRoom.Level.NONE : DiskRoom.Level.AMPLE);
  }

  @Test
  void pathsAndMarksAreSettings() {
    var limits =
        DiskRoom.read(
            Settings.of(
                Map.of(
                    "COPYTASTER_DISK_PATHS", "/a, /b",
                    "COPYTASTER_DISK_LOW_MB", "10",
                    "COPYTASTER_DISK_LEAST_MB", "5")));

    assertThat(limits)
        .isEqualTo(
            new DiskRoom.Limits(
                List.of(Path.of("/a"), Path.of("/b")), 10 * 1024 * 1024, 5 * 1024 * 1024));
  }

  private DiskRoom room(long low, long least) {
    return new DiskRoom(new DiskRoom.Limits(List.of(directory), low, least));
  }
}
