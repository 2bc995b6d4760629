package org.copytaster.console.recall;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.copytaster.runtime.described.DescribedFiles;
import org.copytaster.runtime.described.SecretReferences;
import org.copytaster.runtime.watch.WatchedFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of subscriber files, one a subscriber, looked at every two seconds. A file that
 * cannot be taken keeps its last good state.
 */
public final class SubscriberFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SubscriberFolder.class);
  private static final int LARGEST = 64 * 1024;
  static final int MOST = 200;

  private final Optional<WatchedFolder<Subscriber>> folder;

  /** By the name of the subscriber its file: another file does not take a name away. */
  private final Map<String, String> owners = new HashMap<>();

  private volatile Subscribers current = Subscribers.NONE;

  /**
   * A folder that is not looked at yet.
   *
   * @param directory empty where there are no subscribers
   * @param environment a variable's value by its name, or null
   */
  public SubscriberFolder(
      Optional<Path> directory, Function<String, @Nullable String> environment, Clock clock) {
    this.folder = directory.map(path -> folder(path, environment, clock));
  }

  /** Takes what lies there now and then looks every two seconds. */
  public void start() {
    folder.ifPresent(WatchedFolder::start);
  }

  /** The subscribers as they are now. */
  public Subscribers subscribers() {
    return current;
  }

  /** Files that cannot be taken now, and 1 for a directory that cannot be read. */
  public int refused() {
    return folder.map(WatchedFolder::unusable).orElse(0);
  }

  @Override
  public void close() {
    folder.ifPresent(WatchedFolder::close);
  }

  void look() {
    folder.ifPresent(WatchedFolder::look);
  }

  private WatchedFolder<Subscriber> folder(
      Path directory, Function<String, @Nullable String> environment, Clock clock) {
    var references = new SecretReferences(directory, environment);
    var place =
        new DescribedFiles.Place(
            "subscriber-files", "the subscriber directory", directory, LARGEST, MOST);
    return DescribedFiles.folder(
        place, content -> SubscriberFile.parse(content, references), this::take, clock);
  }

  private static boolean bears(@Nullable Subscriber subscriber, String name) {
    return subscriber != null && subscriber.name().equals(name);
  }

  private Map<String, String> take(SortedMap<String, Subscriber> values, boolean complete) {
    var refused = new TreeMap<String, String>();
    var taken = new TreeMap<String, Subscriber>();
    owners.entrySet().removeIf(each -> !bears(values.get(each.getValue()), each.getKey()));
    values.forEach(
        (file, subscriber) -> {
          var owner = owners.computeIfAbsent(subscriber.name(), name -> file);
          if (owner.equals(file)) {
            taken.put(file, subscriber);
          } else {
            refused.put(file, file + ": name is that of " + owner);
          }
        });
    var subscribers = new Subscribers(taken.values());
    if (!subscribers.equals(current)) {
      current = subscribers;
      LOG.info("the subscribers {} are in use", subscribers);
    }
    return refused;
  }
}
