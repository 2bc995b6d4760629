package org.copytaster.enrich.tag;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.copytaster.runtime.log.Fault;
import org.copytaster.tagging.entity.link.Authority;
import org.copytaster.tagging.entity.link.AuthorityList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of a house's authority lists. It is looked at every second, since the events of a
 * file system do not come from network drives. A file is taken when two looks in a row find it
 * unchanged, so that none is read while it is written. One that cannot be read keeps its last good
 * state; one that is gone is gone.
 */
public final class AuthorityFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AuthorityFolder.class);
  private static final long PAUSE_MILLIS = 1_000;

  private final Path directory;
  private final Consumer<Authority> taker;
  private final Map<String, AuthorityList> good = new TreeMap<>();
  private final Map<String, Stamp> seen = new HashMap<>();
  private final Map<String, Stamp> read = new HashMap<>();
  private final Map<String, String> complaints = new TreeMap<>();
  private volatile int entries;
  private volatile int broken;
  private @Nullable ScheduledExecutorService watcher;

  /** What tells that a file has changed. */
  private record Stamp(long size, FileTime modified, @Nullable Object file) {}

  /**
   * A folder that is not looked at yet.
   *
   * @param taker is given the lists together whenever they have changed
   */
  public AuthorityFolder(Path directory, Consumer<Authority> taker) {
    this.directory = directory;
    this.taker = taker;
  }

  /** Takes what lies there now and then looks every second. */
  public synchronized void start() {
    look(true);
    var started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "authority-lists");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        started.scheduleWithFixedDelay(
            this::lookAgain, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    watcher = started;
  }

  /** An executor does not run a task again that has thrown. */
  private void lookAgain() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("the authority lists were not looked at: {}", Fault.of(e));
    }
  }

  /** Ids in use. */
  public int entries() {
    return entries;
  }

  /** Files that cannot be read now, and 1 for a directory that cannot. */
  public int broken() {
    return broken;
  }

  /** Takes what has changed and then rested since the last look. */
  synchronized void look() {
    look(false);
  }

  private void look(boolean atOnce) {
    Map<String, Stamp> here;
    try {
      here = stamps();
    } catch (IOException | DirectoryIteratorException e) {
      complain("", "the authority directory " + directory + " cannot be read: " + e.getMessage());
      return;
    }
    complaints.remove("");
    boolean changed = good.keySet().retainAll(here.keySet());
    complaints.keySet().retainAll(here.keySet());
    read.keySet().retainAll(here.keySet());
    for (var file : here.entrySet()) {
      boolean rested = atOnce || file.getValue().equals(seen.get(file.getKey()));
      if (rested && !file.getValue().equals(read.get(file.getKey()))) {
        changed |= take(file.getKey());
        read.put(file.getKey(), file.getValue());
      }
    }
    seen.clear();
    seen.putAll(here);
    broken = complaints.size();
    if (changed) {
      var authority = Authority.of(good.values());
      entries = authority.entries();
      taker.accept(authority);
      LOG.info("authority lists {} with {} ids are in use", authority.version(), entries);
    }
  }

  /** Whether there is something new in a file. */
  private boolean take(String name) {
    try {
      var list = AuthorityList.parse(name, Files.readAllBytes(directory.resolve(name)));
      complaints.remove(name);
      return !list.equals(good.put(name, list));
    } catch (IllegalArgumentException e) {
      complain(name, Objects.requireNonNullElse(e.getMessage(), e.toString()));
    } catch (IOException e) {
      complain(name, "authority list " + name + " cannot be read: " + e.getMessage());
    }
    return false;
  }

  /** Once, and not with every look. */
  private void complain(String name, String complaint) {
    if (!complaint.equals(complaints.put(name, complaint))) {
      LOG.error("{}; what was read before stays in use", complaint);
    }
    broken = complaints.size();
  }

  private Map<String, Stamp> stamps() throws IOException {
    var stamps = new TreeMap<String, Stamp>();
    try (var files = Files.newDirectoryStream(directory, "*.tsv")) {
      for (var file : files) {
        if (Files.isRegularFile(file)) {
          var attributes = Files.readAttributes(file, BasicFileAttributes.class);
          stamps.put(
              String.valueOf(file.getFileName()),
              new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
        }
      }
    }
    return stamps;
  }

  @Override
  public synchronized void close() {
    var running = watcher;
    if (running != null) {
      running.shutdownNow();
      watcher = null;
    }
  }
}
