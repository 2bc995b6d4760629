package org.copytaster.runtime.health;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service.PartState;
import org.jspecify.annotations.Nullable;

/**
 * What a service stands on. It is firm while all of it answers and its disks have room; a service
 * that does not stand firm is not ready, whatever it thinks of its own work. A thread of its own
 * looks once a second, so that what is wrong is said in the log whether or not somebody asks.
 */
public final class Footing implements AutoCloseable {

  private final String service;
  private final DiskRoom disk;
  private final List<Answering> parts;
  private final List<WatchedPart> ground = new ArrayList<>();
  private final List<WatchedPart> works = new CopyOnWriteArrayList<>();
  private final Clock clock;
  private final Thread thread;
  private volatile boolean closing;

  private Footing(String service, DiskRoom disk, List<Answering> parts, Clock clock) {
    this.service = service;
    this.disk = disk;
    this.parts = parts;
    this.clock = clock;
    this.thread = new Thread(this::run, service + "-health");
    thread.setDaemon(true);
    parts.forEach(part -> ground.add(watched(part.part(), part::problem)));
    ground.add(watched("disk", this::full));
  }

  /**
   * Begins to watch.
   *
   * @param metrics of the service, to which the room on the disks is told
   * @param parts are closed with this
   */
  public static Footing of(DiskRoom.Limits limits, Metrics metrics, Answering... parts) {
    var disk = new DiskRoom(limits);
    disk.watch(metrics);
    var footing = new Footing(metrics.service(), disk, List.of(parts), Clock.systemUTC());
    footing.thread.start();
    return footing;
  }

  /**
   * Watches the service's own work, too, as {@code work}.
   *
   * @param problem what keeps the work from going on, in words that quote no copy; empty while it
   *     goes on
   */
  public Footing with(Supplier<Optional<String>> problem) {
    works.add(watched("work", problem));
    return this;
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

  /** How each part is now. */
  public List<PartState> parts() {
    var all = new ArrayList<PartState>();
    ground.forEach(part -> all.add(part.look(false)));
    // the work does not go on if anything below it is away
    boolean away = all.stream().anyMatch(part -> !part.good());
    works.forEach(part -> all.add(part.look(away)));
    return all;
  }

  /** The same of a service that may not be started: then there is nothing to say. */
  public static List<PartState> partsOf(@Nullable Footing footing) {
    return footing == null ? List.of() : footing.parts();
  }

  public DiskRoom disk() {
    return disk;
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    parts.forEach(Answering::close);
  }

  private WatchedPart watched(String part, Supplier<Optional<String>> problem) {
    return new WatchedPart(service, part, problem, clock, System::nanoTime);
  }

  private Optional<String> full() {
    return Stream.of(disk.level())
        .filter(DiskRoom.Level.NONE::equals)
        .flatMap(none -> disk.problem().stream())
        .findFirst();
  }

  private void run() {
    while (!closing) {
      parts();
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException e) {
        return; // only close() interrupts
      }
    }
  }
}
