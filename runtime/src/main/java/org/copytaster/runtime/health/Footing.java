package org.copytaster.runtime.health;

import java.util.List;
import java.util.function.Predicate;
import org.copytaster.runtime.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * What a service stands on. It is firm while all of it answers and its disks have room; a service
 * that does not stand firm is not ready, whatever it thinks of its own work.
 */
public final class Footing implements AutoCloseable {

  private final DiskRoom disk;
  private final List<Answering> parts;

  private Footing(DiskRoom disk, List<Answering> parts) {
    this.disk = disk;
    this.parts = parts;
  }

  /**
   * Begins to watch.
   *
   * @param metrics to which the room on the disks is told
   * @param parts are closed with this
   */
  public static Footing of(DiskRoom.Limits limits, Metrics metrics, Answering... parts) {
    var disk = new DiskRoom(limits);
    disk.watch(metrics);
    return new Footing(disk, List.of(parts));
  }

  /**
   * Whether a service is ready: what it stands on is firm, and its own work goes on.
   *
   * @param footing null while the service is not started
   * @param work null while the service has not begun with it
   * @param goesOn asked of the work
   */
  public static <W> boolean ready(
      @Nullable Footing footing, @Nullable W work, Predicate<W> goesOn) {
    return work != null && goesOn.test(work) && footing != null && footing.firm();
  }

  /** Whether all answer and there is room. */
  public boolean firm() {
    return disk.level() != DiskRoom.Level.NONE && parts.stream().allMatch(Answering::now);
  }

  public DiskRoom disk() {
    return disk;
  }

  @Override
  public void close() {
    parts.forEach(Answering::close);
  }
}
