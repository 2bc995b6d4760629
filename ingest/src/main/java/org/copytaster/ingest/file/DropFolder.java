package org.copytaster.ingest.file;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.copytaster.formats.Hints;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.ingest.desk.Answer;
import org.copytaster.ingest.desk.Delivery;
import org.copytaster.ingest.source.Source;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.time.Countdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory whose files are taken in the order of their names once they have stopped growing,
 * then moved to {@code done/}, or to {@code refused/} with a {@code .reason} beside. Whoever takes
 * a file moves it to {@code .claimed/} first, so that instances may share a directory; the desk
 * recognises what is taken twice after a crash. A file that cannot be read is tried again twice: it
 * may still be on its way.
 */
final class DropFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 500;

  /** After it the names are read again, so that a new one that comes first is taken first. */
  private static final Duration LONGEST_PASS = Duration.ofSeconds(30);

  /** A claim that has rested for so long is that of an instance that is gone. */
  private static final long STALE_CLAIM_MILLIS = 60_000;

  private final Source source;
  private final Path directory;
  private final DropParts parts;
  private final ScheduledExecutorService thread;

  /** How often each file that cannot be read was tried, and when it may be tried again. */
  private final Map<String, Tries> tries = new HashMap<>();

  /** Where the names of the next pass begin; after what was all there was to see in a full one. */
  private String after = "";

  private record Tries(int count, Countdown pause) {
    static final Tries NONE = new Tries(0, new Countdown());
  }

  /**
   * A folder that is watched from {@link #start} on.
   *
   * @throws UncheckedIOException if the directory cannot be written to
   */
  DropFolder(Source source, Path directory, DropParts parts) {
    this.source = source;
    this.directory = directory;
    this.parts = parts;
    try {
      for (var place : Place.values()) {
        Files.createDirectories(directory.resolve(place.directory));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the drop folder " + directory + " cannot be written to", e);
    }
    this.thread =
        Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "drop-" + source.name()));
  }

  /** Where a file can be beside the directory itself. */
  private enum Place {
    CLAIMED(".claimed"),
    DONE(DropNames.DONE),
    REFUSED(DropNames.REFUSED);

    private final String directory;

    Place(String directory) {
      this.directory = directory;
    }
  }

  /** The source as its file describes it. */
  Source source() {
    return source;
  }

  /** Begins to watch. */
  void start() {
    next(0);
  }

  private void next(long pauseMillis) {
    try {
      var unused =
          thread.schedule(() -> next(Math.max(PAUSE_MILLIS, look())), pauseMillis, MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("the drop folder of {} is closed", source.name());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(15, TimeUnit.SECONDS)) {
        LOG.warn("the drop folder of {} did not stop in time", source.name());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One pass; the milliseconds that the next one should wait, or less. */
  private long look() {
    try {
      putBack();
      long begin = System.nanoTime();
      var names = DropNames.of(directory, after);
      long reading = System.nanoTime() - begin;
      forget(names);
      boolean idle = pass(names);
      boolean more = names.size() == DropNames.MOST;
      after = idle && more ? names.get(names.size() - 1) : "";
      // to read the names of a million costs a second: not twice in a row for nothing
      return idle && !more ? NANOSECONDS.toMillis(4 * reading) : 0;
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("the drop folder of {} cannot be read now: {}", source.name(), Fault.of(e));
    } catch (RuntimeException e) {
      LOG.error("the drop folder of {} met what it did not expect", source.name(), e);
    }
    return 0;
  }

  /**
   * Takes what it can of these; true if it could take none, for then others are to be looked at.
   */
  private boolean pass(List<String> names) throws IOException {
    boolean idle = true;
    long begin = System.nanoTime();
    for (var name : names) {
      boolean enough = System.nanoTime() - begin > LONGEST_PASS.toNanos();
      if (enough || Thread.currentThread().isInterrupted()) {
        return false;
      }
      try {
        var outcome = take(name);
        idle &= outcome == FileOutcome.LEFT;
        if (outcome == FileOutcome.BUSY) {
          return false;
        }
      } catch (IOException e) {
        if (!Files.isWritable(directory)) {
          throw e;
        }
        LOG.warn("a file of {} cannot be taken now: {}", source.name(), Fault.of(e));
      }
    }
    return idle;
  }

  /** What became of a file in a pass; busy if the desk cannot take more now. */
  private enum FileOutcome {
    TAKEN,
    LEFT,
    BUSY
  }

  /** Forgets the tries of files that are gone; those that this pass does not see may be there. */
  private void forget(List<String> names) {
    var seen = new HashSet<>(names);
    tries
        .keySet()
        .removeIf(
            name ->
                !seen.contains(name)
                    && Files.notExists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS));
  }

  /** Takes back what an instance had claimed that is gone. */
  private void putBack() throws IOException {
    long now = parts.clock().millis();
    for (var name : DropNames.of(directory.resolve(Place.CLAIMED.directory), "")) {
      var claimed = directory.resolve(Place.CLAIMED.directory).resolve(name);
      var looks = look(claimed);
      if (looks.isPresent()
          && now - looks.get().lastModifiedTime().toMillis() > STALE_CLAIM_MILLIS) {
        LOG.warn("taking back {}, which nobody has finished", claimed);
        move(claimed, directory);
      }
    }
  }

  /** Takes one file if it rests. */
  private FileOutcome take(String name) throws IOException {
    var file = directory.resolve(name);
    long now = parts.clock().millis();
    var tried = tries.getOrDefault(name, Tries.NONE);
    if (!tried.pause().over()) {
      return FileOutcome.LEFT;
    }
    var looks = look(file);
    if (looks.isEmpty() || !looks.get().isRegularFile() || !rests(looks.get(), now)) {
      return FileOutcome.LEFT;
    }
    if (looks.get().size() > parts.largestBytes()) {
      var reason = "must not be longer than " + parts.largestBytes() + " bytes";
      refuse(file, List.of(new FieldProblem("file", reason)));
      return FileOutcome.TAKEN;
    }
    var claimed = claim(file);
    return claimed.isEmpty() || settle(claimed.get(), name, tried)
        ? FileOutcome.TAKEN
        : FileOutcome.BUSY;
  }

  /** Whether it has not changed for a while; a time of change ahead of our clock says nothing. */
  private boolean rests(BasicFileAttributes looks, long now) {
    long age = now - looks.lastModifiedTime().toMillis();
    return age >= parts.quiet().toMillis() || age < -STALE_CLAIM_MILLIS;
  }

  /** The file where only we take it, marked with the time; nothing if another was faster. */
  private Optional<Path> claim(Path file) throws IOException {
    try {
      var claimed = move(file, directory.resolve(Place.CLAIMED.directory));
      Files.setLastModifiedTime(claimed, FileTime.from(parts.clock().instant()));
      return Optional.of(claimed);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private boolean settle(Path claimed, String name, Tries tried) throws IOException {
    var circumstances = source.circumstances(parts.clock().instant());
    var given = Map.of("source", source.name());
    var copy = new Copy(Files.readAllBytes(claimed), null, given, circumstances);
    var declared = new Hints("", name, source.format());
    var sender = new Delivery.Sender(source.name(), source.guidPrefixes());
    var delivery = new Delivery(copy, declared, null, sender);
    boolean last = tried.count() + 1 == TRIES;
    var taken =
        last ? Optional.of(parts.intake().take(delivery)) : parts.intake().takeIfReadable(delivery);
    if (taken.isEmpty()) {
      var pause = Countdown.of(parts.quiet().multipliedBy(tried.count() + 1L));
      tries.put(name, new Tries(tried.count() + 1, pause));
      Files.move(claimed, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
    var answers = taken.get();
    if (answers.stream().anyMatch(Answer::passing)) {
      move(claimed, directory);
      return false;
    }
    tries.remove(name);
    var problems = answers.stream().flatMap(answer -> answer.problems().stream()).toList();
    if (problems.isEmpty()) {
      move(claimed, directory.resolve(Place.DONE.directory));
    } else {
      refuse(claimed, problems);
    }
    return true;
  }

  private void refuse(Path file, List<FieldProblem> problems) throws IOException {
    var moved = move(file, directory.resolve(Place.REFUSED.directory));
    var few = FieldProblem.few(problems);
    var reason = String.join("\n", few.stream().map(FieldProblem::sentence).toList()) + "\n";
    var beside = DropNames.with(moved.getFileName().toString(), ".reason");
    Files.writeString(moved.resolveSibling(beside), reason);
  }

  private static Optional<BasicFileAttributes> look(Path file) throws IOException {
    try {
      return Optional.of(
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Moves a file; a name that was there before gets a number, nothing is written over. */
  private static Path move(Path file, Path to) throws IOException {
    var name = file.getFileName().toString();
    var target = to.resolve(name);
    for (int i = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); i++) {
      target = to.resolve(DropNames.with(name, "." + i));
    }
    return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
