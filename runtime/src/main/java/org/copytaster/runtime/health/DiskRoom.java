package org.copytaster.runtime.health;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Settings;

/**
 * How much room there is on the disks that a service stands on, looked up at most a few times a
 * second. Below one mark it is little, below another none: then nothing new is taken, as long as
 * what stands on the same disk can still write what it has to.
 */
public final class DiskRoom {

  private static final long MEGABYTE = 1024 * 1024;
  private static final Duration FRESH = Duration.ofMillis(250);

  /** How much there is, from much to none. */
  public enum Level {
    AMPLE,
    LOW,
    NONE
  }

  /**
   * Where the marks are.
   *
   * @param paths any file or directory of each disk, there or to be made
   * @param low bytes; with less there is little room
   * @param least bytes; with less there is none
   */
  public record Limits(List<Path> paths, long low, long least) {
    public Limits {
      paths = List.copyOf(paths);
    }
  }

  private final Limits limits;
  private long lookedUp;
  private long free = Long.MAX_VALUE;
  private boolean none;

  public DiskRoom(Limits limits) {
    this.limits = limits;
    this.lookedUp = System.nanoTime() - FRESH.toNanos();
  }

  /** Reads {@code COPYTASTER_DISK_…}. */
  public static Limits read(Settings settings) {
    var paths =
        settings.text(
            "COPYTASTER_DISK_PATHS",
            "",
            "directories whose disks must have room, by commas: the broker's, the store's and what"
                + " else this service stands on and can see");
    var low =
        settings.number(
            "COPYTASTER_DISK_LOW_MB", 2_048, 0, 1 << 30, "with fewer MB there a warning is given");
    var least =
        settings.number(
            "COPYTASTER_DISK_LEAST_MB",
            256,
            0,
            1 << 30,
            "with fewer MB there ingest takes nothing but kills, and no service is ready");
    return new Limits(
        Arrays.stream(paths.split(",", -1))
            .map(String::strip)
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .toList(),
        low * MEGABYTE,
        least * MEGABYTE);
  }

  /** Serves the free bytes as a metric, if there is a disk to look at. */
  public void watch(Metrics metrics) {
    if (!limits.paths().isEmpty()) {
      metrics.gauge(Metrics.DISK_FREE, "bytes free on the fullest disk", this::free);
    }
  }

  /** Bytes that may be used on the disk that has the fewest; very many if none is looked at. */
  public synchronized long free() {
    long now = System.nanoTime();
    if (now - lookedUp >= FRESH.toNanos()) {
      lookedUp = now;
      free = limits.paths().stream().mapToLong(DiskRoom::free).min().orElse(Long.MAX_VALUE);
      // An eighth more than the mark, lest the doors flap.
      none = free < (none ? limits.least() + limits.least() / 8 : limits.least());
    }
    return free;
  }

  /** How much room there is now. */
  public synchronized Level level() {
    long bytes = free();
    if (none) {
      return Level.NONE;
    }
    return bytes < limits.low() ? Level.LOW : Level.AMPLE;
  }

  /** What is to be said of it, as a sentence; nothing while there is room enough. */
  public Optional<String> problem() {
    return switch (level()) {
      case AMPLE -> Optional.empty();
      case LOW ->
          Optional.of(
              "the disk fills up: %d MB are free, and with fewer than %d MB nothing is taken"
                  .formatted(free() / MEGABYTE, limits.least() / MEGABYTE));
      case NONE ->
          Optional.of(
              "the disk is full: %d MB are free, and nothing but kills is taken below %d MB"
                  .formatted(free() / MEGABYTE, limits.least() / MEGABYTE));
    };
  }

  /** Of a path that is not there yet the disk is that of the nearest directory above it. */
  private static long free(Path path) {
    for (var at = path.toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.toFile();
      if (file.exists()) {
        return file.getUsableSpace();
      }
    }
    return Long.MAX_VALUE;
  }
}
