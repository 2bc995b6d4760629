package org.copytaster.enrich.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.copytaster.runtime.watch.UnusableFileException;
import org.copytaster.runtime.watch.WatchedFiles;
import org.copytaster.runtime.watch.WatchedFolder;
import org.copytaster.tagging.entity.link.Authority;
import org.copytaster.tagging.entity.link.AuthorityList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of a house's authority lists, looked at every second. */
public final class AuthorityFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AuthorityFolder.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final WatchedFolder<AuthorityList> folder;
  private volatile int entries;

  /**
   * A folder that is not looked at yet.
   *
   * @param taker is given the lists together whenever they have changed
   */
  public AuthorityFolder(Path directory, Consumer<Authority> taker, Clock clock) {
    this.folder = new WatchedFolder<>(new Lists(directory, taker), PAUSE, clock);
  }

  /** Takes what lies there now and then looks every second. */
  public void start() {
    folder.start();
  }

  /** Ids in use. */
  public int entries() {
    return entries;
  }

  /** Files that cannot be used now, and 1 for a directory that cannot be read. */
  public int broken() {
    return folder.unusable();
  }

  void look() {
    folder.look();
  }

  @Override
  public void close() {
    folder.close();
  }

  private final class Lists implements WatchedFiles<AuthorityList> {
    private final Path directory;
    private final Consumer<Authority> taker;
    private List<AuthorityList> inUse = List.of();

    Lists(Path directory, Consumer<Authority> taker) {
      this.directory = directory;
      this.taker = taker;
    }

    @Override
    public String name() {
      return "authority-lists";
    }

    @Override
    public String subject() {
      return "the authority directory " + directory;
    }

    @Override
    public SortedMap<String, Path> files() throws IOException {
      return WatchedFiles.in(directory, "*.tsv", Integer.MAX_VALUE);
    }

    @Override
    public AuthorityList read(String name, byte[] content) throws UnusableFileException {
      try {
        return AuthorityList.parse(name, content);
      } catch (IllegalArgumentException e) {
        throw new UnusableFileException(Objects.requireNonNullElse(e.getMessage(), e.toString()));
      }
    }

    @Override
    public Map<String, String> take(SortedMap<String, AuthorityList> values, boolean complete) {
      var lists = List.copyOf(values.values());
      if (!lists.equals(inUse)) {
        inUse = lists;
        var authority = Authority.of(lists);
        entries = authority.entries();
        taker.accept(authority);
        LOG.info("authority lists {} with {} ids are in use", authority.version(), entries);
      }
      return Map.of();
    }
  }
}
