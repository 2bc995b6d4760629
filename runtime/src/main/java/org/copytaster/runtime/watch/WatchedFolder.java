package org.copytaster.runtime.watch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.copytaster.runtime.log.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at files again and again, since the events of a file system do not come from network
 * drives. The first look takes everything as it lies there. After that a file is read when two
 * looks in a row find the same in it, so that none is taken half written. One that cannot be used
 * keeps its last good state, and the log says so once; one that is gone is gone.
 *
 * @param <T> what a file says
 */
public final class WatchedFolder<T> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
  private static final String WHOLE = "";

  private final WatchedFiles<T> watched;
  private final Duration pause;
  private final Clock clock;
  private final Map<String, FileState> seen = new HashMap<>();
  private final Map<String, String> read = new HashMap<>();
  private final SortedMap<String, T> good = new TreeMap<>();
  private final Map<String, String> complaints = new HashMap<>();
  private Map<String, String> refusals = Map.of();
  private boolean first = true;
  private @Nullable Told<T> told;
  private volatile int unusable;
  private @Nullable ScheduledExecutorService thread;

  /**
   * A folder that is not looked at yet.
   *
   * @param pause between two looks
   */
  public WatchedFolder(WatchedFiles<T> watched, Duration pause, Clock clock) {
    this.watched = watched;
    this.pause = pause;
    this.clock = clock;
  }

  /** What somebody has been told of all files together. */
  private record Told<T>(SortedMap<String, T> values, boolean complete) {}

  /** Looks now, and then again and again in a thread of its own. */
  public synchronized void start() {
    look();
    var started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var watcher = new Thread(task, watched.name());
              watcher.setDaemon(true);
              return watcher;
            });
    var unused =
        started.scheduleWithFixedDelay(
            this::lookAgain, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    thread = started;
  }

  /** Files that cannot be used now, and 1 for a directory that cannot be read. */
  public int unusable() {
    return unusable;
  }

  @Override
  public synchronized void close() {
    var running = thread;
    if (running != null) {
      running.shutdownNow();
      thread = null;
    }
  }

  /** An executor does not run a task again that has thrown. */
  private void lookAgain() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("{} was not looked at: {}", watched.subject(), Fault.of(e));
    }
  }

  /** Takes what has changed and then rested since the last look; with the first look everything. */
  public synchronized void look() {
    try {
      var files = watched.files();
      complaints.remove(WHOLE);
      forgetAllBut(files.keySet());
      files.forEach(this::look);
      tell(good.size() == files.size());
    } catch (IOException | DirectoryIteratorException e) {
      complain(WHOLE, watched.subject() + " cannot be read: " + reason(e));
      tell(false);
    }
    first = false;
    count();
  }

  private void look(String name, Path file) {
    try {
      var before = seen.get(name);
      var now = FileState.of(file, before, watched.largest(), clock.instant());
      seen.put(name, now);
      boolean rested = first || (before != null && before.digest().equals(now.digest()));
      if (rested && (watched.readAlways() || !now.digest().equals(read.get(name)))) {
        read(name, file, now.digest());
      }
    } catch (UnusableFileException e) {
      complain(name, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      complain(name, file + " cannot be read: " + reason(e));
    } catch (RuntimeException e) {
      complain(name, file + " cannot be read: " + Fault.of(e));
    }
  }

  /** Its content may be another again; then the next look finds it. */
  private void read(String name, Path file, String digest)
      throws IOException, UnusableFileException {
    var content = Files.readAllBytes(file);
    if (FileState.digest(content).equals(digest)) {
      read.put(name, digest);
      good.put(name, watched.read(name, content));
      complaints.remove(name);
    }
  }

  private void forgetAllBut(Set<String> names) {
    List.of(seen, read, good, complaints).forEach(each -> each.keySet().retainAll(names));
  }

  /** Once, and not with every look. */
  private void complain(String name, String complaint) {
    if (!complaint.equals(complaints.put(name, complaint))) {
      LOG.error("{}; what was read before stays in use", complaint);
    }
  }

  private void tell(boolean complete) {
    var now = new Told<>(Collections.unmodifiableSortedMap(new TreeMap<>(good)), complete);
    if (now.equals(told)) {
      return;
    }
    told = now;
    var before = refusals;
    refusals = Map.copyOf(watched.take(now.values(), complete));
    refusals.forEach(
        (name, refusal) -> {
          if (!refusal.equals(before.get(name))) {
            LOG.error("{}; what was read before stays in use", refusal);
          }
        });
  }

  private void count() {
    var names = new HashSet<>(complaints.keySet());
    names.addAll(refusals.keySet());
    unusable = names.size();
  }

  /** A file system's exception often has the path for its only message. */
  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (e instanceof AccessDeniedException) {
      return "permission is denied";
    }
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }
}
