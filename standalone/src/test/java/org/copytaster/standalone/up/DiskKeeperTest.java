package org.copytaster.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.runtime.health.DiskRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskKeeperTest {

  private static final long MUCH = Long.MAX_VALUE / 4;

  @TempDir private Path directory;
  private final List<String> events = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private boolean starts = true;

  @Test
  void withRoomNothingIsStopped() {
    var keeper = keeper(0, 0);

    assertThat(keeper.look()).isFalse();
    assertThat(done).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void withLittleRoomItIsSaidAndNothingIsStopped() {
    keeper(MUCH, 0).look();

    assertThat(events).hasSize(1).first().asString().startsWith("the disk is full: ");
    assertThat(done).isEmpty();
  }

  @Test
  void withTheLastRoomTheReserveIsGivenBackBeforeAllIsStopped() {
    var keeper = keeper(MUCH, MUCH);

    keeper.look();

    assertThat(done).containsExactly("parked without reserve");
    assertThat(keeper.parked()).isTrue();
    assertThat(keeper.trouble()).isPresent();
  }

  @Test
  void itIsStoppedOnce() {
    var keeper = keeper(MUCH, MUCH);

    keeper.look();
    keeper.look();

    assertThat(done).hasSize(1);
  }

  @Test
  void withRoomAgainAllIsStartedAndTheReserveTaken() {
    // Below the mark for stopping and above that for room: what freed room looks like afterwards.
    var keeper = keeper(0, MUCH);

    keeper.look();
    boolean resumed = keeper.look();

    assertThat(resumed).isTrue();
    assertThat(done).containsExactly("parked without reserve", "resumed");
    assertThat(directory.resolve("reserve")).hasSize(1_000);
  }

  @Test
  void whatDoesNotStartAgainIsGivenUpAfterSixTries() {
    starts = false;
    var keeper = keeper(0, MUCH);

    int looks = 0;
    while (keeper.givenUp().isEmpty()) {
      keeper.look();
      looks++;
    }

    assertThat(looks).as("with a rest after each").isGreaterThan(15 * DiskKeeper.REST);
    assertThat(keeper.parked()).isTrue();
    assertThat(events).filteredOn("starting again what was stopped"::equals).hasSize(6);
  }

  private DiskKeeper keeper(long least, long parkBelow) {
    var reserve = new Reserve(directory.resolve("reserve"), 1_000);
    reserve.take();
    return new DiskKeeper(
        new DiskRoom(new DiskRoom.Limits(List.of(directory), least, least)),
        parkBelow,
        reserve,
        events::add,
        new DiskKeeper.Parking() {
          @Override
          public void park() {
            done.add(
                "parked "
                    + (Files.exists(directory.resolve("reserve")) ? "with" : "without")
                    + " reserve");
          }

          @Override
          public void resume() {
            if (!starts) {
              throw new IllegalStateException("no luck");
            }
            done.add("resumed");
          }
        });
  }
}
