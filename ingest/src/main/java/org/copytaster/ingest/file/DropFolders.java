package org.copytaster.ingest.file;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.Way;
import org.copytaster.runtime.log.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drop folders of all sources that write files, each watched by a thread of its own so that one
 * on a slow disk holds up nobody else. Follows the sources as they change.
 */
public final class DropFolders implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DropFolders.class);

  private final Supplier<List<Source>> sources;
  private final DropParts parts;
  private final Map<String, DropFolder> folders = new TreeMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "drop-folders"));

  /**
   * Folders that are watched from {@link #start} on.
   *
   * @param sources all sources as they are now, whatever their way in
   */
  public DropFolders(Supplier<List<Source>> sources, DropParts parts) {
    this.sources = sources;
    this.parts = parts;
  }

  /**
   * Begins to watch.
   *
   * @throws UncheckedIOException if a directory cannot be written to
   */
  public void start() {
    follow();
    var unused = thread.scheduleWithFixedDelay(this::followAgain, 2, 2, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    synchronized (folders) {
      folders.values().forEach(DropFolder::close);
      folders.clear();
    }
  }

  /** A directory that cannot be used later on must not end the watch over the others. */
  private void followAgain() {
    try {
      follow();
    } catch (RuntimeException e) {
      LOG.error("a drop folder cannot be watched: {}", Fault.of(e));
    }
  }

  private void follow() {
    var wanted = new TreeMap<String, Source>();
    for (var source : sources.get()) {
      if (source.way() instanceof Way.Folder) {
        wanted.put(source.name(), source);
      }
    }
    synchronized (folders) {
      folders
          .values()
          .removeIf(
              folder -> {
                boolean changed = !folder.source().equals(wanted.get(folder.source().name()));
                if (changed) {
                  folder.close();
                }
                return changed;
              });
      wanted.forEach(
          (name, source) -> {
            if (source.way() instanceof Way.Folder folder && !folders.containsKey(name)) {
              var opened = new DropFolder(source, folder.directory(), parts);
              folders.put(name, opened);
              opened.start();
            }
          });
    }
  }
}
