package org.copytaster.runtime.health;

import java.util.List;
import org.copytaster.runtime.Metrics;

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
