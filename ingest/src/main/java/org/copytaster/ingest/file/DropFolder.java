package org.copytaster.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.copytaster.ingest.copy.Circumstances;
import org.copytaster.ingest.copy.Copy;
import org.copytaster.ingest.copy.FieldProblem;
import org.copytaster.ingest.desk.Answer;
import org.copytaster.ingest.desk.Delivery;
import org.copytaster.ingest.desk.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory whose files are taken in the order of their names once they have stopped growing,
 * then moved to {@code done/}, or to {@code refused/} with a {@code .reason} beside. A file stays
 * where it is until the broker has acknowledged its article: after a crash it is taken again, and
 * the desk recognises the repeat.
 */
public final class DropFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
  private static final String SOURCE = "drop";

  private final Path directory;
  private final Duration quiet;
  private final int largestBytes;
  private final Intake intake;
  private final Clock clock;
  private final ScheduledExecutorService thread;

  /** How each file looked when it was first seen like this, to tell which have stopped growing. */
  private Map<Path, Look> looks = new HashMap<>();

  /** A file's size and time of change, and since when (nanoTime) it has looked so. */
  private record Look(long size, long changed, long since) {
    boolean same(BasicFileAttributes now) {
      return size == now.size() && changed == now.lastModifiedTime().toMillis();
    }
  }

  /**
   * A folder that is watched from {@link #start} on.
   *
   * @param quiet how long a file must not have changed before it is taken
   * @throws UncheckedIOException if the directory cannot be written to
   */
  public DropFolder(Path directory, Duration quiet, int largestBytes, Intake intake, Clock clock) {
    this.directory = directory;
    this.quiet = quiet;
    this.largestBytes = largestBytes;
    this.intake = intake;
    this.clock = clock;
    try {
      Files.createDirectories(directory.resolve("done"));
      Files.createDirectories(directory.resolve("refused"));
    } catch (IOException e) {
      throw new UncheckedIOException("the drop folder " + directory + " cannot be written to", e);
    }
    this.thread = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "drop-folder"));
  }

  /** Begins to watch. */
  public void start() {
    var unused = thread.scheduleWithFixedDelay(this::look, 0, 500, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("the drop folder did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      for (var file : settled()) {
        if (Thread.currentThread().isInterrupted() || !take(file)) {
          return;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("the drop folder cannot be read now: {}", e.toString());
    } catch (RuntimeException e) {
      LOG.error("the drop folder met what it did not expect", e);
    }
  }

  private List<Path> settled() throws IOException {
    var now = System.nanoTime();
    var seen = new HashMap<Path, Look>();
    var settled = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(directory, DropFolder::wanted)) {
      for (var file : files) {
        var attributes =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
          continue;
        }
        var before = looks.get(file);
        var look =
            before != null && before.same(attributes)
                ? before
                : new Look(attributes.size(), attributes.lastModifiedTime().toMillis(), now);
        seen.put(file, look);
        if (now - look.since() >= quiet.toNanos()) {
          settled.add(file);
        }
      }
    } catch (NoSuchFileException e) {
      LOG.debug("a file went while the drop folder was read");
    }
    looks = seen;
    settled.sort(null);
    return settled;
  }

  /** Hidden files and those that a transfer program has not finished are left alone. */
  private static boolean wanted(Path file) {
    var name = file.getFileName().toString();
    return !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part");
  }

  /** Takes one file; false if the desk cannot take more now. */
  private boolean take(Path file) throws IOException {
    if (Files.size(file) > largestBytes) {
      refuse(
          file,
          List.of(new FieldProblem("file", "must not be longer than " + largestBytes + " bytes")));
      return true;
    }
    var circumstances = new Circumstances(ZoneOffset.UTC, clock.instant());
    var copy = new Copy(Files.readAllBytes(file), null, Map.of("source", SOURCE), circumstances);
    var name = file.getFileName().toString();
    var declared = new Delivery.Declared("", name, null);
    return settle(file, intake.take(new Delivery(copy, declared, null)));
  }

  private boolean settle(Path file, List<Answer> answers) throws IOException {
    if (answers.stream().anyMatch(Answer::passing)) {
      return false;
    }
    var problems = answers.stream().flatMap(answer -> answer.problems().stream()).toList();
    if (problems.isEmpty()) {
      move(file, "done");
    } else {
      refuse(file, problems);
    }
    return true;
  }

  private void refuse(Path file, List<FieldProblem> problems) throws IOException {
    var moved = move(file, "refused");
    var reason = String.join("\n", problems.stream().map(FieldProblem::sentence).toList()) + "\n";
    Files.writeString(moved.resolveSibling(moved.getFileName() + ".reason"), reason);
  }

  /** Moves a file; a name that was there before gets a number, nothing is written over. */
  private Path move(Path file, String to) throws IOException {
    var name = file.getFileName().toString();
    var target = directory.resolve(to).resolve(name);
    for (int i = 2; Files.exists(target); i++) {
      target = directory.resolve(to).resolve(name + "." + i);
    }
    return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
