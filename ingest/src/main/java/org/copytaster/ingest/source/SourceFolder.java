package org.copytaster.ingest.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.copytaster.formats.copy.Digests;
import org.copytaster.runtime.log.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of source files, one a source. All of them are read every two seconds, for the
 * secrets that they name change without them, and the events of a file system do not come from
 * network drives. A file counts when two looks in a row find the same in it, so that none is taken
 * half written. One that is wrong keeps its last good state; one that is gone is gone.
 */
public final class SourceFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SourceFolder.class);
  private static final long PAUSE_MILLIS = 2_000;
  private static final int LARGEST = 64 * 1024;
  private static final int MOST = 1_000;

  private final Path directory;
  private final Set<String> formats;
  private final References references;
  private final Map<String, Source> good = new TreeMap<>();
  private final Map<String, String> complaints = new TreeMap<>();
  private Map<String, String> seen = new HashMap<>();
  private volatile Sources current = Sources.NONE;
  private volatile int refused;
  private @Nullable ScheduledExecutorService watcher;

  /**
   * A folder that is not looked at yet.
   *
   * @param formats the names of all formats
   * @param environment a variable's value by its name, or null
   */
  public SourceFolder(
      Path directory, Set<String> formats, Function<String, @Nullable String> environment) {
    this.directory = directory;
    this.formats = formats;
    this.references = new References(directory, environment);
  }

  /** Takes what lies there now and then looks every two seconds. */
  public synchronized void start() {
    look(true);
    var started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "source-files");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        started.scheduleWithFixedDelay(
            this::lookAgain, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    watcher = started;
  }

  /** The sources as they are now. */
  public Sources sources() {
    return current;
  }

  /** Files that cannot be taken now, and 1 for a directory that cannot be read. */
  public int refused() {
    return refused;
  }

  @Override
  public synchronized void close() {
    var running = watcher;
    if (running != null) {
      running.shutdownNow();
      watcher = null;
    }
  }

  /** An executor does not run a task again that has thrown. */
  private void lookAgain() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("the source files were not looked at: {}", Fault.of(e));
    }
  }

  /** Takes what has changed and then rested since the last look. */
  synchronized void look() {
    look(false);
  }

  private void look(boolean atOnce) {
    List<Path> files;
    try {
      files = files();
    } catch (IOException | DirectoryIteratorException e) {
      complain("", "the source directory " + directory + " cannot be read: " + e.getMessage());
      refused = complaints.size();
      current = new Sources(current.all(), true);
      return;
    }
    var names = files.stream().map(SourceFolder::name).toList();
    good.keySet().retainAll(names);
    complaints.keySet().retainAll(names);
    var digests = new HashMap<String, String>();
    var taken = new TreeMap<String, Source>();
    for (var file : files) {
      take(file, atOnce, digests, taken);
    }
    seen = digests;
    refused = complaints.size();
    var sources = new Sources(taken.values(), taken.size() < files.size());
    if (!sources.equals(current)) {
      current = sources;
      LOG.info("the sources {} are in use", sources);
    }
  }

  private void take(
      Path file, boolean atOnce, Map<String, String> digests, Map<String, Source> taken) {
    var name = name(file);
    try {
      if (Files.size(file) > LARGEST) {
        throw new InvalidSourceException(List.of(new SourceProblem(0, "", "is too long")));
      }
      var bytes = Files.readAllBytes(file);
      var digest = Digests.sha256(bytes);
      digests.put(name, digest);
      if (atOnce || digest.equals(seen.get(name))) {
        var source = SourceFile.parse(bytes, formats, references);
        var clash = clash(source, taken);
        if (clash.isPresent()) {
          throw new InvalidSourceException(List.of(clash.get()));
        }
        good.put(name, source);
        complaints.remove(name);
      }
    } catch (InvalidSourceException e) {
      complain(name, e.sentence(name));
    } catch (IOException e) {
      complain(name, name + ": the file cannot be read: " + e.getMessage());
    }
    var last = good.get(name);
    if (last != null && clash(last, taken).isEmpty()) {
      taken.put(name, last);
    }
  }

  private static Optional<SourceProblem> clash(Source added, Map<String, Source> taken) {
    for (var other : taken.entrySet()) {
      var clash = Sources.clash(added, other.getValue());
      if (clash != null) {
        var field = clash.substring(0, clash.indexOf(' '));
        var reason = clash.substring(field.length() + 1) + " of " + other.getKey();
        return Optional.of(new SourceProblem(0, field, reason));
      }
    }
    return Optional.empty();
  }

  /** Once, and not with every look. */
  private void complain(String name, String complaint) {
    if (!complaint.equals(complaints.put(name, complaint))) {
      LOG.error("{}; what was read before stays in use", complaint);
    }
  }

  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    try (var found = Files.newDirectoryStream(directory, "*.{yaml,yml}")) {
      for (var file : found) {
        if (Files.isRegularFile(file) && !name(file).startsWith(".")) {
          files.add(file);
        }
        if (files.size() > MOST) {
          throw new IOException("more than " + MOST + " files lie there");
        }
      }
    }
    files.sort(null);
    return files;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
