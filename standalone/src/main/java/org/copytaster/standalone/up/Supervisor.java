package org.copytaster.standalone.up;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at the disk and at everything that runs, time and again, from one thread, so that no two
 * starts and stops meet.
 */
final class Supervisor {

  private final DiskKeeper disk;
  private final List<PartWatch> watches;
  private final NoticesFile notices;

  Supervisor(DiskKeeper disk, List<PartWatch> watches, NoticesFile notices) {
    this.disk = disk;
    this.watches = List.copyOf(watches);
    this.notices = notices;
  }

  /**
   * Looks once; what has to be started again is started before this returns.
   *
   * @return why nothing more can be done, as a sentence, if so
   */
  Optional<String> turn() {
    if (disk.look()) {
      watches.forEach(PartWatch::begun);
    }
    if (!disk.parked()) {
      watches.forEach(PartWatch::look);
    }
    notices.tell(
        Stream.concat(disk.trouble().stream(), watches.stream().flatMap(w -> w.trouble().stream()))
            .toList());
    return Stream.concat(
            disk.givenUp().stream(), watches.stream().flatMap(watch -> watch.givenUp().stream()))
        .findFirst();
  }
}
