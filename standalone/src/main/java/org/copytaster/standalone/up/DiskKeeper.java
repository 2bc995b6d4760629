package org.copytaster.standalone.up;

import java.util.Optional;
import java.util.function.Consumer;
import org.copytaster.runtime.health.DiskRoom;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a disk that runs full from breaking what stands on it. Ingest stops taking copy by itself
 * where there is no room left; what is taken already is still worked on. Only when a quarter of
 * that room is left, all that writes is stopped in order, and started again when there is room.
 */
final class DiskKeeper {

  private static final int TRIES = 6;

  /** Looks that are passed over after a start that failed, and as many more after each further. */
  static final int REST = 10;

  private final DiskRoom room;
  private final long parkBelow;
  private final Reserve reserve;
  private final Consumer<String> events;
  private final Parking parking;
  private DiskRoom.Level level = DiskRoom.Level.AMPLE;
  private boolean parked;
  private int failures;
  private int passOver;
  private @Nullable String givenUp;

  /** What is stopped and started again. */
  interface Parking {
    /** Stops all that writes. */
    void park();

    /**
     * Starts it again.
     *
     * @throws RuntimeException if it could not be started; the next time all of it is started anew
     */
    void resume();
  }

  /**
   * @param parkBelow bytes; with fewer all that writes is stopped
   * @param events is told each change, as a sentence
   */
  DiskKeeper(
      DiskRoom room, long parkBelow, Reserve reserve, Consumer<String> events, Parking parking) {
    this.room = room;
    this.parkBelow = parkBelow;
    this.reserve = reserve;
    this.events = events;
    this.parking = parking;
  }

  /** Whether everything that writes is stopped now. */
  boolean parked() {
    return parked;
  }

  /** Why it was given up, as a sentence, if it was. */
  Optional<String> givenUp() {
    return Optional.ofNullable(givenUp);
  }

  /** What stands still, as a sentence; that the disk fills up each service says for itself. */
  Optional<String> trouble() {
    return parked
        ? Optional.of("everything that writes stands still until there is room on the disk")
        : Optional.empty();
  }

  /**
   * Looks once.
   *
   * @return whether what was stopped has just been started again
   */
  boolean look() {
    var now = room.level();
    if (now != level) {
      level = now;
      events.accept(room.problem().orElse("there is room on the disk again"));
    }
    if (!parked && room.free() < parkBelow) {
      parked = true;
      events.accept("the last room on the disk goes; stopping everything that writes");
      reserve.give();
      parking.park();
      events.accept("stopped; it goes on by itself when there is room again");
    } else if (parked && now != DiskRoom.Level.NONE && --passOver < 0) {
      return resumed();
    }
    return false;
  }

  private boolean resumed() {
    events.accept("starting again what was stopped");
    try {
      parking.resume();
    } catch (RuntimeException | InternalError e) {
      events.accept("it did not start: " + e.getMessage());
      passOver = ++failures * REST;
      if (failures >= TRIES) {
        givenUp = "what was stopped for a full disk does not start again";
      }
      return false;
    }
    failures = 0;
    passOver = 0;
    parked = false;
    reserve.take();
    events.accept("everything is at work again");
    return true;
  }
}
